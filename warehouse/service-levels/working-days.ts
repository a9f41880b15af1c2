import { localStretches, workingDays } from '../calendars/working-days.ts';
import type { Connection } from '../connection.ts';
import { calendarNumbers, type Plan, type PlannedTarget } from './plan.ts';

/** The numbers of days that the goals of a target name. */
const daysOf = ({ goals }: PlannedTarget): number[] => [
  ...new Set([...goals.byPriority.values(), ...(goals.fallback ? [goals.fallback] : [])])
];

/** A goal in seconds: what it says, or for working days the column of `staging.clock_workday w` that holds it. */
export const amountSql = ({ unit }: PlannedTarget, amount: number): string =>
  unit === 'working_day' ? `w.days_${amount}` : `${amount}::BIGINT`;
/** Join that `amountSql` needs. */
export const workdayJoin = ({ unit }: PlannedTarget, clock: string): string =>
  unit === 'working_day' ? `LEFT JOIN staging.clock_workday w ON w.record_key = ${clock}.record_key AND w.cycle = ${clock}.cycle` : '';

/**
 * `staging.clock_workday`: for each clock the open seconds from its start to the same wall time some working days later, one column
 * `days_<n>` for each number of days that the target names. NULL where the calendar ends before.
 */
export async function writeWorkdays(connection: Connection, target: PlannedTarget, plan: Plan): Promise<void> {
  if (target.unit !== 'working_day') return;
  await writeDays(connection, plan, calendarNumbers(target, plan));
  const days = daysOf(target);
  await connection.run(`CREATE OR REPLACE TABLE staging.clock_workday AS
    WITH begun AS (
      SELECT p.record_key, p.cycle, arg_min(p.calendar_index, p.n) AS calendar_index, min(c.start_s) AS start_s
      FROM staging.clock_piece p JOIN staging.clock_span c ON c.record_key = p.record_key AND c.cycle = p.cycle GROUP BY p.record_key, p.cycle
    ), opened AS (
      SELECT b.*, greatest(b.start_s, w.open_from) AS at_s FROM begun b
      ASOF JOIN staging.clock_window w ON w.calendar_index = b.calendar_index AND b.start_s < w.open_to
    ), dated AS (
      SELECT o.*, d.day, o.at_s + l.local_offset - d.midnight AS wall FROM opened o
      ASOF JOIN staging.clock_day_window d ON d.calendar_index = o.calendar_index AND d.from_s <= o.at_s
      ASOF JOIN staging.clock_local l ON l.calendar_index = o.calendar_index AND o.at_s < l.to_s
    ), aimed AS (
      SELECT d.*, n.days, t.midnight + d.wall AS local_s FROM dated d
      CROSS JOIN (VALUES ${days.map((each) => `(${each})`).join(', ')}) n (days)
      JOIN staging.clock_day t ON t.calendar_index = d.calendar_index AND t.day = d.day + n.days
    ), due AS (
      SELECT a.*, greatest(a.local_s - l.local_offset, l.from_s) AS due_s FROM aimed a
      ASOF JOIN staging.clock_local l ON l.calendar_index = a.calendar_index AND a.local_s < l.local_to
    ), counted AS (
      SELECT d.record_key, d.cycle, d.days, ${openBefore('e', 'd.due_s')} - ${openBefore('s', 'd.start_s')} AS seconds FROM due d
      ASOF LEFT JOIN staging.clock_window e ON e.calendar_index = d.calendar_index AND e.open_from <= d.due_s
      ASOF LEFT JOIN staging.clock_window s ON s.calendar_index = d.calendar_index AND s.open_from <= d.start_s
    )
    SELECT record_key, cycle, ${days.map((each) => `max(seconds) FILTER (days = ${each})::BIGINT AS days_${each}`).join(', ')}
    FROM counted GROUP BY record_key, cycle`);
}

const openBefore = (window: string, at: string): string =>
  `coalesce(${window}.before + least(${at}, ${window}.open_to) - ${window}.open_from, 0)`;

async function writeDays(connection: Connection, plan: Plan, numbers: readonly number[]): Promise<void> {
  await connection.run('CREATE OR REPLACE TABLE staging.clock_day (calendar_index INTEGER, day INTEGER, midnight BIGINT)');
  await connection.run(
    'CREATE OR REPLACE TABLE staging.clock_day_window (calendar_index INTEGER, from_s BIGINT, day INTEGER, midnight BIGINT)'
  );
  await connection.run(
    'CREATE OR REPLACE TABLE staging.clock_local (calendar_index INTEGER, from_s BIGINT, to_s BIGINT, local_offset BIGINT, local_to BIGINT)'
  );
  for (const number of numbers) {
    const { versions, windows } = plan.calendars[number]!;
    const [from, to] = [plan.from - 2 * 86_400, (windows.at(-1)?.to ?? plan.asOf) + 2 * 86_400];
    const { days, openings } = workingDays(versions, from, to);
    const stretches = localStretches(versions, from, to).map(
      (each) => `(${number}, ${each.from}, ${each.to}, ${each.offset}, ${each.to + each.offset})`
    );
    await insert(
      connection,
      'staging.clock_day',
      days.map((midnight, day) => `(${number}, ${day}, ${midnight})`)
    );
    await insert(
      connection,
      'staging.clock_day_window',
      openings.map((each) => `(${number}, ${each.from}, ${each.day}, ${each.midnight})`)
    );
    await insert(connection, 'staging.clock_local', stretches);
  }
}

async function insert(connection: Connection, table: string, rows: readonly string[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 5000)
    await connection.run(`INSERT INTO ${table} VALUES ${rows.slice(at, at + 5000).join(', ')}`);
}
