import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alwaysOpen, type Calendar } from '#warehouse/calendars/calendar.ts';
import type { Connection, Database } from '#warehouse/connection.ts';
import { resolveAgreements } from '#warehouse/service-levels/resolve.ts';
import type { TargetEntry } from '#warehouse/service-levels/schema.ts';
import { at, hour, hours, weekdays } from '#test/calendars/calendar-files.ts';
import { fillWorld, openWorld, passOver, type ClockRow, type WorldRecord } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

const named = (name: string, calendar: Calendar): Calendar => ({ ...calendar, name });
const calendars = [
  alwaysOpen,
  named('9-17', weekdays('UTC', [hours(9, 17)])),
  named('9-18', weekdays('UTC', [hours(9, 18)])),
  named('London', weekdays('Europe/London', [hours(9, 17)])),
  named('New York', weekdays('America/New_York', [hours(9, 17)])),
  named('holiday', weekdays('UTC', [hours(9, 17)], { holidays: [{ date: '2026-03-04', name: 'A day off' }] })),
  named('nights', weekdays('UTC', [hours(22, 30)]))
];

const resolution: TargetEntry = {
  name: 'resolution',
  record_type: 'incident',
  metric: 'resolution',
  calendar: '9-17',
  goals: { default: '8h' },
  pause: ['on_hold']
};

async function clocks(target: Partial<TargetEntry>, record: Omit<WorldRecord, 'id'>, asOf: string): Promise<ClockRow[]> {
  await fillWorld(connection, [{ id: 'INC1', ...record }]);
  const agreements = resolveAgreements([{ name: 'Gold', type: 'SLA', targets: [{ ...resolution, ...target }] }]);
  return passOver(connection, { calendars, agreements }, at(asOf));
}

const course = (...rows: [time: string, state: WorldRecord['course'][number]['state'], more?: { team?: string; priority?: number }][]) => ({
  course: rows.map(([time, state, more]) => ({ at: at(time), state, ...more }))
});

describe('worked examples through the engine', () => {
  test('G1: Monday 14:00 to Tuesday 09:00 is 3 h of business and 19 h of actual time', async () => {
    const [clock] = await clocks({}, course(['2026-03-02 14:00', 'new'], ['2026-03-03 09:00', 'resolved']), '2026-03-05 00:00');
    expect(clock).toMatchObject({ elapsed: 3 * hour, actual: 19 * hour, stage: 'met', due: at('2026-03-03 14:00'), remaining: 5 * hour });
  });
  test('G6: a pause moves the due time by its business hours only', async () => {
    const rows = course(['2026-03-02 16:00', 'new'], ['2026-03-02 17:00', 'on_hold'], ['2026-03-03 10:00', 'in_progress']);
    const [clock] = await clocks({ calendar: '9-18' }, rows, '2026-03-03 11:00');
    expect(clock).toMatchObject({ stage: 'running', elapsed: 2 * hour, paused: 17 * hour, due: at('2026-03-03 17:00') });
  });
  test('R7: while paused there is no due time', async () => {
    const [clock] = await clocks({}, course(['2026-03-02 09:00', 'new'], ['2026-03-02 14:00', 'on_hold']), '2026-03-03 11:00');
    expect(clock).toMatchObject({ stage: 'paused', due: null, remaining: 3 * hour, stopped: null });
  });
  test('G16: on the calendar of the team that holds it, each piece on its own (R12)', async () => {
    const byTeam = { by_team: { 'Desk New York': 'New York' }, default: 'London' };
    const rows = course(
      ['2026-01-06T15:00Z', 'new', { team: 'Desk London' }],
      ['2026-01-06T16:00Z', 'in_progress', { team: 'Desk New York' }]
    );
    const [clock] = await clocks({ calendar: byTeam, goals: { default: '4h' } }, rows, '2026-01-06T16:30Z');
    expect(clock).toMatchObject({ elapsed: 1.5 * hour, due: at('2026-01-06T19:00Z'), calendar: 'New York' });
  });
  test('G16: staying on London, due Wednesday 11:00', async () => {
    const rows = course(
      ['2026-01-06T15:00Z', 'new', { team: 'Desk London' }],
      ['2026-01-06T16:00Z', 'in_progress', { team: 'Desk New York' }]
    );
    const [clock] = await clocks({ calendar: 'London', goals: { default: '4h' } }, rows, '2026-01-06T16:30Z');
    expect(clock).toMatchObject({ due: at('2026-01-07T11:00Z') });
  });
  test('G18: a holiday between start and due time', async () => {
    const [clock] = await clocks({ calendar: 'holiday' }, course(['2026-03-03 13:00', 'new']), '2026-03-03 14:00');
    expect(clock).toMatchObject({ due: at('2026-03-05 13:00') });
  });
  test('G19, R9: due at closing time is that instant, and stopping next morning is still in time', async () => {
    const [met] = await clocks({}, course(['2026-03-02 09:00', 'new'], ['2026-03-03 09:00', 'resolved']), '2026-03-04 00:00');
    expect(met).toMatchObject({ due: at('2026-03-02 17:00'), stage: 'met', elapsed: 8 * hour });
    const [late] = await clocks({}, course(['2026-03-02 09:00', 'new'], ['2026-03-03 09:00:01', 'resolved']), '2026-03-04 00:00');
    expect(late).toMatchObject({ due: at('2026-03-02 17:00'), stage: 'breached', elapsed: 8 * hour + 1, breached: at('2026-03-02 17:00') });
  });
  test('G21: shift 22:00–06:00, 10 h from Monday 23:00', async () => {
    const [clock] = await clocks(
      { calendar: 'nights', goals: { default: '10h' } },
      course(['2026-03-02 23:00', 'new']),
      '2026-03-02 23:30'
    );
    expect(clock).toMatchObject({ due: at('2026-03-04 01:00') });
  });
  test('G22: 99.951 % used is not breached, 14.1 s left in whole seconds', async () => {
    const stopped = new Date((at('2026-03-02 17:00') - 14) * 1000).toISOString();
    const [clock] = await clocks({}, course(['2026-03-02 09:00', 'new'], [stopped, 'resolved']), '2026-03-04 00:00');
    expect(clock).toMatchObject({ stage: 'met', remaining: 14 });
  });
  test('G23: P3 becomes P1: due in the goal of P1, elapsed kept (R11)', async () => {
    const rows = course(['2026-03-02 10:00', 'new', { priority: 3 }], ['2026-03-02 13:00', 'in_progress', { priority: 1 }]);
    const [clock] = await clocks({ goals: { '1': '4h', '3': '24h' } }, rows, '2026-03-02 13:00');
    expect(clock).toMatchObject({ priority: 1, goal: 4 * hour, due: at('2026-03-02 14:00'), remaining: 1 * hour });
  });
});

