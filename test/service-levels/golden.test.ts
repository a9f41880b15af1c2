import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import type { TargetEntry } from '#warehouse/service-levels/schema.ts';
import { at, hour } from '#test/calendars/calendar-files.ts';
import { clocksFor, course, type CaseRecord } from './case.ts';
import { openWorld } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});
const clocks = (target: Partial<TargetEntry>, record: CaseRecord, asOf: string) => clocksFor(connection, target, record, asOf);

/** A clock just begun: when it would be due. */
async function due(target: Partial<TargetEntry>, from: string): Promise<number | null> {
  const [clock] = await clocks(target, course([from, 'new']), from);
  return clock!.due;
}

describe('worked examples, through the engine and by counting', () => {
  test('G1: Monday 14:00 to Tuesday 09:00 is 3 h of business and 19 h of actual time', async () => {
    const [clock] = await clocks({}, course(['2026-03-02 14:00', 'new'], ['2026-03-03 09:00', 'resolved']), '2026-03-05 00:00');
    expect(clock).toMatchObject({ elapsed: 3 * hour, actual: 19 * hour, stage: 'met', due: at('2026-03-03 14:00'), remaining: 5 * hour });
  });
  test('G2: 8–17, Friday 21:00 to Monday 09:30 is 1:30 of business and 60:30 of actual time', async () => {
    const record = course(['2014-12-12 21:00', 'new'], ['2014-12-15 09:30', 'resolved']);
    const [clock] = await clocks({ calendar: '8-17' }, record, '2014-12-16 00:00');
    expect(clock).toMatchObject({ elapsed: 1.5 * hour, actual: 60.5 * hour });
  });
  test('G3: 24 h of schedule on 9–17 from Monday 09:00 are due Wednesday 17:00', async () => {
    expect(await due({ goals: { default: '24h' } }, '2026-03-02 09:00')).toBe(at('2026-03-04 17:00'));
  });
  test('G4: one day from Friday 16:00 is Wednesday 16:00 as 24 h of schedule, Monday 16:00 as a working day', async () => {
    expect(await due({ goals: { default: '1d' }, unit: 'elapsed' }, '2026-03-06 16:00')).toBe(at('2026-03-11 16:00'));
    expect(await due({ goals: { default: '1d' }, unit: 'working_day' }, '2026-03-06 16:00')).toBe(at('2026-03-09 16:00'));
  });
  test('G5: 4 h on 8–18 from Tuesday 16:00 are due Wednesday 10:00', async () => {
    expect(await due({ calendar: '8-18', goals: { default: '4h' } }, '2026-03-03 16:00')).toBe(at('2026-03-04 10:00'));
  });
  test('G6: a pause moves the due time by its business hours only', async () => {
    const rows = course(['2026-03-02 16:00', 'new'], ['2026-03-02 17:00', 'on_hold'], ['2026-03-03 10:00', 'in_progress']);
    expect(await due({ calendar: '9-18' }, '2026-03-02 16:00')).toBe(at('2026-03-03 15:00'));
    const [clock] = await clocks({ calendar: '9-18' }, rows, '2026-03-03 11:00');
    expect(clock).toMatchObject({ stage: 'running', elapsed: 2 * hour, paused: 17 * hour, due: at('2026-03-03 17:00') });
  });
  test('G8: 8 h from an opening at 08:00, started 07:00: half at 12:00, due 16:00', async () => {
    const [clock] = await clocks({ calendar: '8-17' }, course(['2026-03-02 07:00', 'new']), '2026-03-02 12:00');
    expect(clock).toMatchObject({ elapsed: 4 * hour, remaining: 4 * hour, due: at('2026-03-02 16:00') });
  });
  test('G10: 4 h around the clock in New York over the repeated hour', async () => {
    const target = { calendar: 'always in New York', goals: { default: '4h' } };
    expect(await due(target, '2025-11-02T00:30-04:00')).toBe(at('2025-11-02T03:30-05:00'));
  });
  test('G12: 2 November 2025 in New York lasts 25 h', async () => {
    const record = course(['2025-11-02T00:00-04:00', 'new'], ['2025-11-03T00:00-05:00', 'resolved']);
    expect((await clocks({ calendar: 'always in New York' }, record, '2025-11-04 00:00'))[0]).toMatchObject({ elapsed: 25 * hour });
  });
  test('G14: 9–17 in New York, Friday 16:00 and 2 h over the change of clocks are due Monday 14:00Z', async () => {
    expect(await due({ calendar: 'New York', goals: { default: '2h' } }, '2026-03-06T16:00-05:00')).toBe(at('2026-03-09T14:00Z'));
  });
  test('G15: a window Sunday 01:00–04:00 is 2 h long in spring and 4 h in autumn', async () => {
    const spring = course(['2026-03-28 12:00', 'new'], ['2026-03-29 12:00', 'resolved']);
    expect((await clocks({ calendar: 'Sunday' }, spring, '2026-03-30 00:00'))[0]).toMatchObject({ elapsed: 2 * hour });
    const autumn = course(['2026-10-24 12:00', 'new'], ['2026-10-25 12:00', 'resolved']);
    expect((await clocks({ calendar: 'Sunday' }, autumn, '2026-10-26 00:00'))[0]).toMatchObject({ elapsed: 4 * hour });
  });
  const moved = course(
    ['2026-01-06T15:00Z', 'new', { team: 'Desk London' }],
    ['2026-01-06T16:00Z', 'in_progress', { team: 'Desk New York' }]
  );
  test('G16: moved to New York and following the owner, due Tuesday 19:00', async () => {
    const links: TargetEntry['calendar'][] = [
      { by_team: { 'Desk New York': 'New York' }, default: 'London' },
      [{ by: 'team', map: { 'Desk New York': 'New York' } }, 'London']
    ];
    for (const calendar of links) {
      const [clock] = await clocks({ calendar, goals: { default: '4h' } }, moved, '2026-01-06T16:30Z');
      expect(clock).toMatchObject({ elapsed: 1.5 * hour, due: at('2026-01-06T19:00Z'), calendar: 'New York' });
    }
  });
  test('G16: staying on London, due Wednesday 11:00', async () => {
    const [clock] = await clocks({ calendar: 'London', goals: { default: '4h' } }, moved, '2026-01-06T16:30Z');
    expect(clock).toMatchObject({ due: at('2026-01-07T11:00Z') });
  });
  test('G18: 8 h from Tuesday 13:00, Wednesday a holiday: due Thursday 13:00', async () => {
    expect(await due({ calendar: 'holiday' }, '2026-03-03 13:00')).toBe(at('2026-03-05 13:00'));
  });
  test('G19: 8 h from Monday 09:00 on 9–17 are due Monday 17:00', async () => {
    expect(await due({}, '2026-03-02 09:00')).toBe(at('2026-03-02 17:00'));
  });
  test('G21: shift 22:00–06:00, 10 h from Monday 23:00 are due Wednesday 01:00', async () => {
    expect(await due({ calendar: 'nights', goals: { default: '10h' } }, '2026-03-02 23:00')).toBe(at('2026-03-04 01:00'));
  });
  test('G22: 99.951 % used is not breached, 14.1 s left in whole seconds', async () => {
    const stopped = new Date((at('2026-03-02 17:00') - 14) * 1000).toISOString();
    const [clock] = await clocks({}, course(['2026-03-02 09:00', 'new'], [stopped, 'resolved']), '2026-03-04 00:00');
    expect(clock).toMatchObject({ stage: 'met', remaining: 14 });
  });
  test('G23: P3 becomes P1 at 13:00, counted from the opening at 10:00: due 14:00, one hour left', async () => {
    const rows = course(['2026-03-02 10:00', 'new', { priority: 3 }], ['2026-03-02 13:00', 'in_progress', { priority: 1 }]);
    const kept = { goals: { '1': '4h', '3': '24h' } };
    const attachedLater = { when: { priority: 1 }, retroactive_start: 'opened_at', goals: { '1': '4h' } };
    for (const target of [kept, attachedLater])
      expect((await clocks(target, rows, '2026-03-02 13:00'))[0]).toMatchObject({
        priority: 1,
        goal: 4 * hour,
        due: at('2026-03-02 14:00'),
        remaining: 1 * hour
      });
  });
});

