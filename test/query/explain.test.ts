import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alwaysOpen } from '#warehouse/calendars/calendar.ts';
import type { Connection, Database } from '#warehouse/connection.ts';
import type { RecordClocks } from '#warehouse/query/clocks/clock.ts';
import { stretchRows } from '#warehouse/query/clocks/stretch-rows.ts';
import { clocksOfRecord } from '#warehouse/query/clocks/read.ts';
import { resolveAgreements, resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import type { TargetEntry } from '#warehouse/service-levels/schema.ts';
import { at } from '#test/calendars/calendar-files.ts';
import { fillWorld, openWorld, passOver, type CourseRow } from '#test/service-levels/world.ts';
import { explainLines, explainText } from '../../explain.ts';
import { published } from './clock-world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

const office = { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-17:00'] };
const calendars = resolveCalendars([
  {
    name: 'berlin-office',
    zone: 'Europe/Berlin',
    hours: office,
    holidays: [
      { date: '2026-04-03', name: 'Karfreitag' },
      { date: '2026-04-06', name: 'Ostermontag' }
    ]
  },
  { name: 'newyork-office', zone: 'America/New_York', hours: office }
]);
const resolution: TargetEntry = {
  name: 'Resolution',
  record_type: 'incident',
  metric: 'resolution',
  calendar: { by_team: { Berlin: 'berlin-office', 'New York': 'newyork-office' }, default: '24x7' },
  goals: { 1: '2h', 2: '4h', 3: '8h', default: '40h' },
  pause: ['on_hold'],
  reopen: 'resume'
};

async function explained(targets: TargetEntry[], course: CourseRow[], until: string, hasHistory = true): Promise<RecordClocks> {
  const definitions = {
    calendars: [alwaysOpen, ...calendars],
    agreements: resolveAgreements([{ name: 'Gold', type: 'SLA', party: 'Sales', targets }])
  };
  await fillWorld(connection, [{ id: 'INC1', course, hasHistory }]);
  await passOver(connection, definitions, at(until), 'Europe/Berlin');
  return clocksOfRecord(connection, await published(connection, definitions, at(until), 'Europe/Berlin'), 'incident', 'INC1');
}

const told = (clocks: RecordClocks): string =>
  explainText({ type: 'incident', id: 'INC1', title: 'VPN \u001b[31mdown', state: 'in_progress' }, clocks);
const golden = (name: string): string => join(import.meta.dirname, 'golden', `explain-${name}.txt`);

describe('the clock of a record in words', () => {
  test('over a weekend, with the hours ahead', async () => {
    const clocks = await explained(
      [resolution],
      [{ at: at('2026-03-06T14:48Z'), state: 'new', team: 'Berlin', priority: 2 }],
      '2026-03-07T12:00Z'
    );
    const text = told(clocks);
    expect(text).toContain('4 h = 1 h 12 min (Fri 6 Mar 15:48–17:00) + 2 h 48 min (Mon 9 Mar 09:00–11:48).');
    expect(text).toContain('Due Mon 9 Mar 2026 11:48 CET (10:48Z), if nothing changes.');
    await expect(text).toMatchFileSnapshot(golden('weekend'));
  });

  test('paused, handed over, of another priority, reopened and breached over Easter and a change of clocks', async () => {
    const clocks = await explained(
      [resolution],
      [
        { at: at('2026-03-27T14:00Z'), state: 'new', team: 'Berlin', priority: 3 },
        { at: at('2026-03-27T15:00Z'), state: 'in_progress', team: 'Berlin', priority: 3, assignee: 'Ann' },
        { at: at('2026-03-30T08:00Z'), state: 'on_hold', state_source: 'Awaiting vendor', team: 'Berlin', priority: 3, assignee: 'Ann' },
        { at: at('2026-03-30T14:00Z'), state: 'in_progress', team: 'Berlin', priority: 3, assignee: 'Ann' },
        { at: at('2026-03-30T14:30Z'), state: 'in_progress', team: 'New York', priority: 3 },
        { at: at('2026-03-30T16:00Z'), state: 'resolved', team: 'New York', priority: 3 },
        { at: at('2026-04-02T13:00Z'), state: 'in_progress', team: 'Berlin', priority: 2 },
        { at: at('2026-04-07T09:15:30Z'), state: 'resolved', team: 'Berlin', priority: 2 }
      ],
      '2026-04-10T00:00Z'
    );
    await expect(told(clocks)).toMatchFileSnapshot(golden('easter'));
    expect(clocks.clocks[0]).toMatchObject({ stage: 'breached', goal: 4 * 3600 });
  });

  test('paused now, without history, cancelled, and ended in the second of its start', async () => {
    const begin: CourseRow = { at: at('2026-03-09T08:00Z'), state: 'new', team: 'Berlin', priority: 2 };
    const paused = await explained([resolution], [begin, { ...begin, at: at('2026-03-09T09:30Z'), state: 'on_hold' }], '2026-03-10T12:00Z');
    const untold = await explained(
      [resolution],
      [begin, { ...begin, at: at('2026-03-09T14:00Z'), state: 'resolved' }],
      '2026-03-10T12:00Z',
      false
    );
    const cancelled = await explained(
      [resolution],
      [begin, { ...begin, at: at('2026-03-09T10:00Z'), state: 'cancelled', state_source: 'Merged' }],
      '2026-03-10T12:00Z'
    );
    const instant = await explained([resolution], [begin, { ...begin, state: 'resolved' }], '2026-03-10T12:00Z');
    await expect([paused, untold, cancelled, instant].map(told).join('\n')).toMatchFileSnapshot(golden('others'));
  });

  test('in working days and cycles', async () => {
    const target: TargetEntry = {
      ...resolution,
      goals: { 2: '2d', default: '3d' },
      unit: 'working_day',
      calendar: 'berlin-office',
      reopen: 'new_cycle'
    };
    const clocks = await explained(
      [target],
      [
        { at: at('2026-04-01T12:00Z'), state: 'new', team: 'Berlin', priority: 3 },
        { at: at('2026-04-02T12:00Z'), state: 'resolved', team: 'Berlin', priority: 3 },
        { at: at('2026-04-04T10:00Z'), state: 'in_progress', team: 'Berlin', priority: 2 }
      ],
      '2026-04-05T12:00Z'
    );
    expect(clocks.clocks.map(({ cycle }) => cycle)).toEqual([1, 2]);
    await expect(told(clocks)).toMatchFileSnapshot(golden('working-days'));
  });

  test('as lines for programs: instants in ISO 8601, seconds that add up', async () => {
    const clocks = await explained(
      [resolution],
      [{ at: at('2026-03-06T14:48Z'), state: 'new', team: 'Berlin', priority: 2 }],
      '2026-03-07T12:00Z'
    );
    const [line] = explainLines(clocks) as {
      clock: { due_at: string; target: { agreement_type: string }; stretches: { from: string; counted: number }[] };
    }[];
    expect(line!.clock.due_at).toBe('2026-03-09T10:48:00Z');
    expect(line!.clock.target.agreement_type).toBe('SLA');
    expect(line!.clock.stretches.map(({ from, counted }) => [from, counted])).toEqual([
      ['2026-03-06T14:48:00Z', 4320],
      ['2026-03-06T16:00:00Z', 0]
    ]);
  });
});

test('as CSV every stretch is a line, and no text is a formula', async () => {
  const clocks = await explained(
    [resolution],
    [{ at: at('2026-03-06T14:48Z'), state: 'new', team: '=cmd|1', priority: 2 }],
    '2026-03-07T12:00Z'
  );
  const rows = stretchRows(clocks);
  expect(rows.map(({ is_over_goal, counted_seconds }) => [is_over_goal, counted_seconds])).toEqual([
    [false, 14400],
    [true, 61920]
  ]);
  expect(rows[0]).toMatchObject({
    record_id: 'INC1',
    target: 'Resolution',
    from_at: '2026-03-06T14:48:00Z',
    from_local: 'Fri 6 Mar 2026 15:48:00 +01:00',
    kind: 'running',
    team: '=cmd|1',
    calendar: '24x7'
  });
  expect(rows.reduce((sum, row) => sum + Number(row.counted_seconds), 0)).toBe(clocks.clocks[0]?.elapsed);
});

test('a record that no target is about says so', async () => {
  const other = { ...resolution, when: { category: ['vpn'] } };
  const clocks = await explained([other], [{ at: at('2026-03-06T14:48Z'), state: 'new', team: 'Berlin' }], '2026-03-07T12:00Z');
  expect(told(clocks)).toContain('No target is about it.');
});