describe('rules', () => {
  test('R11: a goal lowered below what is used breaches at the change; a raised one leaves a trace', async () => {
    const goals = { '1': '4h', '3': '24h' };
    const lowered = course(['2026-03-02 09:00', 'new', { priority: 3 }], ['2026-03-02 15:00', 'in_progress', { priority: 1 }]);
    expect((await clocks({ goals }, lowered, '2026-03-02 16:00'))[0]).toMatchObject({
      stage: 'breached',
      due: at('2026-03-02 13:00'),
      breached: at('2026-03-02 15:00')
    });
    const raised = course(['2026-03-02 09:00', 'new', { priority: 1 }], ['2026-03-02 15:00', 'in_progress', { priority: 3 }]);
    expect((await clocks({ goals }, raised, '2026-03-02 16:00'))[0]).toMatchObject({
      stage: 'running',
      is_breached: false,
      is_ever_breached: true
    });
  });
  test('R11: with restart the old cycle is cancelled and a new one starts at the change', async () => {
    const goals = { '1': '4h', '3': '24h' };
    const rows = course(['2026-03-02 09:00', 'new', { priority: 3 }], ['2026-03-02 15:00', 'in_progress', { priority: 1 }]);
    const [first, second] = await clocks({ goals, priority_change: 'restart' }, rows, '2026-03-02 16:00');
    expect(first).toMatchObject({ cycle: 1, stage: 'cancelled', stopped: at('2026-03-02 15:00') });
    expect(second).toMatchObject({
      cycle: 2,
      stage: 'running',
      started: at('2026-03-02 15:00'),
      elapsed: 1 * hour,
      due: at('2026-03-03 11:00')
    });
  });

  const reopened = course(
    ['2026-03-02 09:00', 'new'],
    ['2026-03-02 11:00', 'resolved'],
    ['2026-03-02 14:00', 'in_progress'],
    ['2026-03-02 15:00', 'resolved'],
    ['2026-03-02 16:00', 'closed']
  );
  test('R16: reopened and resumed, solved time does not count', async () => {
    const [clock] = await clocks({ reopen: 'resume' }, reopened, '2026-03-04 00:00');
    expect(clock).toMatchObject({ cycle: 1, stopped: at('2026-03-02 15:00'), elapsed: 3 * hour, paused: 3 * hour });
  });
  test('R16: each reopening a new cycle', async () => {
    const found = await clocks({ reopen: 'new_cycle' }, reopened, '2026-03-04 00:00');
    expect(found.map(({ cycle, elapsed, stopped }) => [cycle, elapsed, stopped])).toEqual([
      [1, 2 * hour, at('2026-03-02 11:00')],
      [2, 1 * hour, at('2026-03-02 15:00')]
    ]);
  });
  test('R16: reopening ignored', async () => {
    const [clock, ...more] = await clocks({ reopen: 'ignore' }, reopened, '2026-03-04 00:00');
    expect(clock).toMatchObject({ stopped: at('2026-03-02 11:00'), elapsed: 2 * hour });
    expect(more).toEqual([]);
  });
  test('R1: a record that arrives resolved gets no clock', async () => {
    expect(await clocks({}, course(['2026-03-02 09:00', 'resolved']), '2026-03-04 00:00')).toEqual([]);
  });
  test('R18: opened and resolved in the same second, in this order, is a clock of no length', async () => {
    const [clock] = await clocks({}, course(['2026-03-02 09:00', 'new'], ['2026-03-02 09:00', 'resolved']), '2026-03-04 00:00');
    expect(clock).toMatchObject({ stage: 'met', elapsed: 0, actual: 0, stopped: at('2026-03-02 09:00') });
  });
  test('R19: a resolution told for later than the data instant is not known yet', async () => {
    const record = { ...course(['2026-03-02 09:00', 'new']), fields: { acknowledged_at: at('2026-03-02 12:00') } };
    const [clock] = await clocks({ metric: 'response', stop: 'acknowledged_at', reopen: undefined, pause: [] }, record, '2026-03-02 10:00');
    expect(clock).toMatchObject({ stage: 'running', elapsed: 1 * hour });
  });
  test('R20: cancelled clocks are neither met nor breached', async () => {
    const [clock] = await clocks({}, course(['2026-03-02 09:00', 'new'], ['2026-03-05 11:00', 'cancelled']), '2026-03-06 00:00');
    expect(clock).toMatchObject({ stage: 'cancelled', is_completed: false, is_breached: false, remaining: null, due: null });
  });
  test('R21: without history the value is an upper bound and says so', async () => {
    const [clock] = await clocks(
      {},
      { ...course(['2026-03-02 09:00', 'new'], ['2026-03-02 11:00', 'resolved']), hasHistory: false },
      '2026-03-06 00:00'
    );
    expect(clock).toMatchObject({ elapsed: 2 * hour, is_exact: false });
  });
  test('R22: a priority without goal attaches no clock and is counted', async () => {
    const rows = course(['2026-03-02 09:00', 'new', { priority: 4 }]);
    expect(await clocks({ goals: { '1': '4h' } }, rows, '2026-03-02 10:00')).toEqual([]);
    expect(await connection.all('SELECT record_id, priority FROM fact.uncovered')).toEqual([{ record_id: 'INC1', priority: 4 }]);
  });
  test('R23: a clock of three years is exact', async () => {
    const [clock] = await clocks(
      { calendar: '24x7' },
      course(['2023-03-02 09:00', 'new'], ['2026-03-02 09:00:01', 'resolved']),
      '2026-03-04 00:00'
    );
    expect(clock).toMatchObject({ elapsed: (365 * 3 + 1) * 86_400 + 1 });
  });
  test('revocation: stopped before it was due is met with nothing used', async () => {
    const record = {
      type: 'access_grant' as const,
      ...course(['2026-03-02 09:00', 'in_progress']),
      fields: { revoke_due_at: at('2026-03-05 09:00'), revoked_at: at('2026-03-04 09:00') }
    };
    const [clock] = await clocks({ record_type: 'access_grant', metric: 'revoke', pause: [] }, record, '2026-03-06 00:00');
    expect(clock).toMatchObject({ started: at('2026-03-05 09:00'), elapsed: 0, stage: 'met' });
  });
  test('segments tile the clock and name state, team and pause', async () => {
    const rows = course(
      ['2026-03-02 16:00', 'new', { team: 'A' }],
      ['2026-03-02 18:00', 'on_hold', { team: 'A' }],
      ['2026-03-03 10:00', 'in_progress', { team: 'B' }]
    );
    await clocks({}, rows, '2026-03-03 11:00');
    const found = await connection.all(
      'SELECT segment_number, kind::VARCHAR AS kind, state::VARCHAR AS state, team, business_seconds, wall_seconds, out_of_hours_seconds, interval_number FROM fact.segment ORDER BY 1'
    );
    expect(found).toEqual([
      {
        segment_number: 1,
        kind: 'running',
        state: 'new',
        team: 'A',
        business_seconds: hour,
        wall_seconds: 2 * hour,
        out_of_hours_seconds: hour,
        interval_number: 1
      },
      {
        segment_number: 2,
        kind: 'paused',
        state: 'on_hold',
        team: 'A',
        business_seconds: hour,
        wall_seconds: 16 * hour,
        out_of_hours_seconds: 15 * hour,
        interval_number: 2
      },
      {
        segment_number: 3,
        kind: 'running',
        state: 'in_progress',
        team: 'B',
        business_seconds: hour,
        wall_seconds: hour,
        out_of_hours_seconds: 0,
        interval_number: 3
      }
    ]);
  });
});
