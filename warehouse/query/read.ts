import { identifier } from '../connection.ts';
import type { Dimension } from '../metrics/dimension.ts';
import type { RowAggregate } from '../metrics/measure.ts';
import { sizeStem } from '../metrics/size.ts';
import { sources, type RollUp } from '../metrics/source.ts';
import type { BuildFacts } from './build.ts';
import type { CheckedQuery, Part } from './normalise.ts';
import { relationIn } from './zone.ts';

/** One pass over one relation by one date column, for all the measures that it can answer together. */
export interface Read {
  from: string;
  date: string;
  /** Column with the local hour of the date, where there is one. */
  hour?: string;
  kind: 'flow' | 'stock' | 'as_of';
  /** With the rows of this relation that each counts; absent means every row. */
  parts: readonly { part: Part; expression: string; where?: string }[];
  /** Dimension or filter → column of this relation. */
  column(dimension: Dimension): string;
}

/** Groups the parts of a question into passes; summaries stand in where they answer exactly. */
export function planReads(checked: CheckedQuery, build: BuildFacts): Read[] {
  const reads = new Map<string, Read>();
  for (const part of checked.parts) {
    const read = rollUpRead(part, checked, build) ?? rowRead(part, checked, build);
    const key = `${read.from} ${read.date} ${read.kind}`;
    const known = reads.get(key);
    reads.set(key, known ? { ...known, parts: [...known.parts, ...read.parts] } : read);
  }
  return [...reads.values()].map(quantilesTogether);
}

/** Quantiles of the same values come from one aggregate: it keeps and sorts them once. */
function quantilesTogether(read: Read): Read {
  const isQuantile = ({ part: { aggregate } }: Read['parts'][number]): boolean => shareOf(aggregate) !== undefined;
  const alike = Map.groupBy(
    read.parts.filter(isQuantile),
    ({ part: { aggregate } }) => `${(aggregate as Valued).value}${only(aggregate.where)}`
  );
  const together = [...alike.values()].flatMap((group) => {
    const shares = [...new Set(group.map(({ part }) => shareOf(part.aggregate)!))].sort((a, b) => a - b);
    if (shares.length === 1) return [];
    const { value, where } = group[0]!.part.aggregate as Valued;
    const list = `quantile_cont(${value}, [${shares.join(', ')}])${only(where)}`;
    return group.map((one) => [one, { ...one, expression: `(${list})[${shares.indexOf(shareOf(one.part.aggregate)!) + 1}]` }] as const);
  });
  const better = new Map(together);
  return { ...read, parts: read.parts.map((one) => better.get(one) ?? one) };
}

type Valued = Extract<RowAggregate, { value: string }>;

/** Of a quantile, its share of the values in order, 0–1. */
function shareOf(aggregate: RowAggregate): number | undefined {
  switch (aggregate.kind) {
    case 'median':
      return 0.5;
    case 'p90':
      return 0.9;
    case 'percentile':
      return aggregate.percent / 100;
    default:
      return undefined;
  }
}

function rowRead(part: Part, checked: CheckedQuery, build: BuildFacts): Read {
  const { aggregate } = part;
  const source = sources[aggregate.source];
  return {
    from: relationIn(checked.zone, aggregate, [...columnsOf(part, checked), ...part.needs], build),
    date: aggregate.date,
    hour: source.hours[aggregate.date],
    kind: aggregate.date === 'as_of' ? 'as_of' : aggregate.kind === 'stock' ? 'stock' : 'flow',
    parts: [{ part, expression: aggregateSql(aggregate), where: aggregate.where }],
    column: (dimension) => identifier(dimension.columns[aggregate.source]!)
  };
}

/** Columns of the part's source that the question slices by. */
const columnsOf = ({ aggregate }: Part, { dimensions, filters }: CheckedQuery): string[] =>
  [...dimensions, ...filters.map(({ dimension }) => dimension)].map(({ columns }) => columns[aggregate.source]!);

/** Summaries are by the days of the reporting zone: a question about another zone goes to the records. */
function rollUpRead(part: Part, checked: CheckedQuery, build: BuildFacts): Read | undefined {
  if (checked.zone !== build.zone) return undefined;
  const { query } = checked;
  const needed = columnsOf(part, checked);
  const rollUp = sources[part.aggregate.source].rollUps?.find(({ table, date, answers }) => {
    const columns = build.columns.get(table);
    return summed(answers, part.name) && columns && query.grain !== 'hour' && [date, ...needed].every((column) => columns.has(column));
  });
  if (!rollUp) return undefined;
  const { of, where } = summed(rollUp.answers, part.name)!;
  const sum = (column: string): string => `sum(${identifier(column)})${only(where)}`;
  const expression = typeof of === 'string' ? `CAST(${sum(of)} AS BIGINT)` : `CAST(${sum(of[0])} AS DOUBLE) / nullif(${sum(of[1])}, 0)`;
  return {
    from: rollUp.table,
    date: rollUp.date,
    kind: 'flow',
    parts: [{ part, expression, where }],
    column: (dimension) => identifier(dimension.columns[part.aggregate.source]!)
  };
}

/** What a summary answers a measure by; the records that a share is over are those below its line. */
function summed(answers: RollUp['answers'], name: string): RollUp['answers'][string] | undefined {
  const stem = sizeStem(name);
  const share = stem === undefined ? undefined : answers[stem];
  return answers[name] ?? (typeof share?.of === 'object' ? { ...share, of: share.of[1] } : undefined);
}

const only = (condition: string | undefined): string => (condition ? ` FILTER (WHERE ${condition})` : '');

/** A measure as an aggregate over the rows of its source. */
export function aggregateSql(aggregate: RowAggregate): string {
  const { where } = aggregate;
  switch (aggregate.kind) {
    case 'count':
      return `count(*)${only(where)}`;
    case 'sum':
    case 'stock':
      return `CAST(sum(${aggregate.value})${only(where)} AS BIGINT)`;
    case 'ratio':
      // Each condition stands once: one that looks into another table is a join.
      return `avg(CASE WHEN ${aggregate.numerator} THEN 1 ELSE 0 END)${only(where)}`;
    case 'mean':
      return `avg(${aggregate.value})${only(where)}`;
    case 'quotient':
      return `CAST(sum(${aggregate.value})${only(where)} AS DOUBLE) / nullif(sum(${aggregate.over})${only(where)}, 0)`;
    case 'distinct':
      return `count(DISTINCT ${aggregate.value})${only(where)}`;
    case 'median':
    case 'p90':
    case 'percentile':
      return `quantile_cont(${aggregate.value}, ${shareOf(aggregate)})${only(where)}`;
  }
}

/** Two conditions at once; either may be absent. */
export const both = (left: string | undefined, right: string): string => (left ? `(${left}) AND (${right})` : right);
