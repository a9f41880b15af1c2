import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { checkAgreements } from '#warehouse/service-levels/agreement-rules.ts';
import type { TargetEntry } from '#warehouse/service-levels/schema.ts';
import { at, hour } from '#test/calendars/calendar-files.ts';
import { clocksFor, course, resolution, type CaseRecord } from './case.ts';
import { clocksOf } from './compare.ts';
import { openWorld } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});
const clocks = (target: Partial<TargetEntry>, record: CaseRecord, asOf: string) => clocksFor(connection, target, record, asOf);
const monday = (time: string) => `2026-03-02 ${time}`;

describe('attaching, stopping, resetting, cancelling, pausing', () => {
  test('R1: a record that arrives resolved gets no clock', async () => {
    expect(await clocks({}, course([monday('09:00'), 'resolved']), '2026-03-04 00:00')).toEqual([]);
  });
  test('R1: a clock attaches when its condition comes to hold, and is cancelled when it no longer does', async () => {
    const rows = course(
      [monday('09:00'), 'new', { category: 'network' }],
      [monday('10:00'), 'in_progress', { category: 'vpn' }],
      [monday('12:00'), 'in_progress', { category: 'network' }]
    );
    const [clock, ...more] = await clocks({ when: { category: 'vpn' }, cancel: ['cancelled', 'when_ends'] }, rows, monday('13:00'));
    expect(clock).toMatchObject({ started: at(monday('10:00')), stopped: at(monday('12:00')), stage: 'cancelled' });
    expect(more).toEqual([]);
  });
  test('R1: stop goes before reset, reset before cancel', async () => {
    const rows = (state: 'resolved' | 'cancelled') => course([monday('09:00'), 'new'], [monday('10:00'), state, { replied: true }]);
    const stages = async (state: 'resolved' | 'cancelled') =>
      (await clocks({ reset: 'replied' }, rows(state), monday('12:00'))).map(({ stage, is_completed }) => [stage, is_completed]);
    expect(await stages('resolved')).toEqual([['met', true]]);
    expect(await stages('cancelled')).toEqual([['met', true]]);
  });
  test('R1: a reset completes the clock and begins the next cycle', async () => {
    const rows = course(
      [monday('09:00'), 'new', { team: 'A' }],
      [monday('10:00'), 'in_progress', { team: 'B' }],
      [monday('12:00'), 'in_progress', { team: 'A' }]
    );
    const found = await clocks({ reset: { changed: 'team' } }, rows, monday('13:00'));
    expect(found.map(({ cycle, started, elapsed, stage, team }) => [cycle, started, elapsed, stage, team])).toEqual([
      [1, at(monday('09:00')), 1 * hour, 'met', 'A'],
      [2, at(monday('10:00')), 2 * hour, 'met', 'B'],
      [3, at(monday('12:00')), 1 * hour, 'running', 'A']
    ]);
  });
  test('R2: a pause condition that contradicts the start is refused', () => {
    const target = { ...resolution, pause: ['new' as const] };
    const found = checkAgreements([{ name: 'Gold', type: 'SLA', targets: [target] }], ['9-17']);
    expect(found.filter(({ severity }) => severity === 'error').map(({ reason }) => reason)).toEqual([
      'the clock starts in "new" and would be paused from its first second'
    ]);
  });
  test('R3: business time and actual time, both without pauses', async () => {
    const rows = course(
      [monday('16:00'), 'new'],
      [monday('16:30'), 'on_hold'],
      ['2026-03-03 08:00', 'in_progress'],
      ['2026-03-03 10:00', 'resolved']
    );
    const [clock] = await clocks({}, rows, '2026-03-04 00:00');
    expect(clock).toMatchObject({ elapsed: 1.5 * hour, actual: 2.5 * hour, paused: 15.5 * hour });
  });
  test('R4: only pause time inside working hours moves the due time', async () => {
    const rows = course([monday('16:00'), 'new'], [monday('17:30'), 'on_hold'], ['2026-03-03 08:30', 'in_progress']);
    expect((await clocks({}, rows, '2026-03-03 09:00'))[0]).toMatchObject({ due: at('2026-03-03 16:00'), paused: 15 * hour });
  });
  test('R5: pauses that overlap count once', async () => {
    const pause: TargetEntry['pause'] = { any: [{ state: 'on_hold' }, { supplier: { not: null } }] };
    const rows = course(
      [monday('09:00'), 'new'],
      [monday('10:00'), 'in_progress', { supplier: 'Acme' }],
      [monday('11:00'), 'on_hold', { supplier: 'Acme' }],
      [monday('12:00'), 'on_hold'],
      [monday('13:00'), 'in_progress']
    );
    expect((await clocks({ pause }, rows, monday('14:00')))[0]).toMatchObject({ paused: 3 * hour, elapsed: 2 * hour });
  });
  test('R5: with resume a pause lasts until that holds', async () => {
    const rows = course(
      [monday('09:00'), 'new'],
      [monday('10:00'), 'on_hold'],
      [monday('11:00'), 'in_progress'],
      [monday('12:00'), 'in_progress', { state_source: 'Waiting for caller' }],
      [monday('13:00'), 'in_progress', { assignee: 'ann' }]
    );
    const [clock] = await clocks({ resume: { assignee: { not: null } } }, rows, monday('14:00'));
    expect(clock).toMatchObject({ paused: 3 * hour, elapsed: 2 * hour });
  });
  test('R7: while paused there is no due time', async () => {
    const [clock] = await clocks({}, course([monday('09:00'), 'new'], [monday('14:00'), 'on_hold']), '2026-03-03 11:00');
    expect(clock).toMatchObject({ stage: 'paused', due: null, remaining: 3 * hour, stopped: null });
  });
});

