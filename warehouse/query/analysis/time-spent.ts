import { wholeShares } from '../../analysis/apportion.ts';
import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import { askRows, scopeSql, type ClockScope, type Statement } from './scope.ts';

export const timeSlices = ['team', 'state', 'calendar', 'supplier'] as const;
export type TimeSlice = (typeof timeSlices)[number];

/** Where wall time from start to stop went. The three parts add up to `wall` exactly; shares add up to 1 as printed. */
export interface TimePart {
  /** Members of the slices asked for, null where there is none. */
  members: Record<string, string | null>;
  /** Working time that counted. */
  business: number;
  /** Wall time in which the clock was paused. */
  paused: number;
  /** Wall time outside the working hours while the clock was not paused. */
  outside: number;
  wall: number;
  clocks: number;
  /** Of all business time, and of all wall time. */
  businessShare: number;
  wallShare: number;
}

/**
 * Elapsed time of the clocks that completed in the period, by who and what held the record in each stretch.
 * @param onlyBreached of the clocks that breached
 * @throws QueryError for a filter that clocks do not have
 */
export async function timeSpent(
  reader: Reader,
  scope: ClockScope,
  slices: readonly TimeSlice[],
  onlyBreached = false,
  patience?: Patience
): Promise<TimePart[]> {
  const rows = await askRows<Record<string, number | string | null>>(
    reader,
    (build) => timeSql(scope, slices, onlyBreached, build),
    patience
  );
  const business = wholeShares(rows.map((row) => Number(row.business)));
  const wall = wholeShares(rows.map((row) => Number(row.wall)));
  return rows.map((row, index) => ({
    members: Object.fromEntries(slices.map((slice) => [slice, row[slice] === null ? null : String(row[slice])])),
    business: Number(row.business),
    paused: Number(row.paused),
    outside: Number(row.outside),
    wall: Number(row.wall),
    clocks: Number(row.clocks),
    businessShare: business[index]!,
    wallShare: wall[index]!
  }));
}

export function timeSql(scope: ClockScope, slices: readonly TimeSlice[], onlyBreached: boolean, build: BuildFacts): Statement {
  const { binder, within, chosen } = scopeSql(scope, build);
  const keys = slices.map((slice) => `s.${slice}::VARCHAR AS ${slice}`);
  return {
    sql: `SELECT ${keys.join(', ')},
        coalesce(sum(s.business_seconds) FILTER (s.kind = 'running'), 0)::BIGINT AS business, coalesce(sum(s.wall_seconds) FILTER (s.kind <> 'running'), 0)::BIGINT AS paused,
        coalesce(sum(s.wall_seconds - s.business_seconds) FILTER (s.kind = 'running'), 0)::BIGINT AS outside, sum(s.wall_seconds)::BIGINT AS wall,
        count(DISTINCT s.clock_id) AS clocks
      FROM fact.segment AS s
      SEMI JOIN (SELECT clock_id FROM fact.clock WHERE ${chosen} AND is_completed AND ${within('stop_date')}${onlyBreached ? ' AND is_breached' : ''}) AS c USING (clock_id)
      GROUP BY ALL ORDER BY wall DESC, ${slices.join(', ')}`,
    values: binder.values
  };
}

/** Who had the record in the second in which a goal was used up. */
export interface BreachHolder {
  team: string | null;
  state: string | null;
  supplier: string | null;
  priority: number | null;
  breaches: number;
  share: number;
}

/**
 * The stretch in which each breach of a clock completed in the period happened; breaches add up to those of the period.
 * @throws QueryError for a filter that clocks do not have
 */
export async function breachHolders(reader: Reader, scope: ClockScope, patience?: Patience): Promise<BreachHolder[]> {
  const rows = await askRows<Omit<BreachHolder, 'share'>>(reader, (build) => holdersSql(scope, build), patience);
  const shares = wholeShares(rows.map(({ breaches }) => breaches));
  return rows.map((row, index) => ({ ...row, share: shares[index]! }));
}

/** Breaches in no stretch (bounds only, without history) keep an empty holder, so that the sum stays whole. */
export function holdersSql(scope: ClockScope, build: BuildFacts): Statement {
  const { binder, within, chosen } = scopeSql(scope, build);
  return {
    sql: `WITH breach AS (
        SELECT clock_id, breached_at FROM fact.clock WHERE ${chosen} AND is_completed AND is_breached AND ${within('stop_date')}
      ), held AS (
        SELECT s.clock_id, arg_min({team: s.team, state: s.state::VARCHAR, supplier: s.supplier, priority: s.priority}, s.segment_number) AS holder
        FROM fact.segment AS s JOIN breach AS b ON s.clock_id = b.clock_id AND s.to_at > b.breached_at GROUP BY s.clock_id
      )
      SELECT holder.team AS team, holder.state AS state, holder.supplier AS supplier, holder.priority AS priority, count(*) AS breaches
      FROM breach LEFT JOIN held USING (clock_id) GROUP BY ALL ORDER BY breaches DESC, team, state, supplier, priority`,
    values: binder.values
  };
}
