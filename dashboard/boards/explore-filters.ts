import { memberWords } from '#dashboard/format.ts';
import type { Labels } from '#warehouse/query/labels.ts';
import { boundOps, filterOps, filterVerbs, listOps, nullOps, rangeOps, textOps, type Filter } from '#warehouse/query/query.ts';
import type { ExploreDimension } from './explore.ts';

type Op = Filter['op'];
/** A value of a cell: nothing is a value too. */
type Member = string | number | boolean | null;

/** What a condition is called in the editor. */
export const opWords = (op: Op): string => filterVerbs[op];

/** Conditions that make sense of a dimension: text has no range, a number no text, yes and no neither. */
export function opsOf({ type }: Pick<ExploreDimension, 'type'>): readonly Op[] {
  if (type === 'text') return [...listOps, ...textOps, ...nullOps];
  return type === 'boolean' ? [...listOps, ...nullOps] : [...listOps, ...rangeOps, ...boundOps, ...nullOps];
}

/** How many values a condition takes: as many as one likes, or none, one, two. */
export const valuesOf = (op: Op): 'list' | 0 | 1 | 2 => (isOf(listOps, op) ? 'list' : isOf(nullOps, op) ? 0 : isOf(rangeOps, op) ? 2 : 1);

const isOf = <T extends Op>(ops: readonly T[], op: Op): op is T => (ops as readonly Op[]).includes(op);

/** `Team is Network or Desk`. More than three values are counted. */
export function filterWords(filter: Filter, label: string, labels: Labels = {}): string {
  const called = (value: Member): string => labels[filter.field]?.[String(value)] ?? memberWords(filter.field, String(value));
  const values = 'values' in filter ? filter.values.map(called) : [];
  const shown = values.length > 3 ? [...values.slice(0, 2), `${values.length - 2} more`] : values;
  return `${label} ${filterVerbs[filter.op]} ${shown.join(valuesOf(filter.op) === 2 ? ' and ' : ' or ')}`.trim();
}

export const withoutFilter = (filters: readonly Filter[], filter: Filter): Filter[] => filters.filter((one) => one !== filter);

/** Whether a filter asks for, or excludes, just this member among others. */
export function stance(filters: readonly Filter[], field: string, member: Member): 'in' | 'not_in' | undefined {
  const own = filters.filter((filter) => filter.field === field);
  if (member === null) return own.some(({ op }) => op === 'null') ? 'in' : own.some(({ op }) => op === 'not_null') ? 'not_in' : undefined;
  const found = own.find((filter) => (filter.op === 'in' || filter.op === 'not_in') && filter.values.map(String).includes(String(member)));
  return found?.op as 'in' | 'not_in' | undefined;
}

/**
 * Takes a member into the filter, or out of it when it is there already. Asking for a member ends its exclusion, and the other way
 * round; “none” cannot be asked for together with others, so it takes their place.
 */
export function toggled(filters: readonly Filter[], field: string, member: Member, op: 'in' | 'not_in'): Filter[] {
  const isThere = stance(filters, field, member) === op;
  if (member === null) {
    const rest = filters.filter(
      (one) => one.field !== field || !(['null', 'not_null', op === 'in' ? 'in' : ''] as string[]).includes(one.op)
    );
    return isThere ? rest : [...rest, { field, op: op === 'in' ? 'null' : 'not_null' }];
  }
  const cleared = filters.flatMap((filter) => {
    if (filter.field !== field) return [filter];
    if (filter.op === 'null' && op === 'in') return [];
    if (filter.op !== 'in' && filter.op !== 'not_in') return [filter];
    const values = filter.values.filter((value) => String(value) !== String(member));
    return values.length > 0 ? [{ ...filter, values }] : [];
  });
  if (isThere) return cleared;
  const known = cleared.find((filter) => filter.field === field && filter.op === op);
  if (known && 'values' in known && (known.op === 'in' || known.op === 'not_in'))
    return cleared.map((filter) => (filter === known ? { ...known, values: [...known.values, String(member)] } : filter));
  return [...cleared, { field, op, values: [String(member)] }];
}

/** Filters for the leaderboard of a dimension: without those that ask for its members, so that others can be chosen besides. */
export const withoutOwn = (filters: readonly Filter[], field: string): Filter[] =>
  filters.filter((filter) => filter.field !== field || (filter.op !== 'in' && filter.op !== 'null'));

/** A filter as a form spells it; several values in one field stand in lines of their own. */
export interface FilterForm {
  field: string;
  op: string;
  values: readonly string[];
}

/** @returns the filter, or in words what is missing */
export function filterOfForm({ field, op, values }: FilterForm, dimensions: readonly ExploreDimension[]): Filter | string {
  const dimension = dimensions.find(({ name }) => name === field);
  if (!dimension) return 'Choose what to filter by.';
  const known = filterOps.find((one) => one === op);
  if (!known || !opsOf(dimension).includes(known)) return `“${dimension.label}” has no such condition.`;
  const given = values
    .flatMap((value) => value.split('\n'))
    .map((value) => value.trim())
    .filter(Boolean);
  const wanted = valuesOf(known);
  if (wanted === 0) return { field, op: known } as Filter;
  if (given.length === 0) return 'Give a value.';
  if (wanted !== 'list' && given.length !== wanted) return wanted === 2 ? 'Give the first and the last value.' : 'Give one value.';
  const wrong = dimension.type === 'integer' ? given.find((value) => !Number.isFinite(Number(value))) : undefined;
  if (wrong !== undefined) return `“${dimension.label}” is a number, ${wrong.slice(0, 40)} is none.`;
  return { field, op: known, values: wanted === 'list' ? [...new Set(given)] : given } as Filter;
}

/** Adds a filter in the place of the one that was edited, or of the same field and condition. */
export function placed(filters: readonly Filter[], filter: Filter, edited?: Filter): Filter[] {
  const same = edited ?? filters.find((one) => one.field === filter.field && one.op === filter.op);
  return same ? filters.map((one) => (one === same ? filter : one)) : [...filters, filter];
}