describe('goals, breach and due times', () => {
  test('R6: a goal in days needs its unit', () => {
    const found = checkAgreements([{ name: 'Gold', type: 'SLA', targets: [{ ...resolution, goals: { default: '1d' } }] }], ['9-17']);
    expect(found.map(({ reason }) => reason)).toContain('a day can mean 24 hours of schedule or one working day');
  });
  test('R8: exactly at the goal is met, one second more is breached', async () => {
    const stopped = (time: string) => course([monday('09:00'), 'new'], [monday(time), 'resolved']);
    const target = { goals: { default: '4h' } };
    expect((await clocks(target, stopped('13:00'), '2026-03-04 00:00'))[0]).toMatchObject({ stage: 'met', remaining: 0 });
    expect((await clocks(target, stopped('13:00:01'), '2026-03-04 00:00'))[0]).toMatchObject({ stage: 'breached', remaining: -1 });
  });
  test('R9: due at closing time is that instant, and stopping next morning is still in time', async () => {
    const [met] = await clocks({}, course([monday('09:00'), 'new'], ['2026-03-03 09:00', 'resolved']), '2026-03-04 00:00');
    expect(met).toMatchObject({ due: at(monday('17:00')), stage: 'met', elapsed: 8 * hour });
    const [late] = await clocks({}, course([monday('09:00'), 'new'], ['2026-03-03 09:00:01', 'resolved']), '2026-03-04 00:00');
    expect(late).toMatchObject({ due: at(monday('17:00')), stage: 'breached', breached: at(monday('17:00')) });
  });
  test('R10: a retroactive start counts from its field, and pauses that had already happened count as pauses', async () => {
    const rows = course(
      [monday('09:00'), 'new', { priority: 3 }],
      [monday('10:00'), 'on_hold', { priority: 3 }],
      [monday('12:00'), 'in_progress', { priority: 3 }],
      [monday('13:00'), 'in_progress', { priority: 1 }]
    );
    const target: Partial<TargetEntry> = { when: { priority: 1 }, retroactive_start: 'opened_at', goals: { '1': '4h' } };
    const [clock] = await clocks(target, rows, monday('14:00'));
    expect(clock).toMatchObject({ started: at(monday('09:00')), elapsed: 3 * hour, paused: 2 * hour, due: at(monday('15:00')) });
    const [all] = await clocks({ ...target, retroactive_pause: false }, rows, monday('14:00'));
    expect(all).toMatchObject({ elapsed: 5 * hour, paused: 0, stage: 'breached', due: at(monday('13:00')) });
  });
  const goals = { '1': '4h', '3': '24h' };
  test('R11: a goal lowered below what is used breaches at the change; a raised one leaves a trace', async () => {
    const lowered = course([monday('09:00'), 'new', { priority: 3 }], [monday('15:00'), 'in_progress', { priority: 1 }]);
    expect((await clocks({ goals }, lowered, monday('16:00')))[0]).toMatchObject({
      stage: 'breached',
      due: at(monday('13:00')),
      breached: at(monday('15:00'))
    });
    const raised = course([monday('09:00'), 'new', { priority: 1 }], [monday('15:00'), 'in_progress', { priority: 3 }]);
    const [clock] = await clocks({ goals }, raised, monday('16:00'));
    expect(clock).toMatchObject({ stage: 'running', is_breached: false, is_ever_breached: true });
  });
  test('R11: with restart the old cycle is cancelled and a new one starts at the change', async () => {
    const rows = course([monday('09:00'), 'new', { priority: 3 }], [monday('15:00'), 'in_progress', { priority: 1 }]);
    const [first, second] = await clocks({ goals, priority_change: 'restart' }, rows, monday('16:00'));
    expect(first).toMatchObject({ cycle: 1, stage: 'cancelled', stopped: at(monday('15:00')) });
    expect(second).toMatchObject({ cycle: 2, stage: 'running', elapsed: 1 * hour, due: at('2026-03-03 11:00') });
  });
  test('R12: each piece of time on the calendar of whoever holds it then', async () => {
    const calendar: TargetEntry['calendar'] = [{ by: 'supplier', map: { Acme: '24x7' } }, '9-17'];
    const rows = course([monday('16:00'), 'new'], [monday('20:00'), 'in_progress', { supplier: 'Acme' }], [monday('22:00'), 'in_progress']);
    expect((await clocks({ calendar }, rows, '2026-03-03 10:00'))[0]).toMatchObject({ elapsed: 4 * hour });
  });
  test('R13: the zone falls back by its chain, and which link was used is stored', async () => {
    const zone: TargetEntry['zone'] = [
      { by: 'location', map: { Tokyo: 'Asia/Tokyo' } },
      { by: 'team', map: { West: 'America/New_York' } }
    ];
    const sourceFor = async (location: string, team: string) => {
      const record = { ...course(['2026-03-02 00:00', 'new', { team }], ['2026-03-02 01:00', 'resolved', { team }]), fields: { location } };
      const [clock] = await clocks({ zone }, record, '2026-03-04 00:00');
      const [stored] = await connection.all('SELECT zone_source, calendar_source FROM fact.clock');
      return [clock!.elapsed, stored];
    };
    expect(await sourceFor('Tokyo', 'West')).toEqual([hour, { zone_source: 'location', calendar_source: 'fixed' }]);
    expect(await sourceFor('Oslo', 'West')).toEqual([0, { zone_source: 'team', calendar_source: 'fixed' }]);
    expect(await sourceFor('Oslo', 'East')).toEqual([0, { zone_source: 'fixed', calendar_source: 'fixed' }]);
  });
  test('R14: windows are wall time: the same hours lie elsewhere in UTC after a change of clocks', async () => {
    const target = { calendar: 'London', goals: { default: '1h' } };
    expect((await clocks(target, course(['2026-03-27 20:00', 'new']), '2026-03-27 20:00'))[0]).toMatchObject({
      due: at('2026-03-30T09:00Z')
    });
    expect((await clocks(target, course(['2026-03-20 20:00', 'new']), '2026-03-20 20:00'))[0]).toMatchObject({
      due: at('2026-03-23T10:00Z')
    });
  });
  test('R15: only a public reply by an agent counts: not a note, not an automatic reply, not the caller', async () => {
    const rows = course(
      [monday('09:00'), 'new'],
      [monday('10:00'), 'new', { noted: 'automatic' }],
      [monday('11:00'), 'new', { noted: 'private' }],
      [monday('12:00'), 'new', { noted: 'caller' }],
      [monday('13:00'), 'new', { replied: true }]
    );
    const found = await clocks({ metric: 'update', reopen: 'resume' }, rows, monday('14:00'));
    expect(found.map(({ cycle, started, stage }) => [cycle, started, stage])).toEqual([
      [1, at(monday('09:00')), 'met'],
      [2, at(monday('13:00')), 'running']
    ]);
  });
});

