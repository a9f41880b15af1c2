import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { Scanner, type ScanRules } from './scanner.ts';

export interface Rewriting {
  path: string;
  to: string;
  rules: ScanRules;
  /** Record numbers to leave out. */
  skip: ReadonlySet<number>;
}

export interface Reparsed {
  records: number;
  /** The first record, among those read, that is not as wide as the header. */
  misread?: { record: number; width: number };
}

const flushBytes = 1 << 20;

/**
 * Writes the well-formed records of a delivery to a copy that the engine's reader can be trusted with: no header, no blank lines,
 * no byte order marks, every record ended by LF.
 * @returns records written
 */
export async function copyRecords(rewriting: Rewriting): Promise<number> {
  const target = await open(rewriting.to, 'w');
  let count = 0;
  try {
    for await (const piece of wellFormed(rewriting, () => count++)) await target.write(piece);
  } finally {
    await target.close();
  }
  return count;
}

/**
 * The same, read by Papa Parse and written anew with plain quoting: for quotes and carriage returns that RFC 4180 does not know,
 * where readers differ. What Papa Parse reads must have the counted number of records, each as wide as the header.
 */
export async function reparseRecords(rewriting: Rewriting): Promise<Reparsed> {
  const { rules } = rewriting;
  const delimiter = String.fromCharCode(rules.delimiter);
  const rows = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter, newline: '\n', skipEmptyLines: false });
  Readable.from(wellFormed(rewriting, () => undefined)).pipe(rows);
  const target = await open(rewriting.to, 'w');
  let records = 0;
  let text = '';
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (row.length === 1 && row[0] === '') continue;
      if (row.length !== rules.width) return { records, misread: { record: records, width: row.length } };
      records++;
      text += `${row.map(quoted).join(delimiter)}\n`;
      if (text.length > flushBytes) {
        await target.write(text);
        text = '';
      }
    }
    await target.write(text);
  } finally {
    await target.close();
  }
  return { records };
}

const quoted = (cell: string): string => (/^[^\s",;|]+$/.test(cell) || cell === '' ? cell : `"${cell.replaceAll('"', '""')}"`);

/** Bytes of the records to keep, each ended by LF, in pieces that end with a record. */
async function* wellFormed({ path, rules, skip }: Rewriting, onRecord: () => void): AsyncGenerator<Buffer> {
  const newline = Buffer.from('\n');
  let held = Buffer.alloc(0);
  let heldFrom = 0;
  let pieces: Buffer[] = [];
  const scanner = new Scanner(rules, (record, start, end) => {
    if (skip.has(record)) return;
    onRecord();
    pieces.push(held.subarray(start - heldFrom, end - heldFrom), newline);
  });
  for await (const chunk of createReadStream(path, { highWaterMark: flushBytes }) as AsyncIterable<Buffer>) {
    held = Buffer.concat([held.subarray(scanner.recordStart - heldFrom), chunk, newline]);
    heldFrom = scanner.recordStart;
    scanner.push(held, held.length - 1 - chunk.length, held.length - 1);
    if (pieces.length > 0) yield Buffer.concat(pieces);
    pieces = [];
    held = held.subarray(0, held.length - 1);
  }
  scanner.finish();
  if (pieces.length > 0) yield Buffer.concat(pieces);
}
