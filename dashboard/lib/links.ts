import type { Cell } from '#dashboard/charts/cell.ts';
import { toParams } from '#warehouse/query/params.ts';
import type { Query } from '#warehouse/query/query.ts';

/** Address of an answer: Arrow for charts, or a download. */
export function queryUrl(query: Query, format: 'arrow' | 'csv' | 'json' = 'arrow'): string {
  const params = toParams(query);
  params.set('format', format);
  return `/api/query?${readable(params)}`;
}

/** Address of the records behind one cell of an answer. */
export function recordsUrl(query: Query, cell?: Cell): string {
  return `/records?${readable(recordsParams(query, cell))}`;
}

/** Parameters of a records list: the query, and `cell.<dimension>` for the members of the cell. */
export function recordsParams(query: Query, cell?: Cell): URLSearchParams {
  const measure = cell && query.measures.includes(cell.measure) ? cell.measure : (query.measures[0] ?? '');
  const { dimensions, grain, period, filters } = query;
  const params = toParams({ measures: [measure], dimensions, grain, period, filters });
  for (const name of cell ? [...(dimensions ?? []), ...(grain ? ['period'] : [])] : []) {
    const value = cell?.members[name];
    params.set(`cell.${name}`, value === null || value === undefined ? '' : String(value));
  }
  return params;
}

/** Commas, colons and dots need no escape inside a query: addresses that people read and share. */
const readable = (params: URLSearchParams): string => params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');

export const recordUrl = (type: string, id: string): string => `/records/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
