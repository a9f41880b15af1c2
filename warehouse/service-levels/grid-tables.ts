import { gridStep, inverseStep } from '../calendars/grid.ts';
import type { Connection } from '../connection.ts';
import type { Plan } from './plan.ts';

/** Widths of the slots and the number of slots of one calendar; what turns an instant into a key of the grid. */
export interface Grid {
  step: number;
  inverseStep: number;
  /** Slots between two calendars, in both grids. */
  slots: number;
  inverseSlots: number;
  firstSlot: number;
}

/**
 * Writes the windows of all calendars and the two look-up tables made of them: `staging.clock_slot` (instant → open seconds before
 * it) and `staging.clock_inverse` (open seconds → instant). Keys are dense integers over all calendars.
 */
export async function writeGrid(connection: Connection, plan: Plan): Promise<Grid> {
  const windows = plan.calendars.map((calendar) => calendar.windows);
  const step = gridStep(windows);
  const inverse = inverseStep(windows);
  const firstSlot = Math.floor(plan.from / step);
  const slots = Math.floor(plan.asOf / step) - firstSlot + 1;
  const inverseSlots = Math.max(1, ...windows.map((list) => Math.ceil(openTotal(list.at(-1)) / inverse)));
  await writeWindows(connection, plan);
  await connection.run(slotSql(plan.calendars.length, { step, firstSlot, slots }));
  await connection.run(inverseSql(plan.calendars.length, inverse, inverseSlots));
  return { step, inverseStep: inverse, slots, inverseSlots, firstSlot };
}

const openTotal = (last: { from: number; to: number; before: number } | undefined): number =>
  last ? last.before + last.to - last.from : 0;

async function writeWindows(connection: Connection, plan: Plan): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TABLE staging.clock_window (calendar_index INTEGER, open_from BIGINT, open_to BIGINT, before BIGINT, gap_after BIGINT)'
  );
  const rows = plan.calendars.flatMap(({ windows }, index) =>
    windows.map(({ from, to, before }, at) => `(${index}, ${from}, ${to}, ${before}, ${(windows[at + 1]?.from ?? to) - to})`)
  );
  for (let at = 0; at < rows.length; at += 5000)
    await connection.run(`INSERT INTO staging.clock_window VALUES ${rows.slice(at, at + 5000).join(', ')}`);
}

/** The last window that begins before a slot ends; before the first window nothing was open. */
const slotSql = (calendars: number, { step, firstSlot, slots }: { step: number; firstSlot: number; slots: number }): string => `
  CREATE OR REPLACE TABLE staging.clock_slot AS
  SELECT (s.calendar_index * ${slots} + s.slot - ${firstSlot})::INTEGER AS key,
    coalesce(w.before - w.open_from, 0) AS shift, coalesce(w.open_from, 0) AS open_from, coalesce(w.open_to, 0) AS open_to
  FROM (
    SELECT c.range::INTEGER AS calendar_index, t.range AS slot, (t.range + 1) * ${step} - 1 AS last_second
    FROM range(${calendars}) c, range(${firstSlot}, ${firstSlot + slots}) t
  ) s
  ASOF LEFT JOIN staging.clock_window w ON w.calendar_index = s.calendar_index AND w.open_from <= s.last_second`;

/** The first window that reaches beyond the start of a slot of open time, and the closed time after it. */
const inverseSql = (calendars: number, step: number, slots: number): string => `
  CREATE OR REPLACE TABLE staging.clock_inverse AS
  SELECT (s.calendar_index * ${slots} + s.slot)::INTEGER AS key,
    w.open_from - w.before AS shift, w.before + w.open_to - w.open_from AS jump_after, w.gap_after AS jump
  FROM (
    SELECT c.range::INTEGER AS calendar_index, t.range AS slot, t.range * ${step} AS open_seconds
    FROM range(${calendars}) c, range(${slots}) t
  ) s
  ASOF JOIN staging.clock_window w ON w.calendar_index = s.calendar_index AND w.before <= s.open_seconds
  WHERE s.open_seconds < w.before + w.open_to - w.open_from`;

/** Key of the slot in which an instant lies. */
export const slotKeySql = (grid: Grid, calendarIndex: string, seconds: string): string =>
  `(${calendarIndex} * ${grid.slots} + ${seconds} // ${grid.step} - ${grid.firstSlot})::INTEGER`;
/** Open seconds before an instant, from its slot. */
export const openSecondsSql = (slot: string, seconds: string): string =>
  `(${slot}.shift + greatest(least(${seconds}, ${slot}.open_to), ${slot}.open_from))`;
/** Key of the inverse slot in which an amount of open seconds lies. */
export const inverseKeySql = (grid: Grid, calendarIndex: string, open: string): string =>
  `(${calendarIndex} * ${grid.inverseSlots} + (${open} - 1) // ${grid.inverseStep})::INTEGER`;
/** The earliest instant by which an amount of open seconds has passed, from its inverse slot. */
export const instantSql = (slot: string, open: string): string =>
  `(${slot}.shift + ${open} + CASE WHEN ${open} > ${slot}.jump_after THEN ${slot}.jump ELSE 0 END)`;
