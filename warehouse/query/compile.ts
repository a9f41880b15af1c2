import { identifier, type Value } from '../connection.ts';
import type { Catalogue } from '../metrics/catalogue.ts';
import type { Dimension } from '../metrics/dimension.ts';
import type { Measure } from '../metrics/measure.ts';
import { Binder } from './binder.ts';
import { bucketsOf, type Buckets } from './bucket.ts';
import type { BuildFacts } from './build.ts';
import { filterSql } from './filter.ts';
import { normalise, type CheckedQuery } from './normalise.ts';
import type { ResolvedPeriod, Span } from './period.ts';
import type { AnswerColumn, Query } from './query.ts';
import { planReads, type Read } from './read.ts';

export interface Compiled {
  sql: string;
  /** Values of `$1`, `$2`, … */
  values: Value[];
  columns: AnswerColumn[];
  period: ResolvedPeriod;
  /** Measures whose column is all NULL, with the reason. */
  unavailable: Readonly<Record<string, string>>;
}

/**
 * Turns a question into SQL with bound values: one pass per relation and date column, grouped by bucket and dimensions,
 * laid on a dense time axis, every ratio from its own numerator and denominator.
 * @throws QueryError when a name, a combination or a value is not possible
 */
export function compile(query: Query, catalogue: Catalogue, build: BuildFacts): Compiled {
  const checked = normalise(query, catalogue, build);
  const binder = new Binder();
  const buckets = query.grain && bucketsOf(checked.period, query.grain, binder, build.fiscalYearStart);
  const reads = planReads(checked, build);
  const steps = [...spines(checked, reads, buckets), ...reads.flatMap((read, index) => passes(read, index, checked, binder, buckets))];
  const names = steps.map(([name]) => name).filter((name) => name.startsWith('read'));
  const body = [...steps, ['answer', united(checked, names, buckets)] as Step]
    .map(([name, sql]) => `${name} AS (\n  ${sql}\n)`)
    .join(',\n');
  return {
    sql: `WITH ${body}\n${outer(checked, binder)}`,
    values: binder.values,
    columns: answerColumns(checked),
    period: checked.period,
    unavailable: checked.unavailable
  };
}

type Step = readonly [name: string, sql: string];

function spines({ period }: CheckedQuery, reads: readonly Read[], buckets: Buckets | undefined): Step[] {
  if (!buckets) return [];
  const isStock = reads.some(({ kind }) => kind === 'stock');
  const compared: Step[] = period.compare && isStock ? [['spine_compare', buckets.comparedSpine()]] : [];
  return [['spine', buckets.spine()], ...compared];
}

function passes(read: Read, index: number, checked: CheckedQuery, binder: Binder, buckets: Buckets | undefined): Step[] {
  const now: Step = [`read${index}`, pass(read, checked, binder, checked.period, buckets, false)];
  const { compare } = checked.period;
  return compare && read.kind !== 'as_of' ? [now, [`read${index}_compare`, pass(read, checked, binder, compare, buckets, true)]] : [now];
}

function pass(read: Read, checked: CheckedQuery, binder: Binder, span: Span, buckets: Buckets | undefined, isCompare: boolean): string {
  const keys = checked.dimensions.map((dimension, index) => ({ column: read.column(dimension), alias: `d${index}`, dimension }));
  const filters = checked.filters.map((entry) => filterSql(entry, read.column(entry.dimension), binder));
  const { from, key, period, conditions } = axis(read, binder, span, buckets, isCompare);
  const suffix = isCompare ? '_compare' : '';
  const select = [
    ...(period ? [`${period} AS period`] : []),
    ...keys.map(({ column, alias, dimension }) => `${outputOf(column, dimension)} AS ${alias}`),
    ...read.parts.map(({ part, expression }) => `${expression} AS ${alias(checked, part.name)}${suffix}`)
  ];
  const group = [...(key ? [key] : []), ...keys.map(({ column }) => column)];
  const where = [...conditions, ...filters, ...(group.length === 0 ? countedAtAll(read) : [])];
  return [
    `SELECT ${select.join(', ')}`,
    `FROM ${from}`,
    ...(where.length ? [`WHERE ${where.join(' AND ')}`] : []),
    ...(group.length ? [`GROUP BY ${group.join(', ')}`] : [])
  ].join('\n  ');
}

/**
 * Rows at the data instant that some measure counts: the few open ones, which the scan finds by one column instead of reading all
 * columns of every row. Only where nothing is grouped, since a group without such rows shows as zero.
 */
function countedAtAll({ kind, parts }: Read): string[] {
  const wheres = parts.map(({ part }) => ('where' in part.aggregate ? part.aggregate.where : undefined));
  if (kind !== 'as_of' || wheres.some((where) => where === undefined)) return [];
  return [`(${[...new Set(wheres)].map((where) => `(${where})`).join(' OR ')})`];
}

interface Axis {
  from: string;
  /** What rows are grouped by in time, and how that is shown; absent without a grain. */
  key?: string;
  period?: string;
  conditions: string[];
}

