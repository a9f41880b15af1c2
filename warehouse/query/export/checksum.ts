import { createHash } from 'node:crypto';
import { identifier, type Connection, type Values } from '../../connection.ts';
import type { ExportColumn, TypedRows } from './column.ts';

/** How many rows an export has, and their checksum: the same in every format. */
export interface Contents {
  rows: number;
  /** SHA-256 in hexadecimal; see `rowsChecksum`. */
  checksum: string;
}

/** Name of the method below, kept in every manifest. */
export const checksumMethod = 'plimsoll-rows-1';

/**
 * Counts rows and sums them up. A row is written canonically: each cell as `<bytes>:<text>`, nothing as `-`, where the text of
 * a number is C's `%.16e`, of a date `YYYY-MM-DD`, of an instant `YYYY-MM-DDTHH:MM:SS.ffffffZ`. The SHA-256 of that line is
 * read as four 64-bit numbers; each is added up over all rows modulo 2⁶⁴, and `rowsChecksum` closes the sums. So the order of
 * rows does not matter, any tool can compute it again from any format, and the engine does it in one pass in flat memory.
 */
export async function contentsOf(connection: Connection, { sql, columns }: TypedRows, values: Values): Promise<Contents> {
  const words = [1, 17, 33, 49].map((from, at) => `sum(CAST('0x' || substr(digest, ${from}, 16) AS UBIGINT)) AS w${at}`);
  const summed = `SELECT count(*) AS rows, ${words.join(', ')} FROM (SELECT sha256(${canonicalLine(columns)}) AS digest FROM (${sql}))`;
  const row = await connection.one<Record<string, number | bigint | null>>(summed, values);
  const rows = Number(row!.rows);
  return {
    rows,
    checksum: rowsChecksum(
      rows,
      [row!.w0, row!.w1, row!.w2, row!.w3].map((sum) => BigInt(sum ?? 0))
    )
  };
}

/** The checksum from the four sums of a set of rows: SHA-256 of `<rows>:<sum>:<sum>:<sum>:<sum>`, decimal. */
export function rowsChecksum(rows: number, sums: readonly bigint[]): string {
  const text = [rows, ...sums.map((sum) => BigInt.asUintN(64, sum))].join(':');
  return createHash('sha256').update(text).digest('hex');
}

const canonicalLine = (columns: readonly ExportColumn[]): string => columns.map((column) => netstring(canonicalText(column))).join(' || ');

const netstring = (text: string): string => `coalesce(strlen(${text}) || ':' || ${text}, '-')`;

function canonicalText({ name, kind }: ExportColumn): string {
  const column = identifier(name);
  switch (kind) {
    case 'text':
      return column;
    case 'number':
      return `format('{:.16e}', ${column})`;
    case 'instant':
      return `strftime(timezone('UTC', ${column}), '%Y-%m-%dT%H:%M:%S.%fZ')`;
    case 'local':
      return `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%f')`;
    default:
      return `CAST(${column} AS VARCHAR)`;
  }
}

/** Row count and checksum, when the rows that were written are as many. @throws Error otherwise, which breaks the download */
export function agreeing(contents: Contents, written: number): Contents {
  if (contents.rows === written) return contents;
  throw new Error(`${written} rows were written, but ${contents.rows} were counted; the export was broken off`);
}
