import type { Connection } from '../connection.ts';
import type { RowAggregate } from '../metrics/measure.ts';
import type { BuildFacts } from './build.ts';
import { leftOutOn, type LeftOut } from './left-out.ts';
import { planRecords, verdictColumns, type CellRequest, type RecordsPlan } from './record-plan.ts';

/** One of two neighbours in rank between which a percentile lies. */
export interface Rank {
  /** From 1. */
  rank: number;
  value: number;
}

/** How a figure comes about, told from its own records by statements of their own. */
export interface Makeup {
  /** The figure added up again. */
  value: number | null;
  /** Records that it is made from: all that a share is over, those with the value of a mean, all of a count. */
  records: number;
  /** What one of them is, in words. */
  grain: string;
  /** Of a share: how many of the records count. */
  numerator?: number;
  /** Of a sum, a mean, a net or a quotient: all values together. */
  sum?: number;
  /** Of a quotient: what that is divided by. */
  over?: number;
  /** How many different values there are, where those are counted. */
  distinct?: number;
  /** Rows of the period and the filters that are left out, and why; absent where every row counts. */
  leftOut?: LeftOut;
  /** Of a net: how many entered and how many left. */
  entered?: number;
  left?: number;
  /** Of a percentile: where it lies among the values in order, `position` from 1. */
  quantile?: { share: number; position: number; below: Rank; above: Rank };
  /** Of a level: the instant that it is counted at, ISO 8601 UTC. */
  at?: string;
}

const quantileOf = (aggregate: RowAggregate): number =>
  aggregate.kind === 'percentile' ? aggregate.percent / 100 : aggregate.kind === 'p90' ? 0.9 : 0.5;

/** Adds a figure up again from its records. @throws QueryError when the cell is none of the query, or the measure is a derived one */
export async function makeupOn(connection: Connection, build: BuildFacts, request: CellRequest): Promise<Makeup> {
  const plan = planRecords(request, build);
  const { aggregate } = plan.part;
  const { grain } = plan;
  const { records, positive, sum, over, distinct } = await totalsOf(connection, plan);
  const at =
    aggregate.date === 'as_of'
      ? build.asOf.toISOString()
      : aggregate.kind === 'stock'
        ? endOf(plan.time.to, plan.zone, build.asOf)
        : undefined;
  const leftOut = await leftOutOn(connection, plan);
  const base = { records, grain, ...(leftOut ? { leftOut } : {}), ...(at ? { at } : {}) };
  const isNet = aggregate.source === 'flow' && 'value' in aggregate && aggregate.value === 'net';
  switch (aggregate.kind) {
    case 'count':
    case 'stock':
      return { ...base, value: sum };
    case 'sum':
      if (isNet) return { ...base, value: sum, sum, entered: positive, left: records - positive };
      return aggregate.source === 'flow' ? { ...base, value: sum } : { ...base, value: sum, sum };
    case 'ratio':
      return { ...base, numerator: positive, value: records === 0 ? null : positive / records };
    case 'mean':
      return { ...base, sum, value: records === 0 ? null : sum / records };
    case 'quotient':
      return { ...base, sum, over, value: over === 0 ? null : sum / over };
    case 'distinct':
      return { ...base, distinct, value: distinct };
    case 'median':
    case 'p90':
    case 'percentile': {
      const quantile = records === 0 ? undefined : await ranked(connection, plan, records, quantileOf(aggregate));
      return { ...base, value: quantile ? between(quantile) : null, ...(quantile ? { quantile } : {}) };
    }
  }
}

interface Totals {
  records: number;
  /** Records that count, or that add. */
  positive: number;
  sum: number;
  over: number;
  distinct: number;
}

/** One scan of the measure's records. */
async function totalsOf(connection: Connection, { part, from, values }: RecordsPlan): Promise<Totals> {
  const { share, other, over } = verdictColumns;
  const { kind } = part.aggregate;
  const countedIf = (condition: string): string => `count(*) FILTER (WHERE ${condition})`;
  const summed = (column: string): string => `coalesce(CAST(sum(${column}) AS DOUBLE), 0)`;
  const select = [
    'count(*) AS records',
    ...(kind === 'ratio' ? [`${countedIf(share)} AS positive`] : []),
    ...(kind === 'distinct' ? [`count(DISTINCT ${other}) AS distinct_values`] : []),
    ...(kind === 'quotient' ? [`${summed(over)} AS over`] : []),
    ...(kind === 'ratio' || kind === 'distinct' ? [] : [`${summed(other)} AS sum`, `${countedIf(`${other} > 0`)} AS positive`])
  ];
  const row = (await connection.one(`SELECT ${select.join(', ')} FROM ${from}`, values))!;
  const number = (name: string): number => Number(row[name] ?? 0);
  return {
    records: number('records'),
    positive: number('positive'),
    sum: number('sum'),
    over: number('over'),
    distinct: number('distinct_values')
  };
}

/** The two values between which the percentile lies: position 1 + (n − 1) × share, as Excel's PERCENTILE.INC has it. */
async function ranked(connection: Connection, plan: RecordsPlan, records: number, share: number): Promise<NonNullable<Makeup['quantile']>> {
  const { from, values } = plan;
  const place = (records - 1) * share;
  const first = Math.floor(place);
  const rows = await connection.all(
    `SELECT CAST(${verdictColumns.other} AS DOUBLE) AS value FROM ${from} ORDER BY 1 LIMIT 2 OFFSET ${first}`,
    values
  );
  const [below, above] = [Number(rows[0]!.value), Number((rows[1] ?? rows[0])!.value)];
  return {
    share,
    position: place + 1,
    below: { rank: first + 1, value: below },
    above: { rank: Math.min(first + 2, records), value: above }
  };
}

const between = ({ position, below, above }: NonNullable<Makeup['quantile']>): number =>
  below.value + (above.value - below.value) * (position - below.rank);

/** The end of the last local day before a date, or the data instant when that comes first. */
function endOf(to: string, zone: string, asOf: Date): string {
  const end = Temporal.PlainDate.from(to).toZonedDateTime(zone).toInstant().epochMilliseconds;
  return new Date(Math.min(end, asOf.getTime())).toISOString();
}
