import { identifier, literal } from '../connection.ts';
import type { Dimension } from '../metrics/dimension.ts';
import type { Measure } from '../metrics/measure.ts';
import type { Binder } from './binder.ts';
import { keysOf, type CheckedQuery } from './normalise.ts';
import type { AnswerColumn } from './query.ts';

/** Column of a part in the steps of the statement. */
export const alias = ({ parts }: CheckedQuery, name: string): string => `m${parts.findIndex((part) => part.name === name)}`;

export const hasCompare = ({ period }: CheckedQuery, part: { aggregate: { date: string } }): boolean =>
  Boolean(period.compare) && part.aggregate.date !== 'as_of';

/** One column of the answer: what it is, and its SQL over the step `answer`. */
interface Output {
  column: AnswerColumn;
  sql: string;
}

/** The last SELECT: values, order and limit. @param most most rows, where the question names no lower limit */
export function outer(checked: CheckedQuery, binder: Binder, most = Infinity): string {
  const { query, levels, top } = checked;
  const outputs = outputsOf(checked);
  const select = outputs.map(({ column, sql }) => (sql === column.name ? sql : `${sql} AS ${identifier(column.name)}`));
  const from = `answer${top ? ` LEFT JOIN leader ON d${top.at} = leader_rank` : ''}`;
  const rows = `SELECT ${select.join(', ')}\nFROM ${from}`;
  const isLimited = query.limit !== undefined && query.limit <= most;
  const order = orderOf(checked, levels.length > 1 && isLimited ? outputs : undefined);
  const limit = isLimited ? binder.bind(query.limit!) : Number.isFinite(most) ? binder.bind(most) : undefined;
  const ordered = order ? `\nORDER BY ${order}` : '';
  if (levels.length > 1 && isLimited) {
    return `${rows}\nQUALIFY level > 0 OR row_number() OVER (PARTITION BY level > 0 ORDER BY ${order}) <= ${limit}${ordered}`;
  }
  return `${rows}${ordered}${limit === undefined ? '' : `\nLIMIT ${limit}`}`;
}

/** What each column of the answer is. */
export const answerColumns = (checked: CheckedQuery): AnswerColumn[] => outputsOf(checked).map(({ column }) => column);

const besides = {
  previous_period: { mark: 'compare', words: 'previous period' },
  same_period_last_year: { mark: 'compare', words: 'same period last year' },
  target: { mark: 'target', words: 'target' }
} as const;

function outputsOf(checked: CheckedQuery): Output[] {
  const { query, measures } = checked;
  const measured = measures.map((measure) => {
    const { name, label, unit, direction, clock } = measure;
    const ownClock = unit === 'seconds' && clock === 'business' ? { clock } : {};
    return { measure, column: { name, kind: 'measure' as const, label, unit, direction, ...ownClock }, sql: valueOf(measure, checked, '') };
  });
  const compare = query.compare && besides[query.compare];
  const compared = measured.map(({ measure, column }) => ({
    column: {
      ...column,
      name: `${column.name}:${compare?.mark}`,
      kind: compare?.mark ?? 'compare',
      label: `${column.label}, ${compare?.words}`
    },
    sql: compare?.mark === 'target' ? targetOf(measure, checked) : valueOf(measure, checked, '_compare')
  }));
  return [...keyOutputs(checked), ...marks(checked), ...measured.map(({ column, sql }) => ({ column, sql })), ...(compare ? compared : [])];
}

function keyOutputs(checked: CheckedQuery): Output[] {
  const { query, dimensions } = checked;
  const period: Output[] = query.grain
    ? [{ column: { name: 'period', kind: 'period', label: query.grain, unit: query.grain === 'hour' ? 'instant' : 'date' }, sql: 'period' }]
    : [];
  const members = dimensions.map((dimension, index): Output => {
    const { name, label, type } = dimension;
    return { column: { name, kind: 'dimension', label, unit: type }, sql: memberOf(dimension, index, checked) };
  });
  return [...period, ...members];
}

/** A member; of a dimension with leaders, the leader's name, or "Other" where that can be written. */
function memberOf({ type }: Dimension, index: number, checked: CheckedQuery): string {
  if (index !== checked.top?.at) return `d${index}`;
  return type === 'text' ? `CASE WHEN ${isOther(checked)} THEN 'Other' ELSE leader_member END` : 'leader_member';
}

const isOther = (checked: CheckedQuery): string => {
  const { at } = checked.top!;
  const own = checked.levels.length > 1 ? ` AND (level & ${2 ** (checked.dimensions.length - 1 - at)}) = 0` : '';
  return `(d${at} IS NULL${own})`;
};

