import type { Course } from './condition-sql.ts';
import { inverseKeySql, instantSql, openSecondsSql, slotKeySql, type Grid } from './grid-tables.ts';
import { isPiecewise } from './links.ts';
import type { PlannedTarget } from './plan.ts';
import { amountSql, workdayJoin } from './working-days.ts';
import { enumOf, pack, stages } from './sql.ts';

const stageEnum = enumOf(stages);

const hasOneGoal = ({ goals }: PlannedTarget): boolean => goals.byPriority.size === 0;

/** Goal of a priority in seconds; NULL where the target has none (R22). Priority 0 is none. */
export function goalSql(target: PlannedTarget, priority: string): string {
  const { goals } = target;
  const fallback = goals.fallback === undefined ? 'NULL::BIGINT' : amountSql(target, goals.fallback);
  if (goals.byPriority.size === 0) return fallback;
  const branches = [...goals.byPriority].map(([wanted, amount]) => `WHEN ${wanted} THEN ${amountSql(target, amount)}`);
  return `CASE ${priority} ${branches.join(' ')} ELSE ${fallback} END`;
}

/**
 * `staging.clock_total`: one row per clock with its sums and the goal of the priority in force at its end (R11).
 * A clock whose goals changed on the way has `has_goals` TRUE.
 */
export function totalsSql(target: PlannedTarget, asOf: number): string {
  const aim = amountless(target);
  const varied = hasOneGoal(target) ? 'FALSE' : `min(${aim}) <> max(${aim})`;
  return `
  SELECT t.*, coalesce(c.stop_s, ${asOf}) AS end_s, coalesce(c.stop_s, ${asOf}) - c.start_s - t.actual AS paused, c.is_told, c.first_n, c.start_s, c.stop_s, c.is_cancelled, c.is_by_field, c.stopped_by, ${goalSql(target, pack.priority('t.last'))} AS goal
  FROM (
    SELECT p.record_key, p.cycle, max(${pack.write('p')}) AS last, ${varied} AS has_goals,
      sum(CASE WHEN p.is_paused THEN 0 ELSE p.business END)::BIGINT AS elapsed,
      sum(CASE WHEN p.is_paused THEN 0 ELSE (p.to_s - p.from_s)::INTEGER END)::BIGINT AS actual,
      sum(CASE WHEN p.is_paused OR p.business = 0 THEN 0 ELSE 1 END)::INTEGER AS running_count,
      max(CASE WHEN p.is_paused OR p.business = 0 THEN NULL ELSE p.open_from + p.business END) AS only_open_to
    FROM staging.clock_piece p GROUP BY p.record_key, p.cycle
  ) t JOIN staging.clock_span c ON c.record_key = t.record_key AND c.cycle = t.cycle ${workdayJoin(target, 't')}`;
}

/** The goal of a piece's priority as the definitions say it, in seconds or days: whether it changed does not need the calendar. */
function amountless({ goals }: PlannedTarget): string {
  const branches = [...goals.byPriority].map(([wanted, amount]) => `WHEN ${wanted} THEN ${amount}`);
  return `CASE p.priority ${branches.join(' ')} ELSE ${goals.fallback ?? -1} END`;
}

/**
 * `staging.clock_crossing`: for clocks that used up their goal over several pieces (or maybe calendars), or whose goal changed, the
 * open second (on which calendar) at which the last goal was used up, the end of the last piece under another goal, and whether any
 * goal was overrun while it was in force.
 */
