import { QueryError, nearest } from './error.ts';
import { comparisons, grains, type Comparison, type Filter, type Grain, type Period, type Query, type Sort } from './query.ts';

/** Names of the parameters that spell a query, in the order they are written. */
export const queryParams = ['measures', 'by', 'grain', 'period', 'filter', 'compare', 'sort', 'limit'] as const;

const filterOps = ['in', 'not_in', 'contains', 'between', 'null', 'not_null'] as const;

/**
 * A query as short, readable parameters: `measures=incident.opened&by=team&grain=month&period=last-12-months`. Only what was
 * asked is written. Commas and backslashes inside values are escaped with a backslash.
 */
export function toParams(query: Query): URLSearchParams {
  const params = new URLSearchParams({ measures: joinList(query.measures) });
  if (query.dimensions?.length) params.set('by', joinList(query.dimensions));
  if (query.grain) params.set('grain', query.grain);
  if (query.period) params.set('period', writePeriod(query.period));
  for (const filter of query.filters ?? []) params.append('filter', writeFilter(filter));
  if (query.compare) params.set('compare', query.compare);
  if (query.sort?.length) params.set('sort', joinList(query.sort.map(({ by, descending }) => (descending ? `-${by}` : by))));
  if (query.limit !== undefined) params.set('limit', String(query.limit));
  return params;
}

/**
 * Reads what `toParams` writes; parameters of other names are left alone. Values of filters stay text until the catalogue
 * gives them their type.
 * @throws QueryError naming the parameter
 */
export function parseParams(params: URLSearchParams): Query {
  const list = (name: string): string[] | undefined => emptyToNone(params.getAll(name).flatMap(splitList));
  const filters = emptyToNone(params.getAll('filter').map(readFilter));
  const limit = params.get('limit');
  return withoutNothing({
    measures: list('measures') ?? [],
    dimensions: list('by'),
    grain: oneOf<Grain>('grain', params.get('grain'), grains),
    period: readPeriod(params.get('period')),
    filters,
    compare: oneOf<Comparison>('compare', params.get('compare'), comparisons),
    sort: list('sort')?.map(readSort),
    limit: limit ? readNumber('limit', limit) : undefined
  });
}

/** `last-12-months`, `last-3-complete-months`, `month-to-date`, `2026-01-01..2026-04-01`, `all`. */
export function writePeriod(period: Period): string {
  if ('all' in period) return 'all';
  if ('from' in period) return `${period.from}..${period.to}`;
  if ('toDate' in period) return `${period.toDate}-to-date`;
  return `last-${period.last}-${period.complete ? 'complete-' : ''}${period.unit}s`;
}

/** Reads what `writePeriod` writes, and a month `2026-09`; nothing for an absent or empty text. */
export function readPeriod(text: string | null | undefined): Period | undefined {
  if (!text) return undefined;
  if (text === 'all') return { all: true };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    return { from: `${text}-01`, to: Temporal.PlainYearMonth.from(text).add({ months: 1 }).toPlainDate({ day: 1 }).toString() };
  const span = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (span) return { from: span[1]!, to: span[2]! };
  const last = /^last-(\d{1,5})-(complete-)?(day|week|month|quarter|year)s?$/.exec(text);
  if (last) return { last: Number(last[1]), unit: last[3] as Exclude<Grain, 'hour'>, ...(last[2] ? { complete: true } : {}) };
  const toDate = /^(week|month|quarter|year)-to-date$/.exec(text);
  if (toDate) return { toDate: toDate[1] as 'week' | 'month' | 'quarter' | 'year' };
  const forms = 'last-12-months, last-3-complete-months, last-1-complete-months, month-to-date, 2026-09, 2026-01-01..2026-04-01 or all';
  throw new QueryError('period', text, `cannot read the period ${text}; write ${forms}`);
}

/** `team:in:Network,Desk`, `priority:null`. */
export function writeFilter(filter: Filter): string {
  return 'values' in filter ? `${filter.field}:${filter.op}:${joinList(filter.values.map(String))}` : `${filter.field}:${filter.op}`;
}

export function readFilter(text: string): Filter {
  const [, field, op, rest] = /^([^:]+):([a-z_]+)(?::([\s\S]*))?$/.exec(text) ?? [];
  const example = 'write field:op:values, for example team:in:Network,Desk';
  if (!field || !op) throw new QueryError('filter', text, `cannot read the filter ${text}; ${example}`);
  const known = oneOf('filter', op, filterOps)!;
  if (known === 'null' || known === 'not_null') return { field, op: known };
  if (rest === undefined) throw new QueryError('filter', text, `the filter ${text} names no value; ${example}`);
  const values = splitList(rest);
  if (known === 'in' || known === 'not_in') return { field, op: known, values };
  if (known === 'contains') return { field, op: known, values: [values.join(',')] };
  if (values.length !== 2) throw new QueryError('filter', text, `between needs two values, for example ${field}:between:1,3`);
  return { field, op: known, values: [values[0]!, values[1]!] };
}

const readSort = (text: string): Sort => (text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text });

const joinList = (values: readonly string[]): string => values.map((value) => value.replaceAll(/[\\,]/g, '\\$&')).join(',');

/** Splits at commas that no backslash stands before. */
function splitList(text: string): string[] {
  const pieces = text.match(/(?:\\[\s\S]|[^,\\]|\\$)+|,/g) ?? [];
  const values = [''];
  for (const piece of pieces) {
    if (piece === ',') values.push('');
    else values.push(values.pop() + piece.replaceAll(/\\([\s\S])/g, '$1'));
  }
  return values;
}

function oneOf<T extends string>(field: string, value: string | null, allowed: readonly T[]): T | undefined {
  if (!value) return undefined;
  const found = allowed.find((entry) => entry === value);
  if (found) return found;
  throw new QueryError(field, value, `${field} cannot be ${value}; it can be ${allowed.join(', ')}`, {
    suggestion: nearest(value, allowed),
    possible: allowed
  });
}

function readNumber(field: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new QueryError(field, text, `${field} is a whole number, not ${text}`);
}

const emptyToNone = <T>(values: T[]): T[] | undefined => (values.length ? values : undefined);

const withoutNothing = (query: Query): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as unknown as Query;
