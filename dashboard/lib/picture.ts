import { renderSvg } from '#dashboard/charts/engine.ts';
import type { Option } from '#dashboard/charts/parts.ts';
import { framed, type PictureWords } from '#dashboard/charts/picture.ts';

/** A chart as files. */
export interface ChartPicture {
  /** File name without an ending. */
  file: string;
  svg(): Blob;
  png(): Promise<Blob>;
}

/** Pixels of a picture for each of the page: sharp on paper. */
const sharpness = 2;

/**
 * The picture of a chart as it stands on the page, in its size, with title, summary, data instant and build.
 * @param file name without an ending
 * @param option drawn in light colours, for print
 */
export function pictureOf(file: string, option: Option, size: { width: number; height: number }, words: PictureWords): ChartPicture {
  const drawn = renderSvg(option, size.width, size.height);
  const { svg, width, height } = framed(drawn, size, words);
  return { file, svg: () => new Blob([svg], { type: 'image/svg+xml' }), png: () => rastered(svg, width, height) };
}

/** As a `data:` address, since the page's policy lets no other picture in. */
async function rastered(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * sharpness, height * sharpness];
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG'))), 'image/png')
  );
}
