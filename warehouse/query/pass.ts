import { identifier } from '../connection.ts';
import type { Dimension } from '../metrics/dimension.ts';
import type { Binder } from './binder.ts';
import type { Buckets } from './bucket.ts';
import { filterSql } from './filter.ts';
import type { CheckedQuery } from './normalise.ts';
import type { Span } from './period.ts';
import type { Read } from './read.ts';
import { alias } from './shape.ts';

/** A named step of the statement. */
export type Step = readonly [name: string, sql: string];

/** Whether rows of several levels are asked for. */
export const isSummed = ({ levels }: CheckedQuery): boolean => levels.length > 1;

/** The bit of a level that says that time is rolled up; of no use without a grain. */
export const periodBit = ({ dimensions }: CheckedQuery): number => 2 ** dimensions.length;

/** Which span a pass is about and at which levels. */
interface Turn {
  span: Span;
  isCompare: boolean;
  levels: readonly number[];
  buckets: Buckets | undefined;
}

/**
 * The passes of one read: the asked span and the compared one. A level is no sum over time, so its totals over time are passes of their
 * own, at the end of the span.
 */
export function passes(read: Read, index: number, checked: CheckedQuery, binder: Binder, buckets: Buckets | undefined): Step[] {
  const { period, levels } = checked;
  const isSplit = read.kind === 'stock' && buckets !== undefined;
  const over = isSplit ? levels.filter((level) => level >= periodBit(checked)) : [];
  const within = levels.filter((level) => !over.includes(level));
  const spans = [
    { span: period as Span, isCompare: false },
    ...(period.compare && read.kind !== 'as_of' ? [{ span: period.compare, isCompare: true }] : [])
  ];
  return spans.flatMap(({ span, isCompare }) => {
    const suffix = isCompare ? '_compare' : '';
    const turn = { span, isCompare };
    const main: Step = [`read${index}${suffix}`, pass(read, checked, binder, { ...turn, levels: within, buckets })];
    if (over.length === 0) return [main];
    return [main, [`read${index}_end${suffix}`, pass(read, checked, binder, { ...turn, levels: over, buckets: undefined })]];
  });
}

/** What a pass groups by: its SQL, how it is shown and under which name, and its bit in a level. */
interface Key {
  sql: string;
  output: string;
  name: string;
  bit: number;
}

function pass(read: Read, checked: CheckedQuery, binder: Binder, turn: Turn): string {
  const { top } = checked;
  const members = checked.dimensions.map((dimension, index): Key => {
    const column = read.column(dimension);
    const bit = 2 ** (checked.dimensions.length - 1 - index);
    return index === top?.at
      ? { sql: 'leader_rank', output: 'leader_rank', name: `d${index}`, bit }
      : { sql: column, output: outputOf(column, dimension), name: `d${index}`, bit };
  });
  const filters = checked.filters.map((entry) => filterSql(entry, read.column(entry.dimension), binder));
  const { from, key, period, conditions } = axis(read, binder, turn);
  const time: Key[] = key ? [{ sql: key, output: period!, name: 'period', bit: periodBit(checked) }] : [];
  const keys = [...time, ...members].filter(({ bit }) => turn.levels.some((level) => keeps(level, bit)));
  const suffix = turn.isCompare ? '_compare' : '';
  const select = [
    ...keys.map(({ output, name }) => `${output} AS ${name}`),
    ...(isSummed(checked) ? [`${levelOf(checked, keys)} AS level`] : []),
    ...read.parts.map(({ part, expression }) => `${expression} AS ${alias(checked, part.name)}${suffix}`)
  ];
  const where = [...conditions, ...filters, ...(keys.every(({ name }) => name === 'period') ? countedAtAll(read) : [])];
  return [
    `SELECT ${select.join(', ')}`,
    `FROM ${from}`,
    ...(top ? [leaderJoin(read, checked)] : []),
    ...(where.length ? [`WHERE ${where.join(' AND ')}`] : []),
    ...(keys.length ? [`GROUP BY ${isSummed(checked) ? groupingSets(keys, turn.levels) : keys.map(({ sql }) => sql).join(', ')}`] : [])
  ].join('\n  ');
}

const keeps = (level: number, bit: number): boolean => Math.floor(level / bit) % 2 === 0;

/** Which keys a row rolls up, as bits. What a pass does not group by at all is rolled up in every row of it. */
function levelOf(checked: CheckedQuery, keys: readonly Key[]): string {
  const { query, dimensions } = checked;
  const bits = [...(query.grain ? [periodBit(checked)] : []), ...dimensions.map((_, index) => 2 ** (dimensions.length - 1 - index))];
  if (keys.length === bits.length) return `GROUPING(${keys.map(({ sql }) => sql).join(', ')})`;
  const absent = bits.filter((bit) => keys.every((key) => key.bit !== bit)).reduce((sum, bit) => sum + bit, 0);
  return [...keys.map(({ sql, bit }) => `GROUPING(${sql}) * ${bit}`), absent].join(' + ');
}

const groupingSets = (keys: readonly Key[], levels: readonly number[]): string =>
  `GROUPING SETS (${levels
    .map(
      (level) =>
        `(${keys
          .filter(({ bit }) => keeps(level, bit))
          .map(({ sql }) => sql)
          .join(', ')})`
    )
    .join(', ')})`;

/** Members that do not lead have no rank. */
function leaderJoin(read: Read, { top, dimensions }: CheckedQuery): string {
  const dimension = dimensions[top!.at]!;
  return `LEFT JOIN leader ON ${outputOf(read.column(dimension), dimension)} IS NOT DISTINCT FROM leader_member`;
}

/**
 * Rows that the measures count at all, so that the scan finds them by few columns instead of reading all columns of every row: of a flow
 * where all measures count the same, at the data instant those that any counts. Only where no members are grouped by, since a member
 * without such rows shows as zero; periods without rows come from the spine.
 */
function countedAtAll({ kind, parts }: Read): string[] {
  const wheres = new Set(parts.map(({ where }) => where));
  if (kind === 'stock' || wheres.has(undefined) || (kind === 'flow' && wheres.size > 1)) return [];
  return [`(${[...wheres].map((where) => `(${where})`).join(' OR ')})`];
}

interface Axis {
  from: string;
  /** What rows are grouped by in time, and how that is shown; absent without a grain. */
  key?: string;
  period?: string;
  conditions: string[];
}

/** How a pass lies on the time axis: its relation, its bucket, and the rows of the span. */
function axis(read: Read, binder: Binder, { span, isCompare, buckets }: Turn): Axis {
  if (read.kind === 'as_of') return { from: read.from, conditions: [] };
  const date = identifier(read.date);
  if (read.kind === 'flow') {
    const conditions = [`${date} >= ${binder.date(span.from)}`, `${date} < ${binder.date(span.to)}`];
    const key = buckets?.key(date, read.hour);
    return { from: read.from, conditions, ...(key ? { key, period: buckets!.name(key, isCompare) } : {}) };
  }
  if (!buckets) return { from: read.from, conditions: [`${date} = ${binder.date(span.to)} - 1`] };
  const from = `${read.from} JOIN ${isCompare ? 'spine_compare' : 'spine'} ON ${date} = last_day`;
  return { from, key: 'period', period: 'period', conditions: [] };
}

/** A dimension's column as the answer shows it. */
const outputOf = (column: string, { type }: Dimension): string =>
  type === 'text' ? `CAST(${column} AS VARCHAR)` : type === 'integer' ? `CAST(${column} AS BIGINT)` : column;