export function crossingsSql(target: PlannedTarget, course: Course): string {
  return `
  SELECT record_key, cycle,
    min(open_from + business - (used - goal)) FILTER (is_crossing) AS open_seconds, min(calendar_index) FILTER (is_crossing) AS calendar_index,
    max(to_s) FILTER (goal_then IS DISTINCT FROM goal) AS goal_since_s, coalesce(bool_or(NOT is_paused AND used > goal_then), FALSE) AS is_ever_breached
  FROM (
    SELECT *, NOT is_paused AND used >= goal AND used - business < goal AS is_crossing FROM (
      SELECT p.record_key, p.cycle, p.from_s, p.to_s, p.open_from, p.business, p.is_paused, p.calendar_index, t.goal, ${goalSql(target, 'p.priority')} AS goal_then,
        sum(CASE WHEN p.is_paused THEN 0 ELSE p.business END) OVER (PARTITION BY p.record_key, p.cycle ORDER BY p.n)::BIGINT AS used
      FROM staging.clock_piece p
      JOIN staging.clock_total t ON t.record_key = p.record_key AND t.cycle = p.cycle ${workdayJoin(target, 'p')}
      WHERE t.has_goals OR (t.elapsed >= t.goal AND ${isPiecewise(target, course) ? 'TRUE' : 't.running_count > 1'})
    )
  ) GROUP BY record_key, cycle`;
}

/**
 * One row per clock with due time, breach instant and stage. A due time is where the goal was or will be used up: an inverse look-up
 * of the open seconds then, on the calendar in force.
 * Columns: those of `staging.clock_total` and team_key, last_calendar, priority, is_resting, least, most (R21), stage, due_s, breached_s, is_ever_breached.
 */
export function verdictsSql(grid: Grid): string {
  return `
  WITH placed AS (
    SELECT t.*, ${pack.team('t.last')} AS team_key, ${pack.priority('t.last')} AS priority, ${pack.isPaused('t.last')} AS is_resting,
      ${pack.calendar('t.last')} AS last_calendar, x.goal_since_s, coalesce(b.least, t.elapsed) AS least, coalesce(b.most, t.elapsed) AS most,
      CASE WHEN b.least IS NOT NULL THEN b.least > t.goal ELSE coalesce(x.is_ever_breached, FALSE) OR t.elapsed > t.goal END AS is_ever_breached,
      CASE WHEN t.elapsed < t.goal THEN NULL ELSE coalesce(x.open_seconds, t.only_open_to - (t.elapsed - t.goal)) END AS crossed_open,
      coalesce(CASE WHEN t.elapsed >= t.goal THEN x.calendar_index END, ${pack.calendar('t.last')}) AS due_calendar
    FROM staging.clock_total t
    LEFT JOIN staging.clock_crossing x ON x.record_key = t.record_key AND x.cycle = t.cycle
    LEFT JOIN staging.clock_bound b ON b.record_key = t.record_key AND b.cycle = t.cycle
    WHERE t.goal IS NOT NULL
  ), aimed AS (
    SELECT p.*, coalesce(p.crossed_open, ${openSecondsSql('a', 'p.end_s')} + p.goal - p.elapsed) AS due_open
    FROM placed p JOIN staging.clock_slot a ON a.key = ${slotKeySql(grid, 'p.last_calendar', 'p.end_s')}
  ), due AS (
    SELECT p.*, ${instantSql('i', 'p.due_open')} AS goal_s
    FROM aimed p LEFT JOIN staging.clock_inverse i ON i.key = ${inverseKeySql(grid, 'p.due_calendar', 'p.due_open')}
  )
  SELECT *, CASE WHEN stage IN ('cancelled', 'paused', 'undetermined') THEN NULL ELSE goal_s END AS due_s,
    CASE WHEN stage = 'breached' THEN greatest(goal_s, goal_since_s) END AS breached_s
  FROM (
    SELECT *, CASE WHEN is_cancelled THEN 'cancelled'::${stageEnum} WHEN least > goal THEN 'breached'::${stageEnum} WHEN most > goal THEN 'undetermined'::${stageEnum}
      WHEN stop_s IS NOT NULL THEN 'met'::${stageEnum} WHEN is_resting THEN 'paused'::${stageEnum} ELSE 'running'::${stageEnum} END AS stage
    FROM due
  )`;
}
