import { identifier } from '../connection.ts';
import { milestones } from '../models/staging/columns.ts';
import type { Course } from './condition-sql.ts';
import { openSecondsSql, slotKeySql, type Grid } from './grid-tables.ts';
import { isPiecewise } from './links.ts';
import { calendarNumbers, type Plan, type PlannedTarget } from './plan.ts';
import { pack } from './sql.ts';

/**
 * `staging.clock_bound`: least and most open seconds of clocks whose record only tells how it stands (R21). Pauses may have lain
 * anywhere, so a target that pauses has a least of 0; so has a clock whose stop no instant tells. Where the calendar depends on the
 * course, the least and the most open of the target's calendars count, unless the source says that the record never changed hands.
 * Clocks that nothing of this concerns are not in it: what they tell is exact.
 */
export function boundsSql(target: PlannedTarget, plan: Plan, grid: Grid, course: Course): string {
  const hands = handsSql(target, course);
  const told = Object.values(milestones[target.recordType] ?? {}).map((name) => `coalesce(t.stop_s = r.${identifier(`${name}_s`)}, FALSE)`);
  const isStopTold = `(t.stop_s IS NULL OR t.is_by_field ${told.map((each) => `OR ${each}`).join(' ')})`;
  const pauses = target.pause ? 'TRUE' : 'FALSE';
  const numbers = calendarNumbers(target, plan);
  return `
  SELECT t.record_key, t.cycle, CASE WHEN ${pauses} OR NOT any_value(t.is_stop_told) THEN 0 ELSE min(t.open) END::BIGINT AS least, max(t.open)::BIGINT AS most
  FROM (
    SELECT t.record_key, t.cycle, t.is_stop_told, ${openSecondsSql('b', 't.end_s')} - ${openSecondsSql('a', 't.start_s')} AS open
    FROM (
      SELECT t.record_key, t.cycle, t.start_s, t.end_s, ${pack.calendar('t.last')} AS last_calendar, ${hands} AS has_hands, ${isStopTold} AS is_stop_told
      FROM staging.clock_total t JOIN staging.clock_record_${target.recordType} r ON r.record_key = t.record_key
      WHERE NOT t.is_told AND NOT t.is_cancelled
    ) t
    JOIN (VALUES ${numbers.map((number) => `(${number})`).join(', ')}) k (number) ON t.has_hands OR k.number = t.last_calendar
    JOIN staging.clock_slot a ON a.key = ${slotKeySql(grid, 'k.number', 't.start_s')}
    JOIN staging.clock_slot b ON b.key = ${slotKeySql(grid, 'k.number', 't.end_s')}
    WHERE ${pauses} OR t.has_hands OR NOT t.is_stop_told
  ) t GROUP BY t.record_key, t.cycle`;
}

/** Whether the calendar may have been another one earlier. */
function handsSql(target: PlannedTarget, course: Course): string {
  if (!isPiecewise(target, course)) return 'FALSE';
  const links = [...target.calendar.links, ...(target.zone?.links ?? [])].filter(({ column }) => course.varying.has(column));
  return links.every(({ column }) => column === 'team') ? 'coalesce(r.reassignment_count::BIGINT <> 0, TRUE)' : 'TRUE';
}
