import type { CellPlace } from './cell.ts';
import { toParams, writePeriod } from './params.ts';
import type { Query } from './query.ts';

/**
 * Parameters that open the receipt of a cell: the query with one measure, and the place of the cell.
 * @param cell with `goal`, the cell of the same row in the column `<measure>:target`
 */
export function receiptParams(query: Query, measure = query.measures[0] ?? '', cell: CellPlace & { goal?: boolean } = {}): URLSearchParams {
  const compare = cell.compare ? query.compare : undefined;
  const top = cell.other && query.top ? { ...query.top, by: query.top.by ?? query.measures[0]! } : undefined;
  const params = toParams({ ...query, measures: [measure], compare, top, sort: undefined, limit: undefined, totals: undefined });
  if (query.period && 'from' in query.period) params.set('period', shortPeriod(query.period));
  for (const [name, value] of Object.entries(cell.dimensions ?? {})) params.set(`cell.${name}`, value === null ? '' : String(value));
  if (cell.period !== undefined) params.set('cell.period', cell.period);
  if (cell.compare) params.set('cell.compare', 'true');
  if (cell.other) params.set('cell.other', 'true');
  if (cell.goal) params.set('cell.goal', 'true');
  return params;
}

/**
 * Address, on the server that answered, of the receipt of a cell: what it means, how it comes about and exactly its records.
 * Without a cell, of the query's total.
 */
export const receiptAddress = (query: Query, measure?: string, cell?: CellPlace): string =>
  `/records?${readable(receiptParams(query, measure, cell))}`;

/** Commas, colons and dots need no escape inside a query: addresses that people read and share. */
export const readable = (params: URLSearchParams): string => params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');

/** A whole month as `2026-09`, which reads back as the same. */
function shortPeriod({ from, to }: { from: string; to: string }): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01-01` : `${from.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
  return from.endsWith('-01') && to === next ? from.slice(0, 7) : writePeriod({ from, to });
}
