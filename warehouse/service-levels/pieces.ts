import { openSecondsSql, slotKeySql, type Grid } from './grid-tables.ts';
import type { Plan, PlannedTarget } from './plan.ts';
import { stateBits } from './sql.ts';

/**
 * One row per clock and stretch of its record's course, cut to the clock: the segments before they get their names. Open seconds are
 * differences of two look-ups in the calendar that is in force in that stretch (R12).
 * Pieces of no length stay where they tell how a clock begins or stands now.
 * Columns: record_key, cycle, n, from_s, to_s, open_from (open seconds before from_s), business, is_paused, bit, team_key, priority, calendar_index.
 */
export function piecesSql(target: PlannedTarget, plan: Plan, grid: Grid): string {
  const resting = stateBits([...target.pause, ...target.stop.states, ...target.cancel]);
  return `
  SELECT p.record_key, p.cycle, p.n, p.from_s, p.to_s, ${openSecondsSql('a', 'p.from_s')} AS open_from,
    (${openSecondsSql('b', 'p.to_s')} - ${openSecondsSql('a', 'p.from_s')})::INTEGER AS business, p.is_paused, p.bit, p.team_key, p.priority, p.calendar_index
  FROM (
    SELECT c.record_key, c.cycle, s.n, CASE WHEN s.n = 1 THEN c.start_s ELSE greatest(s.from_s, c.start_s) END AS from_s, least(s.to_s, c.stop_s) AS to_s, c.start_s, c.stop_s IS NULL AND s.is_last AS is_now,
      (s.bit & ${resting}) <> 0 AS is_paused, s.bit, s.team_key, s.priority, ${calendarIndexSql(target, plan)} AS calendar_index
    FROM staging.clock_stretch s
    JOIN staging.clock_span c ON c.record_key = s.record_key AND s.n >= c.first_n AND (c.end_n IS NULL OR s.n < c.end_n)
    ${isByTeam(target) ? 'LEFT JOIN staging.clock_team_calendar k ON k.team_key = s.team_key' : ''}
  ) p
  JOIN staging.clock_slot a ON a.key = ${slotKeySql(grid, 'p.calendar_index', 'p.from_s')}
  JOIN staging.clock_slot b ON b.key = ${slotKeySql(grid, 'p.calendar_index', 'p.to_s')}
  WHERE p.from_s < p.to_s OR (p.from_s = p.to_s AND (p.to_s = p.start_s OR p.is_now))`;
}

export const isByTeam = (target: PlannedTarget): boolean => Object.keys(target.calendar.byTeam).length > 0;
const indexOf = (plan: Plan, name: string): number => plan.calendars.findIndex((calendar) => calendar.name === name);

function calendarIndexSql(target: PlannedTarget, plan: Plan): string {
  const fallback = indexOf(plan, target.calendar.fallback);
  return isByTeam(target) ? `coalesce(k.calendar_index, ${fallback})::INTEGER` : `${fallback}::INTEGER`;
}

/** Calendars of the teams that a target names; others fall back. */
export function teamCalendarSql(target: PlannedTarget, plan: Plan): { sql: string; values: string[] } {
  const entries = Object.entries(target.calendar.byTeam);
  const rows = entries.map(([, calendar]) => `(?, ${indexOf(plan, calendar)})`).join(', ');
  return {
    sql: `CREATE OR REPLACE TABLE staging.clock_team_calendar AS
      SELECT t.team_key, c.calendar_index::INTEGER AS calendar_index FROM (VALUES ${rows}) c (team, calendar_index) JOIN staging.clock_team t ON t.team = c.team`,
    values: entries.map(([team]) => team)
  };
}
