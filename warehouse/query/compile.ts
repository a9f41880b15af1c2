import type { Value } from '../connection.ts';
import type { Catalogue } from '../metrics/catalogue.ts';
import { Binder } from './binder.ts';
import { bucketsOf, type Buckets } from './bucket.ts';
import type { BuildFacts } from './build.ts';
import { QueryError } from './error.ts';
import { normalise, type CheckedQuery, type CheckedTop } from './normalise.ts';
import { isSummed, passes, periodBit, type Step } from './pass.ts';
import type { ResolvedPeriod } from './period.ts';
import type { AnswerColumn, Query } from './query.ts';
import { planReads, type Read } from './read.ts';
import { alias, answerColumns, hasCompare, outer, valueOf } from './shape.ts';

export interface Compiled {
  sql: string;
  /** Values of `$1`, `$2`, … */
  values: Value[];
  columns: AnswerColumn[];
  period: ResolvedPeriod;
  /** Measures (and targets of measures) whose column is all NULL, with the reason. */
  unavailable: Readonly<Record<string, string>>;
  /** Whose days count. */
  zone: string;
}

/**
 * Turns a question into SQL with bound values: one pass per relation and date column, grouped by bucket and dimensions,
 * laid on a dense time axis, every ratio from its own numerator and denominator, at every level of the totals.
 * @param most most rows to give, where the question names no lower limit
 * @throws QueryError when a name, a combination or a value is not possible
 */
export function compile(query: Query, catalogue: Catalogue, build: BuildFacts, most?: number): Compiled {
  const checked = normalise(query, catalogue, build);
  const binder = new Binder();
  const steps = [...leaders(checked, binder, build), ...answerSteps(checked, binder, build)];
  return {
    sql: `WITH ${written(steps)}\n${outer(checked, binder, most)}`,
    values: binder.values,
    columns: answerColumns(checked),
    period: checked.period,
    unavailable: checked.unavailable,
    zone: checked.zone
  };
}

const written = (steps: readonly Step[]): string => steps.map(([name, sql]) => `${name} AS (\n  ${sql}\n)`).join(',\n');

const leaders = (checked: CheckedQuery, binder: Binder, build: BuildFacts): Step[] =>
  checked.top ? [['leader', leadersSql(checked.top, binder, build)]] : [];

/** The question for the leading members alone: `leader_rank`, `leader_member`. @throws QueryError when the query has no top */
export function compileLeaders(query: Query, catalogue: Catalogue, build: BuildFacts): Pick<Compiled, 'sql' | 'values'> {
  const { top } = normalise(query, catalogue, build);
  if (!top) throw new QueryError('cell.other', true, 'the query has no top, so no row stands for other members');
  const binder = new Binder();
  return { sql: leadersSql(top, binder, build), values: binder.values };
}

/** The leading members over the whole period; nothing is a member too. */
function leadersSql(top: CheckedTop, binder: Binder, build: BuildFacts): string {
  const { query, measures } = top.leaders;
  const value = valueOf(measures[0]!, top.leaders, '');
  const order = `value ${query.sort![0]!.descending ? 'DESC' : 'ASC'} NULLS LAST, member ASC NULLS LAST`;
  return [
    `WITH ${written(answerSteps(top.leaders, binder, build))}`,
    `SELECT row_number() OVER (ORDER BY ${order}) AS leader_rank, member AS leader_member`,
    `FROM (SELECT d0 AS member, ${value} AS value FROM answer)`,
    `QUALIFY leader_rank <= ${binder.bind(query.limit!)}`
  ].join('\n');
}

/** The steps up to `answer`: one row per key, one column per part. */
function answerSteps(checked: CheckedQuery, binder: Binder, build: BuildFacts): Step[] {
  const { query, period } = checked;
  const buckets = query.grain && bucketsOf(period, query.grain, binder, build.fiscalYearStart);
  const reads = planReads(checked, build);
  const steps = [...spines(checked, reads, buckets), ...reads.flatMap((read, index) => passes(read, index, checked, binder, buckets))];
  const names = steps.map(([name]) => name).filter((name) => name.startsWith('read'));
  return [...steps, ['answer', united(checked, names, buckets)]];
}

