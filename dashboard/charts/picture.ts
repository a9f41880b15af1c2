import { fontFamily, light } from './theme.ts';

/** What stands around the picture of a chart, so that it can be read away from its page. */
export interface PictureWords {
  title: string;
  /** The sentence that says what the chart shows. */
  summary: string;
  /** Data instant, zone and build. */
  caption: string;
}

const margin = 16;
const lineHeight = 17;

/**
 * A drawn chart with its title and summary above and its caption below, as one SVG on white. Nothing is referred to outside of it.
 * @param drawn the chart as SVG text, `size` in CSS pixels
 */
export function framed(
  drawn: string,
  size: { width: number; height: number },
  { title, summary, caption }: PictureWords
): { svg: string; width: number; height: number } {
  const most = Math.floor(size.width / 6.3);
  const sentences = wrapped(summary, most);
  const notes = wrapped(caption, most);
  const top = margin + 22 + sentences.length * lineHeight + 8;
  const width = size.width + 2 * margin;
  const height = top + size.height + 8 + notes.length * lineHeight + margin - 4;
  const text = (words: string, y: number, style: string): string => `<text x="${margin}" y="${y}" ${style}>${escaped(words)}</text>`;
  const inner = drawn.replace(/^<svg /, `<svg x="${margin}" y="${top}" `);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" role="img">`,
    `<title>${escaped(title)}</title><desc>${escaped(summary)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${light.panel}"/>`,
    text(title, margin + 14, `font-size="16" font-weight="600" fill="${light.ink}"`),
    ...sentences.map((line, at) => text(line, margin + 34 + at * lineHeight, `font-size="12" fill="${light.inkSoft}"`)),
    inner,
    ...notes.map((line, at) => text(line, top + size.height + 20 + at * lineHeight, `font-size="12" fill="${light.inkFaint}"`)),
    '</svg>'
  ].join('\n');
  return { svg, width, height };
}

/** Words in lines of at most so many characters; a longer word stands alone. */
function wrapped(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Control characters cannot stand in XML at all. */
const escaped = (words: string): string => words.replaceAll(/[&<>"]/g, (mark) => entities[mark]!).replaceAll(/\p{Cc}/gu, ' ');
