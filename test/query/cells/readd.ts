import Papa from 'papaparse';
import { catalogue, partsOf } from '#warehouse/metrics/catalogue.ts';
import type { CellPlace } from '#warehouse/query/cell.ts';
import { exported } from '#warehouse/query/export/export.ts';
import { recordsSource } from '#warehouse/query/export/records-source.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { records } from '#warehouse/query/records.ts';

/** A record of a cell, as far as adding up needs it. */
export type Listed = Readonly<Record<string, unknown>>;
export type Fetch = (query: Query, measure: string, cell: CellPlace) => Promise<readonly Listed[]>;

/** The records of a cell as their download has them, with every column. */
export const byCsv =
  (reader: Reader): Fetch =>
  async (query, measure, cell) => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of exported(reader, recordsSource(reader, { query, measure, cell }), 'csv'))
      text += decoder.decode(part, { stream: true });
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    if (errors.length > 0) throw new Error(`the download cannot be read: ${errors[0]!.message}`);
    return data;
  };

/** The same as JSON has them, with the columns of a list. */
export const byJson =
  (reader: Reader): Fetch =>
  async (query, measure, cell) =>
    (await records(reader, { query, measure, cell, limit: 1_000_000 })).rows;

/** A figure added up from its records alone: nothing of the query door's SQL comes in. */
export async function readd(fetch: Fetch, query: Query, measure: string, cell: CellPlace): Promise<number | null> {
  const entry = catalogue.measures.get(measure)!;
  const parts: (number | null)[] = [];
  for (const part of partsOf(entry)) parts.push(addUp(part.aggregate.kind, await fetch(query, part.name, cell)));
  if (entry.aggregate.kind !== 'derived') return parts[0]!;
  const [left, right] = parts as [number, number];
  if (entry.aggregate.operation === 'sum') return left + right;
  return entry.aggregate.operation === 'difference' ? left - right : right === 0 ? null : left / right;
}

function addUp(kind: string, rows: readonly Listed[]): number | null {
  if (kind === 'ratio') return share(rows.filter((row) => String(row.counts_in_numerator) === 'true').length, rows.length);
  if (kind === 'distinct') return new Set(rows.map((row) => String(row.counted_value))).size;
  if (kind === 'quotient') return share(added(rows, 'counted_value'), added(rows, 'counted_over'));
  const values = rows.map((row) => Number(row.counted_value));
  return figure(kind, values);
}

/** An empty cell adds nothing. */
const added = (rows: readonly Listed[], column: string): number => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

export const share = (numerator: number, denominator: number): number | null => (denominator === 0 ? null : numerator / denominator);

/** A list of values as a count, sum, mean or percentile; a percentile lies linearly between its neighbours. */
export function figure(kind: string, values: readonly number[]): number | null {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (kind) {
    case 'count':
    case 'sum':
    case 'stock':
      return sum;
    case 'mean':
      return share(sum, values.length);
    case 'median':
      return quantile(values, 0.5);
    case 'p90':
      return quantile(values, 0.9);
    default:
      throw new Error(`no way to add up ${kind}`);
  }
}

function quantile(values: readonly number[], part: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((left, right) => left - right);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}
