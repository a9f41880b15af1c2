import { expect } from 'vitest';
import type { Connection } from '#warehouse/connection.ts';
import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { at } from '#test/calendars/calendar-files.ts';
import { clocksOf, comparable } from './compare.ts';
import { expectedClocks } from './oracle.ts';
import type { ClockRow, CourseRow, WorldRecord } from './world.ts';

/** Monday to Friday with the given windows, closed at weekends. */
export const weekly = (name: string, zone: string, windows: string[], more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  name,
  zone,
  hours: { mon: windows, tue: windows, wed: windows, thu: windows, fri: windows },
  ...more
});

const calendars: CalendarEntry[] = [
  weekly('9-17', 'UTC', ['09:00-17:00']),
  weekly('8-17', 'UTC', ['08:00-17:00']),
  weekly('8-18', 'UTC', ['08:00-18:00']),
  weekly('9-18', 'UTC', ['09:00-18:00']),
  weekly('London', 'Europe/London', ['09:00-17:00']),
  weekly('New York', 'America/New_York', ['09:00-17:00']),
  weekly('holiday', 'UTC', ['09:00-17:00'], { holidays: [{ date: '2026-03-04', name: 'A day off' }] }),
  weekly('nights', 'UTC', ['22:00-06:00']),
  { name: 'Sunday', zone: 'Europe/Berlin', hours: { sun: ['01:00-04:00'] } },
  { name: 'always in New York', zone: 'America/New_York', hours: 'always' }
];

export const resolution: TargetEntry = {
  name: 'resolution',
  record_type: 'incident',
  metric: 'resolution',
  start: 'opened_at',
  stop: ['resolved', 'closed'],
  calendar: '9-17',
  goals: { default: '8h' },
  pause: ['on_hold']
};

export type CaseRecord = Omit<WorldRecord, 'id'>;
/** Rows of a course: time (UTC unless it says its offset), state and what else is known. */
export const course = (...rows: [time: string, state: CourseRow['state'], more?: Partial<CourseRow>][]): CaseRecord => ({
  course: rows.map(([time, state, more]) => ({ at: at(time), state, ...more }))
});

/** The clocks of one record and target (said as a change of `resolution`), by the engine; both routes must agree on them. */
export async function clocksFor(
  connection: Connection,
  target: Partial<TargetEntry>,
  record: CaseRecord,
  asOf: string,
  agreement: { valid_from?: string; valid_to?: string } = {}
): Promise<ClockRow[]> {
  const whole = { ...resolution, ...target };
  const scene = { calendars, agreement, targets: [whole], records: [{ id: 'INC1', ...record }], asOf: at(asOf), zone: 'UTC' };
  const found = await clocksOf(connection, scene);
  const counted = scene.records.flatMap((each) => expectedClocks(each, whole, scene).map((clock) => comparable(clock, each)));
  expect(found.map((clock) => comparable(clock, scene.records[0]!))).toEqual(counted);
  return found;
}