function spines({ period }: CheckedQuery, reads: readonly Read[], buckets: Buckets | undefined): Step[] {
  if (!buckets) return [];
  const isStock = reads.some(({ kind }) => kind === 'stock');
  const compared: Step[] = period.compare && isStock ? [['spine_compare', buckets.comparedSpine()]] : [];
  return [['spine', buckets.spine(isStock)], ...compared];
}

/** All passes side by side, one row per key; the axis is filled so that a bucket without rows is there. */
function united(checked: CheckedQuery, reads: readonly string[], buckets: Buckets | undefined): string {
  const keys = [
    ...(buckets ? ['period'] : []),
    ...checked.dimensions.map((_, index) => `d${index}`),
    ...(isSummed(checked) ? ['level'] : [])
  ];
  if (reads.length === 0) return emptyAnswer(checked, buckets);
  const cells = checked.parts.flatMap((part) => {
    const cell = alias(checked, part.name);
    return hasCompare(checked, part) ? [cell, `${cell}_compare`] : [cell];
  });
  const rows = reads.map((name) => `SELECT * FROM ${name}`);
  if (buckets) rows.push(`SELECT * FROM ${filledAxis(checked, reads)}`);
  rows.push(...filledTotals(checked, buckets));
  const rolledUp = isSummed(checked) ? ` OR level >= ${periodBit(checked)}` : '';
  return [
    `SELECT ${[...keys, ...cells.map((cell) => `any_value(${cell}) AS ${cell}`)].join(', ')}`,
    `FROM (${rows.join(' UNION ALL BY NAME ')})`,
    ...(buckets && checked.period.compare ? [`WHERE period IN (SELECT period FROM spine)${rolledUp}`] : []),
    ...(keys.length ? [`GROUP BY ${keys.join(', ')}`] : [])
  ].join('\n  ');
}

const engineTypes = { text: 'VARCHAR', integer: 'BIGINT', boolean: 'BOOLEAN', date: 'DATE' } as const;

function emptyAnswer(checked: CheckedQuery, buckets: Buckets | undefined): string {
  const keys = checked.dimensions.map(
    ({ type }, index) => `CAST(NULL AS ${index === checked.top?.at ? 'BIGINT' : engineTypes[type]}) AS d${index}`
  );
  const select = [...(buckets ? ['period'] : []), ...keys, ...(isSummed(checked) ? ['0 AS level'] : [])];
  const none = checked.dimensions.length ? ' WHERE false' : '';
  return `SELECT ${select.length ? select.join(', ') : '1 AS nothing'}${buckets ? ' FROM spine' : ''}${none}`;
}

/** Every bucket with every combination of members that some bucket has. */
function filledAxis(checked: CheckedQuery, reads: readonly string[]): string {
  const level = isSummed(checked);
  if (checked.dimensions.length === 0) return `(SELECT period${level ? ', 0 AS level' : ''} FROM spine)`;
  const keys = [...checked.dimensions.map((_, index) => `d${index}`), ...(level ? ['level'] : [])].join(', ');
  const where = level ? ` WHERE level < ${periodBit(checked)}` : '';
  const named = reads.filter((name) => !name.includes('_end'));
  return `(SELECT period, ${keys} FROM spine CROSS JOIN (${named.map((name) => `SELECT ${keys} FROM ${name}${where}`).join(' UNION ')}))`;
}

/** Totals over all dimensions are there even where no record is. */
function filledTotals(checked: CheckedQuery, buckets: Buckets | undefined): string[] {
  const dimensions = 2 ** checked.dimensions.length - 1;
  return checked.levels.slice(1).flatMap((level) => {
    if (buckets && level === dimensions) return [`SELECT period, ${level} AS level FROM spine`];
    return level === (buckets ? periodBit(checked) : 0) + dimensions ? [`SELECT ${level} AS level`] : [];
  });
}
