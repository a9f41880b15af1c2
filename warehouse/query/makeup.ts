import type { Connection } from '../connection.ts';
import type { RowAggregate } from '../metrics/measure.ts';
import type { BuildFacts } from './build.ts';
import { planRecords, type CellRequest, type RecordsPlan } from './record-plan.ts';

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
  /** Of a sum, a mean or a net: all values together. */
  sum?: number;
  /** Records of its scope that are left out since they have no value. */
  leftOut?: number;
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
  const totals = await totalsOf(connection, plan);
  const { records, grain, sum } = totals;
  const at =
    aggregate.date === 'as_of'
      ? build.asOf.toISOString()
      : aggregate.kind === 'stock'
        ? endOf(plan.time.to, plan.zone, build.asOf)
        : undefined;
  const base = { records, grain, ...(at ? { at } : {}) };
  const isNet = aggregate.source === 'flow' && 'value' in aggregate && aggregate.value === 'net';
  switch (aggregate.kind) {
    case 'count':
    case 'stock':
      return { ...base, value: sum };
    case 'sum':
      if (aggregate.source === 'flow')
        return { ...base, value: sum, ...(isNet ? { sum, entered: totals.positive, left: records - totals.positive } : {}) };
      return { ...base, value: sum, sum, leftOut: await leftOut(connection, plan, records) };
    case 'ratio':
      return { ...base, numerator: totals.positive, value: records === 0 ? null : totals.positive / records };
    case 'mean':
      return { ...base, sum, value: records === 0 ? null : sum / records, leftOut: await leftOut(connection, plan, records) };
    default: {
      const quantile = records === 0 ? undefined : await ranked(connection, plan, records, quantileOf(aggregate));
      const value = quantile ? between(quantile) : null;
      return { ...base, value, ...(quantile ? { quantile } : {}), leftOut: await leftOut(connection, plan, records) };
    }
  }
}

interface Totals {
  records: number;
  grain: string;
  sum: number;
  /** Records that count, or that add. */
  positive: number;
}

async function totalsOf(connection: Connection, { from, verdict, values, grain }: RecordsPlan): Promise<Totals> {
  const isShare = verdict === 'counts_in_numerator';
  const sum = isShare ? '0' : `coalesce(CAST(sum(${verdict}) AS DOUBLE), 0)`;
  const row = await connection.one(
    `SELECT count(*) AS records, ${sum} AS sum, count(*) FILTER (WHERE ${isShare ? verdict : `${verdict} > 0`}) AS positive FROM ${from}`,
    values
  );
  return { records: Number(row!.records), grain, sum: Number(row!.sum), positive: Number(row!.positive) };
}

async function leftOut(connection: Connection, { scope, values }: RecordsPlan, records: number): Promise<number> {
  const row = await connection.one(`SELECT count(*) AS scoped FROM ${scope}`, values);
  return Number(row!.scoped) - records;
}

/** The two values between which the percentile lies: position 1 + (n − 1) × share, as Excel's PERCENTILE.INC has it. */
async function ranked(connection: Connection, plan: RecordsPlan, records: number, share: number): Promise<NonNullable<Makeup['quantile']>> {
  const { from, verdict, values } = plan;
  const place = (records - 1) * share;
  const first = Math.floor(place);
  const rows = await connection.all(`SELECT CAST(${verdict} AS DOUBLE) AS value FROM ${from} ORDER BY 1 LIMIT 2 OFFSET ${first}`, values);
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
