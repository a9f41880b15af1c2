import { grains, periodComparisons, type Filter, type Grain, type Period, type Query } from '#warehouse/query/query.ts';
import { writePeriod } from '#warehouse/query/params.ts';
import { word } from '../format.ts';
import type { Board, PanelQuery } from './board.ts';
import { periodWords, tryPeriod } from './periods.ts';

/** What the reader of a page chose. It lives in the URL; what is left at its default is not written. */
export interface Scope {
  period: Period;
  grain: Grain;
  compare: (typeof periodComparisons)[number] | undefined;
  /** Chosen members by dimension. */
  chosen: Readonly<Record<string, readonly string[]>>;
  /** What the page itself is about, one party: every question carries it, and nothing in the URL can take it away. */
  own?: readonly Filter[];
  /** How the page is shown: `weight.<panel>` of a Pareto, `by.<panel>` of a growth, `marks` = `off`. */
  shown?: Readonly<Record<string, string>>;
  /** What the URL asks for and cannot be read, with what is shown in its place; absent when all could be read. */
  unread?: readonly string[];
}

export const defaultPeriod: Period = { last: 12, unit: 'month' };
export const defaultGrain: Grain = 'month';
const oneOf = <T extends string>(known: readonly T[], text: string | null): T | undefined => known.find((one) => one === text);

/** Reads a page's URL; what is unknown or broken falls back to the board's default and is named. */
export function readScope(params: URLSearchParams, board: Pick<Board, 'filters' | 'period' | 'grain'>): Scope {
  const from = params.get('from');
  const to = params.get('to');
  const range = from && to ? tryPeriod(`${from}..${to}`) : undefined;
  const chosen = board.filters.map((field) => [field, params.getAll(field).filter((value) => value !== '')] as const);
  const shown = [...params].filter(([name, value]) => viewName.test(name) && /^[a-z]{1,20}$/.test(value));
  const named = tryPeriod(params.get('period'));
  const grain = oneOf(grains, params.get('grain'));
  const compare = oneOf(periodComparisons, params.get('compare'));
  const scope: Scope = {
    period: range ?? named ?? board.period ?? defaultPeriod,
    grain: grain ?? board.grain ?? defaultGrain,
    compare,
    chosen: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    ...(shown.length > 0 ? { shown: Object.fromEntries(shown) } : {})
  };
  const unread = [
    from && to && !range ? `the dates ${from} to before ${to}, showing ${periodWords(scope.period)}` : undefined,
    !range && params.get('period') && !named
      ? `the period “${cut(params.get('period')!)}”, showing ${periodWords(scope.period)}`
      : undefined,
    params.get('grain') && !grain ? `the grain “${cut(params.get('grain')!)}”, showing by ${word(scope.grain)}` : undefined,
    params.get('compare') && !compare ? `the comparison “${cut(params.get('compare')!)}”, showing none` : undefined
  ].filter((one) => one !== undefined);
  return unread.length > 0 ? { ...scope, unread } : scope;
}

/** Parameters that say how a page is shown, not what it is about. */
const viewName = /^(marks|(weight|by)\.[a-z-]{1,40})$/;

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The shortest parameters that read back as the same scope. */
export function writeScope(scope: Scope, board: Pick<Board, 'filters' | 'period' | 'grain'>): URLSearchParams {
  const params = new URLSearchParams();
  const period = writePeriod(scope.period);
  if (period !== writePeriod(board.period ?? defaultPeriod)) params.set('period', period);
  if (scope.grain !== (board.grain ?? defaultGrain)) params.set('grain', scope.grain);
  if (scope.compare) params.set('compare', scope.compare);
  for (const field of board.filters) for (const value of scope.chosen[field] ?? []) params.append(field, value);
  for (const [name, value] of Object.entries(scope.shown ?? {})) params.set(name, value);
  return params;
}

/** Address of the page shown in another way, all else kept. @param value undefined for the default */
export function shownAddress(
  scope: Scope,
  board: Pick<Board, 'filters' | 'period' | 'grain'>,
  name: string,
  value: string | undefined
): string {
  const shown = Object.fromEntries([
    ...Object.entries(scope.shown ?? {}).filter(([key]) => key !== name),
    ...(value ? [[name, value]] : [])
  ]);
  return `?${writeScope({ ...scope, shown }, board)}`;
}

/** Chosen members as filters of the query door. `(none)` stands for records without a value. */
export const chosenFilters = ({ own = [], chosen }: Pick<Scope, 'chosen' | 'own'>): Filter[] => [
  ...own,
  ...Object.entries(chosen).map(([field, values]): Filter =>
    values.length === 1 && values[0] === '(none)' ? { field, op: 'null' } : { field, op: 'in', values }
  )
];

/** A panel's query under what the reader chose. */
export function scoped(query: PanelQuery, scope: Scope): Query {
  const { grain, period, compares, filters, ...rest } = query;
  const all = [...(filters ?? []), ...chosenFilters(scope)];
  return {
    ...rest,
    period: period ?? scope.period,
    ...(grain ? { grain: grain === 'scope' ? scope.grain : grain } : {}),
    ...(all.length > 0 ? { filters: all } : {}),
    ...(compares && scope.compare ? { compare: scope.compare } : {})
  };
}

/** Address of a page after its filter form: only what is not a default, `''` when that is nothing. */
export function chosenAddress(
  entries: Iterable<[string, unknown]>,
  board: Pick<Board, 'filters' | 'period' | 'grain'>,
  without: readonly string[] = []
): string {
  const params = new URLSearchParams();
  for (const [name, value] of entries) if (typeof value === 'string' && value !== '' && !without.includes(name)) params.append(name, value);
  const written = writeScope(readScope(params, board), board).toString();
  return written ? `?${written}` : '';
}
