import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import { askRows, scopeSql, type ClockScope, type Statement } from './scope.ts';

/** How long records waited after one team gave them to another. Seconds. */
export interface HandOff {
  from_team: string;
  to_team: string;
  /** Hand-overs, each once. */
  hand_offs: number;
  /** Of them taken up by the team that got them. */
  taken_up: number;
  /** Of them given away again, or ended, before anybody took them up; and not taken up yet. */
  passed_on: number;
  waiting: number;
  /** Wall time from the hand-over until it was taken up, given away or ended, or the data instant. */
  wait_seconds: number;
  median_wait_seconds: number | null;
  p90_wait_seconds: number | null;
  /** The same inside working hours, by the record's longest clock of an SLA; null where none covers it. */
  business_wait_seconds: number | null;
}

/**
 * Hand-overs between teams in the period (by the local date of the hand-over) of records that have a clock in scope. A record is taken up
 * in the first stretch in which the new team holds it in progress with a name on it; where an export never names anybody, in the
 * first stretch in progress.
 * @throws QueryError for a filter that clocks do not have
 */
export async function handOffs(reader: Reader, scope: ClockScope, patience?: Patience): Promise<HandOff[]> {
  if (!reader.build.columns.has('fact.history')) return [];
  return askRows<HandOff>(reader, (build) => handOffSql(scope, build), patience);
}

export function handOffSql(scope: ClockScope, build: BuildFacts): Statement {
  const { binder, within, chosen } = scopeSql(scope, build);
  const isOpen = "state IN ('new', 'in_progress', 'on_hold')";
  return {
    sql: `WITH mine AS (
        SELECT record_type::VARCHAR AS record_type, record_id,
          arg_max(target_id::VARCHAR, (agreement_type = 'SLA', coalesce(stopped_at, TIMESTAMPTZ 'infinity'), elapsed_actual_seconds, target_id::VARCHAR)) AS target_id
        FROM fact.clock WHERE ${chosen} GROUP BY ALL
      ), named AS (SELECT record_type, bool_or(assignee IS NOT NULL) AS has_names FROM fact.history GROUP BY ALL
      ), stretch AS (
        SELECT h.record_type, h.record_id, m.target_id, h.interval_number, h.from_at, coalesce(h.to_at, ${binder.bind(build.asOf)}) AS to_at, h.team,
          lag(h.team) OVER own AS before_team, ${isOpen} AS is_open, h.state = 'in_progress' AND (h.assignee IS NOT NULL OR NOT n.has_names) AS is_worked,
          h.to_at IS NULL AS is_last
        FROM fact.history AS h JOIN mine AS m ON m.record_type = h.record_type AND m.record_id = h.record_id JOIN named AS n ON n.record_type = h.record_type
        WHERE h.team IS NOT NULL WINDOW own AS (PARTITION BY h.record_type, h.record_id ORDER BY h.interval_number)
      ), held AS (
        SELECT *, sum((before_team IS DISTINCT FROM team)::INTEGER) OVER (PARTITION BY record_type, record_id ORDER BY interval_number) AS hold FROM stretch
      ), handed AS (
        SELECT record_type, record_id, target_id, hold, first(before_team ORDER BY interval_number) AS from_team, any_value(team) AS to_team, min(from_at) AS from_at,
          min(from_at) FILTER (is_worked) AS worked_at, min(from_at) FILTER (NOT is_open) AS ended_at, max(to_at) AS until_at, bool_or(is_last) AS is_last,
          first(is_open ORDER BY interval_number) AS was_open
        FROM held GROUP BY ALL
      ), wait AS (
        SELECT *, CAST(timezone(${binder.bind(build.zone)}, from_at) AS DATE) AS hand_date,
          least(worked_at, ended_at, until_at) AS to_at, worked_at IS NOT NULL AND (ended_at IS NULL OR worked_at <= ended_at) AS is_taken,
          worked_at IS NULL AND ended_at IS NULL AND is_last AS is_waiting
        FROM handed WHERE from_team IS NOT NULL AND was_open
      ), dated AS (
        SELECT *, epoch(to_at - from_at)::BIGINT AS wait_seconds FROM wait WHERE ${within('hand_date')}
      ), worked AS (
        SELECT d.record_type, d.record_id, d.hold, sum(s.business_seconds)::BIGINT AS business_seconds
        FROM dated AS d JOIN fact.clock AS c ON c.record_type = d.record_type AND c.record_id = d.record_id AND c.target_id::VARCHAR = d.target_id
        JOIN fact.segment AS s ON s.clock_id = c.clock_id AND s.from_at >= d.from_at AND s.to_at <= d.to_at GROUP BY ALL
      ), measured AS (
        SELECT d.*, w.business_seconds FROM dated AS d LEFT JOIN worked AS w USING (record_type, record_id, hold)
      )
      SELECT from_team, to_team, count(*) AS hand_offs, count(*) FILTER (is_taken) AS taken_up, count(*) FILTER (NOT is_taken AND NOT is_waiting) AS passed_on,
        count(*) FILTER (is_waiting) AS waiting, sum(wait_seconds)::BIGINT AS wait_seconds, quantile_cont(wait_seconds, 0.5) AS median_wait_seconds,
        quantile_cont(wait_seconds, 0.9) AS p90_wait_seconds, sum(business_seconds)::BIGINT AS business_wait_seconds
      FROM measured GROUP BY ALL ORDER BY wait_seconds DESC, from_team, to_team`,
    values: binder.values
  };
}
