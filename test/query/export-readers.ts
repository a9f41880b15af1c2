import { createHash } from 'node:crypto';
import { tableFromIPC, type Vector } from 'apache-arrow';
import { fromBufferPromise } from 'yauzl';
import { rowsChecksum } from '#warehouse/query/export/checksum.ts';
import type { ManifestColumn } from '#warehouse/query/export/manifest.ts';

/** Canonical text of a cell, made without the product: null is nothing. */
export type Canon = string | null;

/** The checksum of rows, computed again in JavaScript. */
export async function checksumOf(
  rows: Iterable<readonly Canon[]> | AsyncIterable<readonly Canon[]>
): Promise<{ rows: number; checksum: string }> {
  const sums = [0n, 0n, 0n, 0n];
  let count = 0;
  for await (const row of rows) {
    count++;
    const line = row.map((text) => (text === null ? '-' : `${Buffer.byteLength(text)}:${text}`)).join('');
    const digest = createHash('sha256').update(line).digest();
    sums.forEach((sum, at) => (sums[at] = sum + digest.readBigUInt64BE(at * 8)));
  }
  return { rows: count, checksum: rowsChecksum(count, sums) };
}

/** C's `%.16e`. */
const exponential = (value: number): string => value.toExponential(16).replace(/e([+-])(\d)$/, 'e$10$2');
const micros = (text: string): string => text.replace(/\.(\d+)/, (_, digits: string) => `.${digits.padEnd(6, '0')}`);
const isoMicros = (value: bigint): string => {
  const second = value >= 0n ? value / 1_000_000n : -((-value + 999_999n) / 1_000_000n);
  return `${new Date(Number(second) * 1000).toISOString().slice(0, 19)}.${String(value - second * 1_000_000n).padStart(6, '0')}`;
};

/** Text of a cell as CSV and JSON write it, as its kind is canonically written. */
function canonical(text: string, { type }: ManifestColumn): string {
  if (type === 'number') return exponential(Number(text));
  if (type === 'instant') return micros(text);
  if (type === 'local') return text.length === 16 ? `${text}:00.000000` : micros(text);
  return text;
}

/** CSV by a reader of its own that tells an empty text from nothing; the apostrophe before formulas is taken away. */
export function* csvRows(text: string, columns: readonly ManifestColumn[]): Generator<Canon[]> {
  let at = text.indexOf('\r\n') + 2;
  while (at < text.length) {
    const row: Canon[] = [];
    for (const column of columns) {
      let cell: Canon;
      if (text[at] === '"') {
        let end = at + 1;
        while (text[end] !== '"' || text[end + 1] === '"') end += text[end] === '"' ? 2 : 1;
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      } else {
        const comma = text.indexOf(',', at);
        const line = text.indexOf('\r\n', at);
        const end = comma >= 0 && comma < line ? comma : line;
        cell = end === at ? null : text.slice(at, end);
        at = end;
      }
      if (cell !== null && column.type === 'text' && isProtected(cell)) cell = cell.slice(1);
      row.push(cell === null ? null : canonical(cell, column));
      at += text[at] === ',' ? 1 : 2;
    }
    yield row;
  }
}

const isProtected = (text: string): boolean => {
  const bare = text.replace(/^'+/, '');
  return text.startsWith("'") && /^[=+\-@\t\r]/.test(bare) && !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(bare);
};

/** JSON objects; whole numbers by their digits, which `JSON.parse` would round. */
export const jsonRow = (line: string): Record<string, unknown> =>
  JSON.parse(line, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? { digits: context!.source! } : value
  ) as Record<string, unknown>;

export function* textLines(text: string): Generator<string> {
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    to = text.indexOf('\n', from);
    if (to < 0) throw new Error('the last line has no end');
    yield text.slice(from, to);
  }
}

/**
 * Rows of a document, line by line: a document of a million rows is more than a parser that numbers every digit can hold.
 * @throws unless the lines are members of an array and the document without them is JSON
 */
export function* documentLines(text: string): Generator<string> {
  const begin = text.indexOf('"rows":[\n') + '"rows":[\n'.length;
  const end = text.lastIndexOf('],\n"manifest":');
  const { rows } = JSON.parse(text.slice(0, begin) + text.slice(end)) as { rows: unknown[] };
  if (rows.length !== 0) throw new Error('rows stand outside of the lines');
  let isFirst = true;
  for (const line of textLines(text.slice(begin, end))) {
    if (!isFirst && !line.startsWith(',')) throw new Error('a comma is missing between rows');
    yield isFirst ? line : line.slice(1);
    isFirst = false;
  }
}

