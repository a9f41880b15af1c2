import { identifier } from '../connection.ts';
import type { Condition } from './condition.ts';
import { conditionSql, type Course } from './condition-sql.ts';
import { entryPack, unpack } from './entry.ts';
import type { PlannedTarget } from './plan.ts';

/**
 * Clocks of a target by the rules of `docs/service-levels.md`, over the whole course of each candidate: attaching (R1), reset, cancel,
 * reopening (R16) and restart (R11) cut it into cycles.
 * @param only SELECT of record keys to keep to
 */
export function courseEndingSql(target: PlannedTarget, course: Course, only?: string): string {
  const start = target.retroactiveStart
    ? `least(attached_s, coalesce(${identifier(`${target.retroactiveStart}_s`)}, attached_s))`
    : 'attached_s';
  return `
    SELECT g.record_key, g.cycle, a.is_told, CASE WHEN g.cycle = 1 THEN g.start_s ELSE g.begin_s END AS start_s, g.start_s AS first_s, least(a.t0, g.start_s) AS looked_s, g.attached_s,
      CASE WHEN g.cycle = 1 AND g.start_s < g.attached_s THEN 1 ELSE g.begin_n END AS first_n,
      CASE WHEN a.field_s IS NOT NULL THEN greatest(a.field_s, g.start_s) END AS stop_field_s, a.stop_field,
      ${endingSql(target)} AS ending, g.next_s AS cut_s, g.next_n AS cut_n, CASE WHEN g.next_n IS NOT NULL THEN coalesce(g.next_by, 'reopened') END AS cut_by
    FROM (
      SELECT record_key, cycle, any_value(start_s) AS start_s, any_value(attached_s) AS attached_s, min(from_s) AS begin_s, min(n) AS begin_n,
        min(pack) FILTER (is_entry) AS first_entry, max(pack) FILTER (is_entry) AS last_entry, max(n) FILTER (NOT is_ended) AS last_open,
        lead(min(from_s)) OVER w AS next_s, lead(min(n)) OVER w AS next_n, lead(any_value(begun_by)) OVER w AS next_by
      FROM (
        SELECT s.*, ${start.replaceAll('attached_s', 's.attached_s')} AS start_s, ${entryPack('s', 's.cancels')} AS pack FROM (${cycledSql(target, course, only)}) s
      ) GROUP BY record_key, cycle
      WINDOW w AS (PARTITION BY record_key ORDER BY cycle)
    ) g JOIN candidate a ON a.record_key = g.record_key`;
}

/** R16: `ignore` and each cycle end with the first entry into an end; `resume` with the last, if nothing open follows it. */
function endingSql({ reopen }: PlannedTarget): string {
  if (reopen !== 'resume') return 'g.first_entry';
  return `CASE WHEN g.last_open IS NULL OR ${unpack.n('g.last_entry')} > g.last_open THEN g.last_entry END`;
}

