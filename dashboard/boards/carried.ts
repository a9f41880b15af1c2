import { readScope, writeScope } from './scope.ts';

const anyBoard = { filters: [] };
/** Pages, by how their path begins, that show a period but neither grain nor comparison, or none of them. */
const withoutGrain = [
  /^\/service-levels\/(agreements|policy|time|customers$|chain|changes|reconciliation)/,
  /^\/(views|data|definitions|kpis)$/,
  /^\/problems\/./,
  /^\/records\/./
];

/**
 * Address of another page with the period that the reader chose here, and grain and comparison where that page has them. Filters stay
 * behind, a default is never written, and what the address says by itself stands. A page without a period, and the page of one record,
 * hand it on; receipts say what they are about by themselves.
 * @param here the page that links there
 */
export function carried(address: string, here: Pick<URL, 'pathname' | 'searchParams'>): string {
  if (/^(#|\/records(\?|$))/.test(address)) return address;
  const { period, grain, compare } = readScope(here.searchParams, anyBoard);
  // A receipt of all time is about its figure: nobody chose to see every page so.
  if (here.pathname === '/records' && 'all' in period) return address;
  const [, path = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const params = new URLSearchParams(search);
  const isPlain = withoutGrain.some((start) => start.test(path));
  for (const [name, value] of writeScope({ period, grain, compare, chosen: {} }, anyBoard))
    if (!params.has(name) && !(isPlain && name !== 'period')) params.append(name, value);
  const written = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `${path}${written ? `?${written}` : ''}${hash}`;
}
