import { conditionSql, isOfState, type Course } from './condition-sql.ts';
import { openSecondsSql, slotKeySql, type Grid } from './grid-tables.ts';
import { linkSql } from './links.ts';
import type { Plan, PlannedTarget } from './plan.ts';

/**
 * One row per clock and stretch of its record's course, cut to the clock: the segments before they get their names. Open seconds are
 * differences of two look-ups in the calendar that is in force in that stretch (R12).
 * Pieces of no length stay where they tell how a clock begins or stands now.
 * Columns: record_key, cycle, n, from_s, to_s, open_from (open seconds before from_s), business, is_paused, bit, team_key, priority,
 * calendar_index, calendar_link, zone_link, interval, and supplier where it varies.
 */
export function piecesSql(target: PlannedTarget, plan: Plan, grid: Grid, course: Course): string {
  const link = linkSql(target, plan, course);
  const supplier = course.varying.has('supplier') ? ', s.supplier' : '';
  const resting = restingSql(target, course);
  const needsRecord = link.needsRecord || resting.needsRecord;
  const part = partsSql(target);
  return `
  SELECT p.* EXCLUDE (start_s, is_now), ${openSecondsSql('a', 'p.from_s')} AS open_from,
    (${openSecondsSql('b', 'p.to_s')} - ${openSecondsSql('a', 'p.from_s')})::INTEGER AS business
  FROM (
    SELECT c.record_key, c.cycle, ${part.n} AS n, ${part.from} AS from_s, ${part.to} AS to_s, c.start_s,
      c.stop_s IS NULL AND s.is_last AS is_now, ${part.isCounted(resting.sql)} AS is_paused, s.bit, s.team_key, s.priority, s."interval"${supplier}, ${link.columns}
    FROM ${resting.stretches} s
    JOIN staging.clock_span c ON c.record_key = s.record_key AND s.n >= c.first_n AND (c.end_n IS NULL OR s.n < c.end_n)
    ${part.join}
    ${needsRecord ? `JOIN staging.clock_record_${target.recordType} r ON r.record_key = s.record_key` : ''}
    ${link.joins}
  ) p
  JOIN staging.clock_slot a ON a.key = ${slotKeySql(grid, 'p.calendar_index', 'p.from_s')}
  JOIN staging.clock_slot b ON b.key = ${slotKeySql(grid, 'p.calendar_index', 'p.to_s')}
  WHERE p.from_s < p.to_s OR (p.from_s = p.to_s AND (p.to_s = p.start_s OR p.is_now))`;
}

/** Where a clock counts all time before attaching (R10), each stretch comes in two parts: before that instant and from it on. */
function partsSql({ retroactiveStart, hasRetroactivePause }: PlannedTarget) {
  const from = 'CASE WHEN s.n = 1 THEN c.start_s ELSE greatest(s.from_s, c.start_s) END';
  const to = 'least(s.to_s, c.stop_s)';
  if (!retroactiveStart || hasRetroactivePause) return { n: 's.n', from, to, join: '', isCounted: (resting: string) => resting };
  return {
    n: '(s.n * 2 + h.part)',
    from: `CASE WHEN h.part = 0 THEN ${from} ELSE greatest(${from}, c.attached_s) END`,
    to: `CASE WHEN h.part = 0 THEN least(${to}, c.attached_s) ELSE ${to} END`,
    join: 'JOIN (VALUES (0), (1)) h (part) ON h.part = 1 OR c.start_s < c.attached_s',
    isCounted: (resting: string) => `(h.part = 1 AND ${resting})`
  };
}

/** Whether a stretch does not count: paused, or ended and later resumed. A pause with \`resume\` is latched until that holds. */
function restingSql(target: PlannedTarget, course: Course): { sql: string; stretches: string; needsRecord: boolean } {
  const { when, stop, cancel, pause, resume, isCancelledWhenUnmet } = target;
  const sql = (condition: typeof pause): string => (condition ? conditionSql(condition, course) : 'FALSE');
  const unmet = isCancelledWhenUnmet && when ? `NOT ${conditionSql(when, course)}` : 'FALSE';
  const ended = [sql(stop.condition), sql(cancel), unmet].filter((each) => each !== 'FALSE');
  const isPaused = resume ? 's.is_latched' : sql(pause);
  const conditions = [stop.condition, cancel, pause, resume, ...(isCancelledWhenUnmet ? [when] : [])];
  return {
    sql: `(${[isPaused, ...ended].join(' OR ')})`,
    stretches: resume ? latchedSql(target, sql(pause), sql(resume)) : 'staging.clock_stretch',
    needsRecord: conditions.some((each) => !isOfState(each))
  };
}

/** The last stretch, among those looked at, that paused or resumed tells; both at once resume (R1). */
const latchedSql = ({ recordType }: PlannedTarget, pause: string, resume: string): string => `(
      SELECT s.*, coalesce(last_value(CASE WHEN s.resumes THEN FALSE WHEN s.pauses THEN TRUE END IGNORE NULLS) OVER (PARTITION BY s.record_key ORDER BY s.n ROWS UNBOUNDED PRECEDING), FALSE) AS is_latched
      FROM (
        SELECT s.*, ${pause} AS pauses, ${resume} AS resumes FROM staging.clock_stretch s
        JOIN staging.clock_record_${recordType} r ON r.record_key = s.record_key
        JOIN (SELECT record_key, min(looked_s) AS looked_s FROM staging.clock_span GROUP BY record_key) q ON q.record_key = s.record_key
        WHERE s.to_s > q.looked_s OR s.is_last OR s.from_s = q.looked_s
      ) s)`;