/** How a pass lies on the time axis: its relation, its bucket, and the rows of the span. */
function axis(read: Read, binder: Binder, span: Span, buckets: Buckets | undefined, isCompare: boolean): Axis {
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

const outputOf = (column: string, { type }: Dimension): string =>
  type === 'text' ? `CAST(${column} AS VARCHAR)` : type === 'integer' ? `CAST(${column} AS BIGINT)` : column;

const alias = ({ parts }: CheckedQuery, name: string): string => `m${parts.findIndex((part) => part.name === name)}`;

/** All passes side by side, one row per key; the axis is filled so that a bucket without rows is there. */
function united(checked: CheckedQuery, reads: readonly string[], buckets: Buckets | undefined): string {
  const keys = [...(buckets ? ['period'] : []), ...checked.dimensions.map((_, index) => `d${index}`)];
  if (reads.length === 0) return emptyAnswer(checked, buckets);
  const cells = checked.parts.flatMap((part) => {
    const cell = alias(checked, part.name);
    return hasCompare(checked, part) ? [cell, `${cell}_compare`] : [cell];
  });
  const rows = reads.map((name) => `SELECT * FROM ${name}`);
  if (buckets) rows.push(`SELECT * FROM ${filledAxis(checked, reads)}`);
  return [
    `SELECT ${[...keys, ...cells.map((cell) => `any_value(${cell}) AS ${cell}`)].join(', ')}`,
    `FROM (${rows.join(' UNION ALL BY NAME ')})`,
    ...(buckets ? ['WHERE period IN (SELECT period FROM spine)'] : []),
    ...(keys.length ? [`GROUP BY ${keys.join(', ')}`] : [])
  ].join('\n  ');
}

function emptyAnswer(checked: CheckedQuery, buckets: Buckets | undefined): string {
  const keys = checked.dimensions.map(
    ({ type }, index) => `CAST(NULL AS ${{ text: 'VARCHAR', integer: 'BIGINT', boolean: 'BOOLEAN', date: 'DATE' }[type]}) AS d${index}`
  );
  const select = [...(buckets ? ['period'] : []), ...keys];
  const none = checked.dimensions.length ? ' WHERE false' : '';
  return `SELECT ${select.length ? select.join(', ') : '1 AS nothing'}${buckets ? ' FROM spine' : ''}${none}`;
}

function filledAxis(checked: CheckedQuery, reads: readonly string[]): string {
  if (checked.dimensions.length === 0) return '(SELECT period FROM spine)';
  const keys = checked.dimensions.map((_, index) => `d${index}`).join(', ');
  return `(SELECT period, ${keys} FROM spine CROSS JOIN (${reads.map((name) => `SELECT ${keys} FROM ${name}`).join(' UNION ')}))`;
}

const hasCompare = ({ period }: CheckedQuery, part: { aggregate: { date: string } }): boolean =>
  Boolean(period.compare) && part.aggregate.date !== 'as_of';

function outer(checked: CheckedQuery, binder: Binder): string {
  const { query, dimensions, measures } = checked;
  const select = [
    ...(query.grain ? ['period'] : []),
    ...dimensions.map(({ name }, index) => `d${index} AS ${identifier(name)}`),
    ...measures.map((measure) => `${valueOf(measure, checked, '')} AS ${identifier(measure.name)}`),
    ...(query.compare
      ? measures.map((measure) => `${valueOf(measure, checked, '_compare')} AS ${identifier(`${measure.name}:compare`)}`)
      : [])
  ];
  const limit = query.limit === undefined ? '' : `\nLIMIT ${binder.bind(query.limit)}`;
  const order = orderOf(checked);
  return `SELECT ${select.join(', ')}\nFROM answer${order ? `\nORDER BY ${order}` : ''}${limit}`;
}

/** Kinds that count: no row is 0. */
const wholeKinds: ReadonlySet<string> = new Set(['count', 'sum', 'stock', 'distinct']);

function valueOf(measure: Measure, checked: CheckedQuery, suffix: '' | '_compare'): string {
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

function orderOf({ query, dimensions }: CheckedQuery): string {
  const natural = new Map(dimensions.map((dimension, index) => [dimension.name, naturalOrder(dimension, `d${index}`)]));
  const asked = (query.sort ?? []).map(
    ({ by, descending }) => `${natural.get(by) ?? identifier(by)}${descending ? ' DESC' : ' ASC'} NULLS LAST`
  );
  const named = new Set((query.sort ?? []).map(({ by }) => by));
  const rest = [
    ...(query.grain && !named.has('period') ? ['period ASC'] : []),
    ...dimensions.filter(({ name }) => !named.has(name)).map(({ name }) => `${natural.get(name)!} ASC NULLS LAST`)
  ];
  return [...asked, ...rest].join(', ');
}

function naturalOrder({ order }: Dimension, column: string): string {
  if (!order) return column;
  const cases = order.map((value, index) => `WHEN '${String(value).replaceAll("'", "''")}' THEN ${index}`).join(' ');
  return `CASE ${column} ${cases} ELSE ${order.length} END`;
}

function answerColumns({ query, dimensions, measures }: CheckedQuery): AnswerColumn[] {
  const measured = measures.map(({ name, label, unit, direction }) => ({ name, kind: 'measure' as const, label, unit, direction }));
  const compared = query.compare === 'previous_period' ? 'previous period' : 'same period last year';
  return [
    ...(query.grain
      ? [{ name: 'period', kind: 'period' as const, label: query.grain, unit: query.grain === 'hour' ? 'instant' : 'date' }]
      : []),
    ...dimensions.map(({ name, label, type }) => ({ name, kind: 'dimension' as const, label, unit: type })),
    ...measured,
    ...(query.compare
      ? measured.map((column) => ({
          ...column,
          name: `${column.name}:compare`,
          kind: 'compare' as const,
          label: `${column.label}, ${compared}`
        }))
      : [])
  ];
}