describe('reopening, cancelling, and what is not known', () => {
  const reopened = course(
    [monday('09:00'), 'new'],
    [monday('11:00'), 'resolved'],
    [monday('14:00'), 'in_progress'],
    [monday('15:00'), 'resolved'],
    [monday('16:00'), 'closed']
  );
  test('R16: reopened and resumed, solved time does not count', async () => {
    const [clock] = await clocks({ reopen: 'resume' }, reopened, '2026-03-04 00:00');
    expect(clock).toMatchObject({ cycle: 1, stopped: at(monday('15:00')), elapsed: 3 * hour, paused: 3 * hour });
  });
  test('R16: each reopening a new cycle', async () => {
    const found = await clocks({ reopen: 'new_cycle' }, reopened, '2026-03-04 00:00');
    expect(found.map(({ cycle, elapsed, stopped }) => [cycle, elapsed, stopped])).toEqual([
      [1, 2 * hour, at(monday('11:00'))],
      [2, 1 * hour, at(monday('15:00'))]
    ]);
  });
  test('R16: reopening ignored', async () => {
    const [clock, ...more] = await clocks({ reopen: 'ignore' }, reopened, '2026-03-04 00:00');
    expect(clock).toMatchObject({ stopped: at(monday('11:00')), elapsed: 2 * hour });
    expect(more).toEqual([]);
  });
  test('R17: targets on one record never mix, and a record opened under one version has no clock of another', async () => {
    const scene = {
      calendars: [],
      targets: [
        { ...resolution, calendar: '24x7' },
        { ...resolution, name: 'hourly', calendar: '24x7', goals: { default: '1h' } }
      ],
      records: [{ id: 'INC1', ...course([monday('09:00'), 'new']) }],
      asOf: at(monday('11:00')),
      zone: 'UTC'
    };
    const found = await clocksOf(connection, { ...scene, agreement: { valid_to: '2026-03-02' } });
    expect(found.map(({ target, stage }) => [target, stage])).toEqual([
      ['hourly', 'breached'],
      ['resolution', 'running']
    ]);
    expect(await clocksOf(connection, { ...scene, agreement: { valid_from: '2026-03-03' } })).toEqual([]);
  });
  test('R18: opened and resolved in the same second, in this order, is a clock of no length', async () => {
    const [clock] = await clocks({}, course([monday('09:00'), 'new'], [monday('09:00'), 'resolved']), '2026-03-04 00:00');
    expect(clock).toMatchObject({ stage: 'met', elapsed: 0, actual: 0, stopped: at(monday('09:00')) });
  });
  test('R19: what is told for later than the data instant is not known yet', async () => {
    const record = { ...course([monday('09:00'), 'new']), fields: { acknowledged_at: at(monday('12:00')) } };
    const target: Partial<TargetEntry> = { metric: 'response', stop: 'acknowledged_at' };
    expect((await clocks(target, record, monday('10:00')))[0]).toMatchObject({ stage: 'running', elapsed: 1 * hour });
    const later = course([monday('09:00'), 'new'], [monday('12:00'), 'resolved']);
    expect((await clocks({}, later, monday('10:00')))[0]).toMatchObject({ stage: 'running', elapsed: 1 * hour, stopped: null });
  });
  test('R20: cancelled clocks are neither met nor breached', async () => {
    const [clock] = await clocks({}, course([monday('09:00'), 'new'], ['2026-03-05 11:00', 'cancelled']), '2026-03-06 00:00');
    expect(clock).toMatchObject({ stage: 'cancelled', is_completed: false, is_breached: false, remaining: null, due: null });
  });
  test('R21: without history there are bounds, and no verdict where the goal lies between', async () => {
    const record = (stopped: string): CaseRecord => ({ ...course([monday('09:00'), 'new'], [stopped, 'resolved']), hasHistory: false });
    const [open] = await clocks({}, record('2026-03-04 09:00'), '2026-03-06 00:00');
    expect(open).toMatchObject({ elapsed_least: 0, elapsed_most: 16 * hour, stage: 'undetermined', is_exact: false, is_completed: false });
    const [sure] = await clocks({}, record(monday('11:00')), '2026-03-06 00:00');
    expect(sure).toMatchObject({ elapsed_least: 0, elapsed_most: 2 * hour, stage: 'met', is_exact: false });
    const told = { ...record('2026-03-04 09:00'), fields: { resolved_at: at('2026-03-04 09:00') } };
    const [exact] = await clocks({ pause: [] }, told, '2026-03-06 00:00');
    expect(exact).toMatchObject({ elapsed_least: 16 * hour, elapsed_most: 16 * hour, stage: 'breached' });
  });
  test('R22: a priority without goal attaches no clock and is counted', async () => {
    const rows = course([monday('09:00'), 'new', { priority: 4 }]);
    expect(await clocks({ goals: { '1': '4h' } }, rows, monday('10:00'))).toEqual([]);
    expect(await connection.all('SELECT record_id, priority FROM fact.uncovered')).toEqual([{ record_id: 'INC1', priority: 4 }]);
  });
  test('R22: no calendar is every hour', async () => {
    expect((await clocks({ calendar: undefined }, course([monday('16:00'), 'new']), '2026-03-03 16:00'))[0]).toMatchObject({
      elapsed: 24 * hour
    });
  });
  test('R23: a clock of three years is exact', async () => {
    const rows = course(['2023-03-02 09:00', 'new'], ['2026-03-02 09:00:01', 'resolved']);
    const [clock] = await clocks({ calendar: '24x7' }, rows, '2026-03-04 00:00');
    expect(clock).toMatchObject({ elapsed: (365 * 3 + 1) * 86_400 + 1 });
  });
});
