import type { Dimension } from '../metrics/dimension.ts';
import type { Binder } from './binder.ts';
import { lookUp, QueryError } from './error.ts';
import { limits } from './limits.ts';
import { boundOps, listOps, rangeOps, textOps, type Filter } from './query.ts';

/** A filter whose dimension has been looked up and whose values have its type. */
export interface CheckedFilter {
  filter: Filter;
  dimension: Dimension;
}

/** @throws QueryError naming the field, the value and what is possible */
export function checkFilter(filter: Filter, dimensions: ReadonlyMap<string, Dimension>): CheckedFilter {
  const dimension = lookUp('filters', 'dimension', filter.field, dimensions);
  if (!('values' in filter)) return { filter, dimension };
  const { field, op, values } = filter;
  if (values.length === 0) throw new QueryError('filters', field, `the filter on ${field} names no value`);
  if (values.length > limits.values) {
    throw new QueryError(
      'filters',
      values.length,
      `the filter on ${field} names ${values.length} values, at most ${limits.values} are possible`
    );
  }
  refuseOp(filter, dimension);
  const isText = (textOps as readonly string[]).includes(op);
  const typed = isText ? values.map(String) : values.map((value) => typedValue(value, dimension));
  const tooLong = typed.find((value) => typeof value === 'string' && value.length > limits.textLength);
  if (tooLong !== undefined)
    throw new QueryError('filters', field, `a value of the filter on ${field} is longer than ${limits.textLength} letters`);
  if ((rangeOps as readonly string[]).includes(op) && typed[0]! > typed[1]!) {
    throw new QueryError('filters', values, `the range ${values.join(' to ')} of ${field} is empty: its first value is the greater one`);
  }
  return { filter: { ...filter, values: typed } as Filter, dimension };
}

/** Text has no order that means anything, and numbers have no letters. */
function refuseOp({ op }: Filter, { name, type }: Dimension): void {
  const isRange = [...rangeOps, ...boundOps].some((known) => known === op);
  if (isRange && (type === 'text' || type === 'boolean')) {
    const possible = type === 'text' ? [...listOps, ...textOps] : [...listOps];
    const what = type === 'text' ? 'text, which has no range' : 'true or false, which has no range';
    throw new QueryError('filters', op, `${name} is ${what}; use ${possible.join(', ')}`, { possible });
  }
  if (type !== 'text' && textOps.some((known) => known === op)) {
    const possible = type === 'boolean' ? [...listOps] : [...listOps, ...rangeOps, ...boundOps];
    throw new QueryError('filters', op, `${name} is no text, so ${op} cannot look into it; use ${possible.join(', ')}`, { possible });
  }
}

function typedValue(value: string | number | boolean, { name, type }: Dimension): string | number | boolean {
  const refuse = (reason: string): never => {
    throw new QueryError('filters', value, reason);
  };
  switch (type) {
    case 'text':
      return String(value);
    case 'integer': {
      const number = typeof value === 'boolean' || String(value).trim() === '' ? NaN : Number(value);
      return Number.isFinite(number) ? number : refuse(`${name} is a number, ${String(value)} is none`);
    }
    case 'boolean':
      return { true: true, false: false }[String(value)] ?? refuse(`${name} is true or false, not ${String(value)}`);
    case 'date':
      return isDate(value) ? value : refuse(`${name} is a date, ${String(value)} is none; write YYYY-MM-DD`);
  }
}

function isDate(value: unknown): value is string {
  try {
    return typeof value === 'string' && Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch {
    return false;
  }
}

/** A filter as a condition with bound values. */
export function filterSql({ filter, dimension }: CheckedFilter, column: string, binder: Binder): string {
  const bind = (value: string | number | boolean): string => (dimension.type === 'date' ? binder.date(String(value)) : binder.bind(value));
  const list = (values: readonly (string | number | boolean)[]): string => values.map(bind).join(', ');
  const text = (name: string, value: string): string => `${name}(lower(CAST(${column} AS VARCHAR)), lower(${binder.bind(value)}))`;
  const orNone = (condition: string): string => `(${condition} OR ${column} IS NULL)`;
  switch (filter.op) {
    case 'in':
      return `${column} IN (${list(filter.values)})`;
    case 'not_in':
      return orNone(`${column} NOT IN (${list(filter.values)})`);
    case 'contains':
      return text('contains', filter.values[0]);
    case 'not_contains':
      return orNone(`NOT ${text('contains', filter.values[0])}`);
    case 'starts_with':
      return text('starts_with', filter.values[0]);
    case 'not_starts_with':
      return orNone(`NOT ${text('starts_with', filter.values[0])}`);
    case 'between':
      return `${column} BETWEEN ${bind(filter.values[0])} AND ${bind(filter.values[1])}`;
    case 'not_between':
      return orNone(`${column} NOT BETWEEN ${bind(filter.values[0])} AND ${bind(filter.values[1])}`);
    case 'at_least':
      return `${column} >= ${bind(filter.values[0])}`;
    case 'at_most':
      return `${column} <= ${bind(filter.values[0])}`;
    case 'null':
      return `${column} IS NULL`;
    case 'not_null':
      return `${column} IS NOT NULL`;
  }
}

/** A cell's value of a dimension as a filter: nothing is a value too. */
export const equals = (field: string, value: string | number | boolean | null): Filter =>
  value === null ? { field, op: 'null' } : { field, op: 'in', values: [value] };
