import { createHash } from 'node:crypto';
import { tableFromIPC, type Vector } from 'apache-arrow';
import { fromBuffer } from 'yauzl';
import { rowsChecksum } from '#warehouse/query/export/checksum.ts';
import type { ManifestColumn } from '#warehouse/query/export/manifest.ts';

/** Canonical text of a cell, made without the product: null is nothing. */
export type Canon = string | null;

/** The checksum of rows, computed again in JavaScript. */
export function checksumOf(rows: Iterable<readonly Canon[]>): { rows: number; checksum: string } {
  const sums = [0n, 0n, 0n, 0n];
  let count = 0;
  for (const row of rows) {
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

/** A workbook, read by what the format says: sheets in their order, cells by place; styles 1 and 2 are dates. */
export async function xlsxRows(bytes: Buffer, columns: readonly ManifestColumn[]): Promise<{ rows: Canon[][]; sheets: string[] }> {
  const parts = await unzipped(bytes);
  const sheets = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1]!);
  const rows: Canon[][] = [];
  sheets.slice(0, -1).forEach((_, at) => {
    const lines = parts.get(`xl/worksheets/sheet${at + 1}.xml`)!.match(/<row>.*?<\/row>/gs)!;
    for (const line of lines.slice(1)) rows.push(sheetCells(line, columns));
  });
  return { rows, sheets };
}

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

export async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      file.on('entry', (entry) => {
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
            file.readEntry();
          });
        });
      });
      file.on('end', resolve);
      file.readEntry();
    });
  });
  return found;
}
