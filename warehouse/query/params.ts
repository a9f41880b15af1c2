import { QueryError, nearest } from './error.ts';
import type { boundOps } from './query.ts';
import {
  comparisons,
  filterOps,
  grains,
  listOps,
  nullOps,
  periodUnits,
  rangeOps,
  textOps,
  toDateUnits,
  type Comparison,
  type Filter,
  type Grain,
  type Period,
  type PeriodUnit,
  type Query,
  type Sort,
  type Top
} from './query.ts';

/** Names of the parameters that spell a query, in the order they are written. */
export const queryParams = [
  'measures',
  'by',
  'grain',
  'period',
  'filter',
  'compare',
  'totals',
  'top',
  'sort',
  'limit',
  'zone',
  'asKnownOn'
] as const;

/** How the grand total is written; other totals are the keys they keep. */
const grand = 'grand';

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
  for (const kept of query.totals ?? []) params.append('totals', kept.length ? joinList(kept) : grand);
  if (query.top) params.set('top', writeTop(query.top));
  if (query.sort?.length) params.set('sort', joinList(query.sort.map(({ by, descending }) => (descending ? `-${by}` : by))));
  if (query.limit !== undefined) params.set('limit', String(query.limit));
  if (query.zone) params.set('zone', query.zone);
  if (query.asKnownOn) params.set('asKnownOn', query.asKnownOn);
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
    totals: emptyToNone(params.getAll('totals').map((text) => (text === grand ? [] : splitList(text)))),
    top: readTop(params.get('top')),
    sort: list('sort')?.map(readSort),
    limit: limit ? readNumber('limit', limit) : undefined,
    zone: params.get('zone') || undefined,
    asKnownOn: params.get('asKnownOn') || undefined
  });
}

/** `last-12-months`, `last-3-complete-months`, `fiscal_year-to-date`, `2026-01-01..2026-04-01`, `all`. */
export function writePeriod(period: Period): string {
  if ('all' in period) return 'all';
  if ('from' in period) return `${period.from}..${period.to}`;
  if ('toDate' in period) return `${period.toDate}-to-date`;
  return `last-${period.last}-${period.complete ? 'complete-' : ''}${period.unit}s`;
}

const units = periodUnits.join('|');
const lastForm = new RegExp(`^last-(\\d{1,5})-(complete-)?(${units})s?$`);
const toDateForm = new RegExp(`^(${toDateUnits.join('|')})-to-date$`);
const periodForms =
  'last-12-months, last-3-complete-months, last-2-fiscal_years, month-to-date, 2026, 2026-Q3, 2026-09, 2026-W38, 2026-01-01..2026-04-01 or all';

/** Reads what `writePeriod` writes, and a calendar year, quarter, month or ISO week; nothing for an absent or empty text. */
export function readPeriod(text: string | null | undefined): Period | undefined {
  if (!text) return undefined;
  if (text === 'all') return { all: true };
  const span = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (span) return { from: span[1]!, to: span[2]! };
  const last = lastForm.exec(text);
  if (last) return { last: Number(last[1]), unit: last[3] as PeriodUnit, ...(last[2] ? { complete: true } : {}) };
  const toDate = toDateForm.exec(text);
  if (toDate) return { toDate: toDate[1] as Exclude<PeriodUnit, 'day'> };
  const named = readCalendarPeriod(text);
  if (named) return named;
  throw new QueryError('period', text, `cannot read the period ${text}; write ${periodForms}`);
}

/** `2026`, `2026-Q3`, `2026-09`, `2026-W38`. */
export function readCalendarPeriod(text: string): { from: string; to: string } | undefined {
  const [, year, quarter, month, week] = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])|W(0[1-9]|[1-4]\d|5[0-3])))?$/.exec(text) ?? [];
  if (!year) return undefined;
  if (week) {
    const first = Temporal.PlainDate.from(`${year}-01-04`);
    const from = first.subtract({ days: first.dayOfWeek - 1 }).add({ weeks: Number(week) - 1 });
    if (from.yearOfWeek !== Number(year)) return undefined;
    return { from: from.toString(), to: from.add({ weeks: 1 }).toString() };
  }
  const start = quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1);
  const from = new Temporal.PlainDate(Number(year), start, 1);
  return { from: from.toString(), to: from.add({ months: quarter ? 3 : month ? 1 : 12 }).toString() };
}

/** `team:5`, `team:5:-incident.resolved` (ranked by, least first). */
function writeTop({ dimension, count, by, ascending }: Top): string {
  const rank = `${ascending ? '-' : ''}${by ?? ''}`;
  return `${dimension}:${count}${rank ? `:${rank}` : ''}`;
}

function readTop(text: string | null): Top | undefined {
  if (!text) return undefined;
  const [, dimension, count, least, by] = /^([^:]+):(\d{1,9})(?::(-)?([^:]*))?$/.exec(text) ?? [];
  if (!dimension) {
    throw new QueryError('top', text, `cannot read the top ${text}; write dimension:count:measure, for example team:5:incident.opened`);
  }
  return { dimension, count: Number(count), ...(by ? { by } : {}), ...(least ? { ascending: true } : {}) };
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
  if (isOneOf(nullOps, known)) return { field, op: known };
  if (rest === undefined) throw new QueryError('filter', text, `the filter ${text} names no value; ${example}`);
  const values = splitList(rest);
  if (isOneOf(listOps, known)) return { field, op: known, values };
  if (isOneOf(textOps, known)) return { field, op: known, values: [values.join(',')] };
  const wanted = isOneOf(rangeOps, known) ? 2 : 1;
  if (values.length !== wanted || values.includes('')) throw new QueryError('filter', text, rangeHint(field, known));
  if (isOneOf(rangeOps, known)) return { field, op: known, values: [values[0]!, values[1]!] };
  return { field, op: known as (typeof boundOps)[number], values: [values[0]!] };
}

const rangeHint = (field: string, op: string): string =>
  isOneOf(rangeOps, op)
    ? `${op} needs two values, for example ${field}:${op}:1,3; with one end open write ${field}:at_least:1 or ${field}:at_most:3`
    : `${op} needs one value, for example ${field}:${op}:3`;

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T => (list as readonly string[]).includes(value);

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
