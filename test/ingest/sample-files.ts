import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { fileNames, headers, type SampleTable } from '#ingest/sample/headers.ts';

export type Row = Record<string, string>;

export const scratchFolder = () => mkdtempSync(join(tmpdir(), 'plimsoll-sample-'));

/** All rows of a file of the sample as Papa Parse reads them, by header; throws on any parse error or a row of another width. */
export function readTable(folder: string, table: SampleTable): Row[] {
  const text = readFileSync(join(folder, fileNames[table]), 'utf8');
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${table}: ${JSON.stringify(errors[0])}`);
  const [header = [], ...rows] = data;
  if (header.join() !== headers[table].join()) throw new Error(`${table}: unexpected header ${header.join()}`);
  return rows.map((row, index) => {
    if (row.length !== header.length) throw new Error(`${table}, row ${index + 2}: ${row.length} cells instead of ${header.length}`);
    return Object.fromEntries(header.map((name, place) => [name, row[place] ?? '']));
  });
}

/** Seconds since 1970 of either notation; NaN for an empty cell. */
export const secondsOf = (cell: string) =>
  cell === '' ? Number.NaN : Date.parse(cell.includes('T') ? cell : cell.replace(' ', 'T') + 'Z') / 1000;