/** Stretches from attaching on, numbered by cycle; `begun_by` tells why a cycle after the first began. */
function cycledSql(target: PlannedTarget, course: Course, only?: string): string {
  const { reopen, priorityChange, reset, retroactiveStart } = target;
  const hasReset = reset !== undefined;
  const begins = [
    ...(hasReset ? ["WHEN is_reset AND NOT is_ended THEN 'reset'"] : []),
    ...(priorityChange === 'restart'
      ? ["WHEN NOT is_ended AND NOT is_gap AND priority_before <> 0 AND priority <> priority_before THEN 'priority'"]
      : []),
    ...(reopen === 'new_cycle' ? ["WHEN run > 0 AND n = candidate_n THEN 'reopened'"] : [])
  ];
  const begunBy = begins.length > 0 ? `CASE WHEN n = attach_n THEN NULL ${begins.join(' ')} END` : 'NULL';
  const isOver = reopen === 'ignore' ? 'WHERE run = 0 OR (run = 1 AND is_ended)' : '';
  const retroactive = retroactiveStart ? `, ${identifier(`${retroactiveStart}_s`)}` : '';
  return `
    SELECT record_key, n, from_s, bit, is_ended, is_entry, is_stopped, CASE WHEN is_stopped OR is_reset THEN FALSE ELSE TRUE END AS cancels,
      attached_s${retroactive}, begun_by, 1 + count(begun_by) OVER (PARTITION BY record_key ORDER BY n) AS cycle
    FROM (
      SELECT *, ${begunBy}::VARCHAR AS begun_by FROM (
        SELECT *, is_told_reset AND n > attach_n AND NOT ended_before AND NOT is_gap AND NOT is_stopped AS is_reset FROM (
          SELECT *, ${reopen === 'new_cycle' ? 'run > 0 AND NOT is_ended AND (candidate_n IS NULL OR n < candidate_n)' : 'FALSE'} AS is_gap FROM (
            SELECT *, min(n) FILTER (is_met AND NOT is_ended) OVER (PARTITION BY record_key, run) AS candidate_n FROM (
              SELECT *, is_ended AND NOT ended_before AS is_entry, count(*) FILTER (is_ended AND NOT ended_before) OVER (PARTITION BY record_key ORDER BY n) AS run FROM (
                SELECT *, n > attach_n AND coalesce(lag(is_ended) OVER o, FALSE) AS ended_before, lag(priority) OVER o AS priority_before
                FROM (${attachedSql(target, course, only)}) WHERE n >= attach_n
                WINDOW o AS (PARTITION BY record_key ORDER BY n)
              )
            )
          )
        )
      ) ${isOver}
    )`;
}

/** Stretches that are looked at, with the one in which the clock attaches and the instant at which it does. */
function attachedSql(target: PlannedTarget, course: Course, only?: string): string {
  const { when, stop, cancel, isCancelledWhenUnmet, retroactiveStart, reset } = target;
  const sql = (condition: Condition | undefined): string => (condition ? conditionSql(condition, course) : 'FALSE');
  const met = when ? sql(when) : 'TRUE';
  const ended = [sql(stop.condition), sql(cancel), ...(isCancelledWhenUnmet ? [`NOT ${met}`] : [])].filter((each) => each !== 'FALSE');
  const retroactive = retroactiveStart ? `, r.${identifier(`${retroactiveStart}_s`)}` : '';
  return `
    SELECT *, min(n) FILTER (is_met AND NOT is_ended) OVER (PARTITION BY record_key) AS attach_n,
      min(CASE WHEN n = 1 THEN t0 ELSE greatest(t0, from_s) END) FILTER (is_met AND NOT is_ended) OVER (PARTITION BY record_key) AS attached_s
    FROM (
      SELECT s.record_key, s.n, s.from_s, s.bit, s.is_last, s.priority, r.t0${retroactive}, ${met} AS is_met, ${ended.join(' OR ') || 'FALSE'} AS is_ended,
        ${sql(stop.condition)} AS is_stopped, ${resetSql(reset, course)} AS is_told_reset
      FROM staging.clock_stretch s JOIN candidate r ON r.record_key = s.record_key
      WHERE (s.to_s > r.t0 OR s.is_last OR s.from_s = r.t0) ${only ? `AND s.record_key IN (${only})` : ''}
    )`;
}

/** Whether a stretch begins with what resets, compared with the stretch before among those looked at. */
function resetSql(reset: Condition | undefined, course: Course): string {
  const before = (value: string): string => `lag(${value}) OVER (PARTITION BY s.record_key ORDER BY s.n)`;
  if (!reset) return 'FALSE';
  if (reset.kind === 'replied') return 's.is_replied';
  if (reset.kind === 'changed') {
    const values = reset.columns.filter((name) => course.varying.has(name)).map(columnSql);
    return values.length > 0 ? `(${values.map((value) => `${value} IS DISTINCT FROM ${before(value)}`).join(' OR ')})` : 'FALSE';
  }
  return `(${conditionSql(reset, course)} AND NOT ${before(conditionSql(reset, course))})`;
}

const columnSql = (name: string): string => (name === 'state' ? 's.bit' : name === 'team' ? 's.team_key' : `s.${identifier(name)}`);