export const jsonCells = (row: Record<string, unknown>, columns: readonly ManifestColumn[]): Canon[] =>
  columns.map((column) => {
    const value = row[column.name];
    if (value === null || value === undefined) return null;
    return canonical(typeof value === 'object' ? (value as { digits: string }).digits : String(value), column);
  });

export function* arrowRows(bytes: Uint8Array, columns: readonly ManifestColumn[]): Generator<Canon[]> {
  for (const batch of tableFromIPC(bytes).batches) {
    const vectors = columns.map(({ name }) => batch.getChild(name)!);
    for (let row = 0; row < batch.numRows; row++) yield columns.map((column, at) => arrowCell(vectors[at]!, row, column));
  }
}

function arrowCell(vector: Vector, row: number, { type }: ManifestColumn): Canon {
  if (!vector.isValid(row)) return null;
  const data = vector.data[0]!;
  if (type === 'date') return new Date((data.values as Int32Array)[data.offset + row]! * 86_400_000).toISOString().slice(0, 10);
  if (type === 'instant' || type === 'local') return isoMicros((data.values as BigInt64Array)[row]!) + (type === 'instant' ? 'Z' : '');
  const value: unknown = vector.get(row);
  return type === 'number' ? exponential(value as number) : String(value);
}

/**
 * A workbook, read by what the format says: sheets in their order but for the last, which is about the others; the first row of each is
 * its heading; cells by place; styles 1 and 2 are dates. A sheet passes by piece after piece: it may be longer than a text can be.
 */
export async function* xlsxRows(bytes: Buffer, columns: readonly ManifestColumn[]): AsyncGenerator<Canon[]> {
  for (const [place] of (await sheetNames(bytes)).slice(0, -1).entries()) {
    let isHeading = true;
    let rest = '';
    for await (const { text } of piecesOf(bytes, (name) => name === `xl/worksheets/sheet${place + 1}.xml`)) {
      rest += text;
      const end = rest.lastIndexOf('</row>') + '</row>'.length;
      if (end < '</row>'.length) continue;
      for (const [line] of rest.slice(0, end).matchAll(/<row>.*?<\/row>/gs)) {
        if (!isHeading) yield sheetCells(line, columns);
        isHeading = false;
      }
      rest = rest.slice(end);
    }
  }
}

/** Names of the sheets of a workbook, in their order. */
export const sheetNames = async (bytes: Buffer): Promise<string[]> =>
  [...(await unzipped(bytes, (name) => name === 'xl/workbook.xml')).get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]+)"/g)].map(
    (match) => match[1]!
  );

function sheetCells(line: string, columns: readonly ManifestColumn[]): Canon[] {
  const cells = [...line.matchAll(/<c\/>|<c( [^>]*)?>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs)];
  const own = cells.slice(0, columns.length).map((cell, at) => sheetCell(cell, columns[at]!));
  for (let at = columns.length; at < cells.length; at += 2) {
    const place = columns.findIndex(({ name }) => name === unescaped(cells[at]![3]!));
    own[place] = `${own[place]}${unescaped(cells[at + 1]![3]!)}`;
  }
  return own;
}

function sheetCell([whole, attributes = '', value, text]: RegExpMatchArray, column: ManifestColumn): Canon {
  if (whole === '<c/>') return null;
  if (text !== undefined) return canonical(unescaped(text), column) + (column.type === 'instant' ? 'Z' : '');
  if (attributes.includes('t="b"')) return value === '1' ? 'true' : 'false';
  if (/s="[12]"/.test(attributes)) return serial(Number(value), column);
  return canonical(value!, column);
}

/** Days since 30 December 1899; the day and its part are taken apart, so that nothing is rounded twice. */
function serial(value: number, { type }: ManifestColumn): string {
  const day = Math.floor(value);
  const part = BigInt(Math.round((value - day) * 86_400_000_000));
  const iso = isoMicros(BigInt(day - 25_569) * 86_400_000_000n + part);
  return type === 'date' ? iso.slice(0, 10) : type === 'instant' ? `${iso}Z` : iso;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&#10;', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Files of an archive as text. */
export async function unzipped(bytes: Buffer, isWanted = (_name: string): boolean => true): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, text } of piecesOf(bytes, isWanted)) found.set(name, (found.get(name) ?? '') + text);
  return found;
}

async function* piecesOf(bytes: Buffer, isWanted: (name: string) => boolean): AsyncGenerator<{ name: string; text: string }> {
  const file = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of file.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    const stream = (await file.openReadStreamPromise(entry)).setEncoding('utf8');
    for await (const text of stream as AsyncIterable<string>) yield { name: entry.fileName, text };
  }
}
