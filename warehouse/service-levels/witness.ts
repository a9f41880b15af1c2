import type { Column } from '../contract.ts';
import type { Condition, Scalar } from './condition.ts';

/** A condition that holds no others. */
export type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;
export interface Literal {
  leaf: Leaf;
  isNegated: boolean;
}
type ColumnLeaf = Extract<Leaf, { column: string }>;
type Asked = { leaf: ColumnLeaf; isNegated: boolean };
type Value = Scalar | null;

/**
 * A value of one column that meets all literals about it.
 * @param column undefined for one that the record type lacks: it may have any value
 * @returns undefined for `changed` and `replied`, which are no values, when they do not contradict each other
 */
export function witnessOf(column: Column | undefined, literals: readonly Literal[]): { value: Value } | 'never' | 'unknown' | undefined {
  const asked = literals.filter((literal): literal is Asked => 'column' in literal.leaf);
  if (asked.length === 0) return new Set(literals.map(({ isNegated }) => isNegated)).size > 1 ? 'never' : undefined;
  const candidates = column?.required ? candidatesOf(column, asked) : [null, ...candidatesOf(column, asked)];
  const meets = (value: Value) => asked.every(({ leaf, isNegated }) => meetsLeaf(leaf, value) !== isNegated);
  const value = [...candidates.filter((each) => each !== null), null].find((each) => candidates.includes(each) && meets(each));
  if (value !== undefined) return { value };
  return isComplete(column, asked) || contradict(asked) ? 'never' : 'unknown';
}

/** Whether a value meets a condition about its column, as the engine decides it. */
export function meetsLeaf(leaf: ColumnLeaf, value: Value): boolean {
  if (leaf.kind === 'in') return leaf.values.includes(value);
  if (value === null) return false;
  if (leaf.kind === 'text') {
    const [text, part] = [String(value).toLowerCase(), leaf.text.toLowerCase()];
    return leaf.match === 'contains' ? text.includes(part) : text.startsWith(part);
  }
  const amount = amountOf(value);
  return (leaf.from === undefined || amount >= amountOf(leaf.from)) && (leaf.to === undefined || amount <= amountOf(leaf.to));
}

/** Numbers as they are, instants as milliseconds of the epoch. */
const amountOf = (value: Scalar): number => (typeof value === 'string' ? Date.parse(value) : Number(value));

const namedValues = (asked: readonly Asked[]): Value[] => asked.flatMap(({ leaf }) => (leaf.kind === 'in' ? leaf.values : []));

function candidatesOf(column: Column | undefined, asked: readonly Asked[]): Value[] {
  if (column?.values) return [...column.values];
  if (column?.type === 'boolean') return [true, false];
  if (column?.type === 'integer' || column?.type === 'number') return numbers(column, asked);
  if (column?.type === 'instant') return instants(asked);
  return [...namedValues(asked).filter((value) => value !== null), ...texts(asked)];
}

const bounds = (asked: readonly Asked[]): number[] =>
  [
    ...asked.flatMap(({ leaf }) => (leaf.kind === 'range' ? [leaf.from, leaf.to] : [])),
    ...namedValues(asked).filter((value) => value !== null)
  ].flatMap((value) => (value === undefined ? [] : [amountOf(value)]));

/** Truth changes only at a bound, so bounds, their neighbours, and for fractions a point between each two decide. */
function around(marks: readonly number[], step: number): number[] {
  const sorted = [...new Set(marks)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((mark, index) => (mark + (sorted[index] as number)) / 2);
  return [...sorted, ...between, ...sorted.flatMap((mark) => [mark - step, mark + step])];
}

function numbers({ type, range }: Column, asked: readonly Asked[]): number[] {
  const marks = [...bounds(asked), ...(range ?? [0])];
  const within = (value: number) => !range || (value >= range[0] && value <= range[1]);
  if (type === 'number') return around(marks, 1).filter(within);
  return [...new Set(marks.flatMap((mark) => [Math.floor(mark) - 1, Math.floor(mark), Math.ceil(mark), Math.ceil(mark) + 1]))].filter(
    within
  );
}

/** Microseconds are the grain of instants, milliseconds that of this search: a gap narrower than one is not looked into. */
const instants = (asked: readonly Asked[]): string[] =>
  around(bounds(asked).length > 0 ? bounds(asked) : [0], 1000)
    .filter((at) => Math.abs(at) <= 8.64e15)
    .map((at) => new Date(at).toISOString());

/** A text with all that is wanted of it, and some that nothing speaks of. */
function texts(asked: readonly Asked[]): string[] {
  const wanted = asked.flatMap(({ leaf, isNegated }) => (leaf.kind === 'text' && !isNegated ? [leaf] : []));
  const starts = wanted.filter(({ match }) => match === 'starts_with').map(({ text }) => text);
  const start = starts.sort((a, b) => b.length - a.length)[0] ?? '';
  const parts = wanted.filter(({ match }) => match === 'contains').map(({ text }) => text);
  const missing = parts.filter((part) => !start.toLowerCase().includes(part.toLowerCase()));
  return [
    [start, ...missing].join(' ').trim(),
    [start, ...missing].join(''),
    ...['…', '†', '‡'].map((mark) => [start, ...missing, mark].join(mark))
  ];
}

/** A list of values wanted, or a column of few values: then all candidates have been tried. */
function isComplete(column: Column | undefined, asked: readonly Asked[]): boolean {
  if (column && (column.values || column.type !== 'text')) return !(column.type === 'instant' && hasNarrowGap(asked));
  return asked.some(({ leaf, isNegated }) => leaf.kind === 'in' && !isNegated);
}

function hasNarrowGap(asked: readonly Asked[]): boolean {
  const marks = [
    ...new Set(asked.flatMap(({ leaf }) => (leaf.kind === 'range' ? [leaf.from, leaf.to] : [])).filter((mark) => mark !== undefined))
  ];
  const sorted = marks.map(amountOf).sort((a, b) => a - b);
  return sorted.some((mark, index) => index > 0 && mark - (sorted[index - 1] as number) <= 1);
}

/** What texts are asked for that cannot all be: two beginnings, or a part that is wanted and refused. */
function contradict(asked: readonly Asked[]): boolean {
  const said = (isNegated: boolean) =>
    asked.flatMap(({ leaf, isNegated: is }) =>
      leaf.kind === 'text' && is === isNegated ? [{ ...leaf, text: leaf.text.toLowerCase() }] : []
    );
  const [wanted, refused] = [said(false), said(true)];
  const starts = wanted.filter(({ match }) => match === 'starts_with').map(({ text }) => text);
  if (starts.some((one) => starts.some((other) => !one.startsWith(other) && !other.startsWith(one)))) return true;
  return wanted.some(({ match, text }) =>
    refused.some((no) => (no.match === 'contains' ? text.includes(no.text) : match === 'starts_with' && text.startsWith(no.text)))
  );
}