describe('working days', () => {
  const days = (count: number, more: Partial<TargetEntry> = {}): Partial<TargetEntry> => ({
    goals: { default: `${count}d` },
    unit: 'working_day',
    ...more
  });
  test('begun while closed, a working day runs from the next opening; used up at closing time, kept until the next opening', async () => {
    expect(await due(days(1), '2026-03-07 12:00')).toBe(at('2026-03-09 17:00'));
    const stopped = (time: string) => course(['2026-03-07 12:00', 'new'], [time, 'resolved']);
    expect((await clocks(days(1), stopped('2026-03-10 09:00'), '2026-03-12 00:00'))[0]).toMatchObject({ stage: 'met', remaining: 0 });
    expect((await clocks(days(1), stopped('2026-03-10 09:00:01'), '2026-03-12 00:00'))[0]).toMatchObject({ stage: 'breached' });
  });
  test('a holiday is no working day', async () => {
    expect(await due(days(2, { calendar: 'holiday' }), '2026-03-03 13:00')).toBe(at('2026-03-06 13:00'));
  });
  test('after midnight in a night shift the day is that on which the shift began', async () => {
    expect(await due(days(1, { calendar: 'nights' }), '2026-03-04 02:00')).toBe(at('2026-03-05 02:00'));
    expect(await due(days(1, { calendar: 'nights' }), '2026-03-07 02:00')).toBe(at('2026-03-10 02:00'));
  });
  test('a wall time that is left out is the end of the gap, one that comes twice the first of the two', async () => {
    const always = days(1, { calendar: '24x7', zone: 'Europe/Berlin' });
    expect(await due(always, '2026-03-28T02:30+01:00')).toBe(at('2026-03-29T03:00+02:00'));
    expect(await due(always, '2026-10-24T02:30+02:00')).toBe(at('2026-10-25T02:30+02:00'));
  });
});
