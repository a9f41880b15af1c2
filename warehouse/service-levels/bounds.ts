import { identifier } from '../connection.ts';
import { milestones } from '../models/staging/columns.ts';
import { isCourseColumn } from './condition.ts';
import { openSecondsSql, slotKeySql, type Grid } from './grid-tables.ts';
import type { Plan, PlannedTarget } from './plan.ts';
import { pack } from './sql.ts';

/**
 * `staging.clock_bound`: least and most open seconds of clocks whose record only tells how it stands (R21). Pauses may have lain
 * anywhere, so a target that pauses has a least of 0; so has a clock whose stop no instant tells. Where the calendar depends on the
 * course, time counts at least while all of the target's calendars are open and at most while any is, unless the source says that the
 * record never changed hands. Clocks that nothing of this concerns are not in it: what they tell is exact.
 */
export function boundsSql(target: PlannedTarget, plan: Plan, grid: Grid): string {
  const made = plan.bounds.get(target.number);
  const hands = made ? handsSql(target) : 'FALSE';
  const told = Object.values(milestones[target.recordType] ?? {}).map((name) => `coalesce(t.stop_s = r.${identifier(`${name}_s`)}, FALSE)`);
  const isStopTold = `(t.stop_s IS NULL OR t.is_by_field ${told.map((each) => `OR ${each}`).join(' ')})`;
  const pauses = target.pause ? 'TRUE' : 'FALSE';
  const last = pack.calendar('t.last');
  const open = (calendar: string): string =>
    `${openSecondsSql(`${calendar}_to`, 't.end_s')} - ${openSecondsSql(`${calendar}_from`, 't.start_s')}`;
  const slots = (
    calendar: string
  ): string => `JOIN staging.clock_slot ${calendar}_from ON ${calendar}_from.key = ${slotKeySql(grid, `t.${calendar}_calendar`, 't.start_s')}
    JOIN staging.clock_slot ${calendar}_to ON ${calendar}_to.key = ${slotKeySql(grid, `t.${calendar}_calendar`, 't.end_s')}`;
  return `
  SELECT t.record_key, t.cycle, CASE WHEN ${pauses} OR NOT t.is_stop_told THEN 0 ELSE ${open('least')} END::BIGINT AS least, (${open('most')})::BIGINT AS most
  FROM (
    SELECT *, CASE WHEN has_hands THEN ${made?.all ?? 0} ELSE last_calendar END AS least_calendar, CASE WHEN has_hands THEN ${made?.any ?? 0} ELSE last_calendar END AS most_calendar
    FROM (
      SELECT t.record_key, t.cycle, t.start_s, t.end_s, ${last} AS last_calendar, ${hands} AS has_hands, ${isStopTold} AS is_stop_told
      FROM staging.clock_total t JOIN staging.clock_record_${target.recordType} r ON r.record_key = t.record_key
      WHERE NOT t.is_told AND NOT t.is_cancelled
    ) WHERE ${pauses} OR has_hands OR NOT is_stop_told
  ) t
  ${slots('least')}
  ${slots('most')}`;
}

/** Whether the calendar may have been another one earlier: also where no record of this build shows a change of the column. */
function handsSql({ calendar, zone }: PlannedTarget): string {
  const links = [...calendar.links, ...(zone?.links ?? [])].filter(({ column }) => isCourseColumn(column));
  if (links.length === 0) return 'FALSE';
  return links.every(({ column }) => column === 'team') ? 'coalesce(r.reassignment_count::BIGINT <> 0, TRUE)' : 'TRUE';
}
