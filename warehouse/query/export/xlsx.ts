import { agreeing } from './checksum.ts';
import type { ExportJob } from './job.ts';
import { LineCutter } from './line-cutter.ts';
import { closed, type ManifestColumn } from './manifest.ts';
import { sheetRow, sheetText, styles } from './sheet-row.ts';
import { contentTypes, manifestRows, rootRelations, styleSheet, workbook, workbookRelations } from './workbook.ts';
import { zip, type ZipEntry } from './zip.ts';

const encoder = new TextEncoder();

/** Bytes of a sheet before it goes on in the next: archives say lengths beyond 4 GiB in a way that spreadsheets do not read. */
const sheetBytes = 3.5 * 2 ** 30;

/**
 * A workbook (Office Open XML), sheet after sheet as rows come: the rows, on further sheets where one is full, and a sheet
 * `About` with the manifest. Rows are made by the engine as lines of XML, so that a million of them pass through in flat memory.
 */
export function writeXlsx(job: ExportJob): AsyncGenerator<Uint8Array> {
  return zip(parts(job));
}

async function* parts(job: ExportJob): AsyncGenerator<ZipEntry> {
  const { columns } = job.manifest;
  const lines = new LineCutter(job.lines(sheetRow(job.rows.columns)));
  let sheets = 0;
  do {
    sheets++;
    yield { name: `xl/worksheets/sheet${sheets}.xml`, bytes: rowSheet(columns, lines, job.sheetRows - 1) };
  } while (await lines.hasMore());
  const manifest = closed(job.manifest, agreeing(await job.contents(), lines.taken));
  const names = [...Array.from({ length: sheets }, (_, at) => (at === 0 ? 'Rows' : `Rows ${at + 1}`)), 'About'];
  yield { name: `xl/worksheets/sheet${sheets + 1}.xml`, bytes: aboutSheet(manifestRows(manifest)) };
  yield { name: 'xl/styles.xml', bytes: one(styleSheet) };
  yield { name: 'xl/workbook.xml', bytes: one(workbook(names)) };
  yield { name: 'xl/_rels/workbook.xml.rels', bytes: one(workbookRelations(names.length)) };
  yield { name: '_rels/.rels', bytes: one(rootRelations) };
  yield { name: '[Content_Types].xml', bytes: one(contentTypes(names.length)) };
}

const begin =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

async function* rowSheet(columns: readonly ManifestColumn[], lines: LineCutter, rows: number): AsyncGenerator<Uint8Array> {
  const widths = columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`);
  const header = columns.map((column) => sheetText(headingOf(column), styles.header)).join('');
  yield encoder.encode(`${begin}${frozen}${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData><row>${header}</row>\n`);
  yield* lines.take(rows, sheetBytes);
  yield encoder.encode('</sheetData></worksheet>');
}

/** Name of a column with what a reader must know: zone of instants, unit of durations. */
function headingOf({ name, type, unit }: ManifestColumn): string {
  if (type === 'instant') return `${name} (UTC)`;
  return unit === 'seconds' && !name.endsWith('seconds') ? `${name} (seconds)` : name;
}

const widthOf = ({ name, type }: ManifestColumn): number =>
  Math.max(type === 'instant' || type === 'local' ? 20 : 10, Math.min(40, name.length + 4));

async function* aboutSheet(rows: readonly (readonly string[])[]): AsyncGenerator<Uint8Array> {
  yield encoder.encode(
    `${begin}<cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="2" width="110" customWidth="1"/></cols><sheetData>`
  );
  for (const cells of rows) yield encoder.encode(`<row>${cells.map((text) => sheetText(text)).join('')}</row>\n`);
  yield encoder.encode('</sheetData></worksheet>');
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield encoder.encode(text);
}