/** Columns that say what a row is: `total` names the keys it rolls up, `other` that it stands for all members that do not lead. */
function marks(checked: CheckedQuery): Output[] {
  const keys = keysOf(checked.query);
  const rolledUp = (level: number): string =>
    literal(keys.filter((_, index) => Math.floor(level / 2 ** (keys.length - 1 - index)) % 2 === 1).join(','));
  const cases = checked.levels.slice(1).map((level) => `WHEN ${level} THEN ${rolledUp(level)}`);
  return [
    ...(cases.length
      ? [{ column: { name: 'total', kind: 'mark' as const, label: 'Total over', unit: 'text' }, sql: `CASE level ${cases.join(' ')} END` }]
      : []),
    ...(checked.top ? [{ column: { name: 'other', kind: 'mark' as const, label: 'Other', unit: 'boolean' }, sql: isOther(checked) }] : [])
  ];
}

/** Kinds that count: no row is 0. */
const wholeKinds: ReadonlySet<string> = new Set(['count', 'sum', 'stock', 'distinct']);

/** A measure from the columns of its parts. @param suffix `_compare` for the compared span */
export function valueOf(measure: Measure, checked: CheckedQuery, suffix: '' | '_compare'): string {
  const nothing = `CAST(NULL AS ${wholeKinds.has(measure.aggregate.kind) ? 'BIGINT' : 'DOUBLE'})`;
  if (checked.unavailable[measure.name]) return nothing;
  const cell = (name: string): string | undefined => {
    const part = checked.parts.find((entry) => entry.name === name)!;
    if (suffix && !hasCompare(checked, part)) return undefined;
    const value = `${alias(checked, name)}${suffix}`;
    return wholeKinds.has(part.aggregate.kind) ? `coalesce(${value}, 0)` : value;
  };
  if (measure.aggregate.kind !== 'derived') return cell(measure.name) ?? nothing;
  const [left, right] = measure.aggregate.from.map(cell);
  if (left === undefined || right === undefined) return nothing;
  if (measure.aggregate.operation === 'quotient') return `CAST(${left} AS DOUBLE) / nullif(${right}, 0)`;
  return `${left} ${measure.aggregate.operation === 'sum' ? '+' : '-'} ${right}`;
}

function targetOf(measure: Measure, checked: CheckedQuery): string {
  const goal = checked.targets.get(measure.name);
  return goal ? valueOf(goal, checked, '') : 'CAST(NULL AS DOUBLE)';
}

/**
 * Rows by what was asked, then by their keys in natural order. A total stands after the rows it sums up, "Other" after the leaders.
 * @param outputs given where names cannot stand for columns, as inside a window
 */
function orderOf(checked: CheckedQuery, outputs?: readonly Output[]): string {
  const { query, dimensions, levels, top } = checked;
  const keys = keysOf(query);
  const natural = new Map(dimensions.map((dimension, index) => [dimension.name, naturalOrder(dimension, index, checked)]));
  const columnOf = (name: string): string =>
    outputs?.find(({ column }) => column.name === name)?.sql ?? (name === 'period' ? name : identifier(name));
  const isSummed = levels.length > 1;
  const rolled = (key: string): string[] => (isSummed ? [`(level & ${2 ** (keys.length - 1 - keys.indexOf(key))}) ASC`] : []);
  const byKey = (key: string, way = 'ASC', none = ' NULLS LAST'): string[] => [
    ...rolled(key),
    `${natural.get(key) ?? 'period'} ${way}${none}`
  ];
  const asked = query.sort ?? [];
  const firstMeasure = asked.findIndex(({ by }) => !keys.includes(by));
  const terms = asked.flatMap(({ by, descending }, index) => {
    const way = descending ? 'DESC' : 'ASC';
    if (keys.includes(by)) return byKey(by, way);
    const before = index === firstMeasure ? [...(isSummed ? ['level ASC'] : []), ...(top ? [`${isOther(checked)} ASC`] : [])] : [];
    return [...before, `${columnOf(by)} ${way} NULLS LAST`];
  });
  const named = new Set(asked.map(({ by }) => by));
  const rest = keys.filter((key) => !named.has(key)).flatMap((key) => (key === 'period' ? byKey(key, 'ASC', '') : byKey(key)));
  return [...terms, ...rest].join(', ');
}

/** Leaders stand in their rank. */
function naturalOrder({ order }: Dimension, index: number, { top }: CheckedQuery): string {
  const column = `d${index}`;
  if (!order || index === top?.at) return column;
  const cases = order.map((value, at) => `WHEN '${String(value).replaceAll("'", "''")}' THEN ${at}`).join(' ');
  return `CASE ${column} ${cases} ELSE ${order.length} END`;
}
