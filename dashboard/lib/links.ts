import type { Cell } from '#dashboard/charts/cell.ts';
import type { Row } from '#dashboard/charts/table.ts';
import { toParams } from '#warehouse/query/params.ts';
import { readable, receiptParams } from '#warehouse/query/receipt-address.ts';
import type { Query } from '#warehouse/query/query.ts';

/** Address of an answer for a chart, or of a download. */
export function queryUrl(query: Query, format: 'csv' | 'json'): string {
  const params = toParams(query);
  params.set('format', format);
  return `/api/query?${readable(params)}`;
}

/** Address of the receipt of one cell of an answer, or of its total: what it means, how it comes about, its records. */
export function recordsUrl(query: Query, cell?: Cell): string {
  return `/records?${readable(recordsParams(query, cell))}`;
}

/** Address of the receipt of a figure in a table of an answer; none for a column that is no figure of the query. */
export function cellUrl(query: Query, row: Row, column: string): string | undefined {
  return query.measures.includes(column.replace(besideName, '')) ? recordsUrl(query, { measure: column, members: row }) : undefined;
}

const besideName = /:(compare|target)$/;

/**
 * Parameters of a receipt. `<measure>:compare` means the cell of the compared period, `<measure>:target` that of the goal; a member that
 * is not told, or rolled up in a total, is not narrowed.
 */
export function recordsParams(query: Query, cell?: Cell): URLSearchParams {
  if (!cell) return receiptParams(query);
  const measure = cell.measure.replace(besideName, '');
  const named = query.measures.includes(measure) ? measure : undefined;
  const rolledUp = query.totals && cell.members.total ? String(cell.members.total).split(',') : [];
  const told = (query.dimensions ?? []).filter((name) => cell.members[name] !== undefined && !rolledUp.includes(name));
  const dimensions = Object.fromEntries(told.map((name) => [name, cell.members[name] ?? null]));
  const { period } = cell.members;
  const isDated = query.grain !== undefined && typeof period === 'string' && !rolledUp.includes('period');
  const isOther = query.top !== undefined && cell.members.other === true;
  return receiptParams(query, named, {
    dimensions,
    ...(isDated ? { period } : {}),
    ...(isOther ? { other: true } : {}),
    compare: cell.measure.endsWith(':compare'),
    goal: cell.measure.endsWith(':target')
  });
}

export const recordUrl = (type: string, id: string): string => `/records/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
export const customerUrl = (name: string): string => `/service-levels/customers/${encodeURIComponent(name)}`;
export const supplierUrl = (name: string): string => `/suppliers/${encodeURIComponent(name)}`;
