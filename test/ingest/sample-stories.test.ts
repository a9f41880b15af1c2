import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSample, type ToldStory, type Truth } from '#ingest/sample/index.ts';
import { readTable, scratchFolder, secondsOf, type Row } from './sample-files.ts';

const folder = scratchFolder();
let truth: Truth;
let incidents: Row[];
let byNumber: Map<string, Row>;

beforeAll(async () => {
  truth = await writeSample({
    incidents: 6000,
    seed: 3,
    folder,
    only: ['incident', 'change_request', 'problem', 'contact', 'access', 'task_sla', 'incident-audit-log']
  });
  incidents = readTable(folder, 'incident');
  byNumber = new Map(incidents.map((row) => [row.number as string, row]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const story = (id: string) => truth.stories.find((one) => one.id === id) as ToldStory;
const rowsOf = (id: string) => (story(id).record_ids ?? []).map((number) => byNumber.get(number) as Row);
const opened = (row: Row) => secondsOf(row.opened_at as string);
const day = 86_400;
const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;

test('every story names its records, and they lie in its time, service and file', () => {
  expect(truth.stories.map((one) => one.id)).toEqual([
    'vpn-certificate',
    'bad-change-week',
    'drowning-team',
    'clock-change',
    'late-feed',
    'late-supplier',
    'steady-noise',
    'slow-drift',
    'major-incidents'
  ]);
  for (const one of truth.stories) {
    const rows = rowsOf(one.id);
    expect([one.id, rows.length]).toEqual([one.id, one.record_count]);
    for (const row of rows) {
      expect(opened(row)).toBeGreaterThanOrEqual(Date.parse(one.from) / 1000);
      expect(opened(row)).toBeLessThanOrEqual(Date.parse(one.to) / 1000);
      if (one.service) expect(row.business_service).toBe(one.service);
    }
  }
});

test('the VPN certificate: every wave in many words, several callers, no problem', () => {
  const rows = rowsOf('vpn-certificate');
  const starts = (story('vpn-certificate').expected.wave_starts as string[]).map((start) => Date.parse(start) / 1000);
  expect(starts.length).toBeGreaterThan(15);
  const waves = starts.map((start) => rows.filter((row) => opened(row) >= start && opened(row) < start + 2 * day));
  expect(waves.every((wave) => wave.length >= 3)).toBe(true);
  expect(waves.flat().length).toBe(rows.length);
  expect(new Set(rows.map((row) => row.short_description)).size).toBeGreaterThan(rows.length / 2);
  expect(new Set(rows.map((row) => row.caller_id)).size).toBeGreaterThan(rows.length / 2);
  expect(rows.every((row) => row.problem_id === '')).toBe(true);
});

test('the bad change week: one failed change, a major, children, a cause recorded on some', () => {
  const rows = rowsOf('bad-change-week');
  const { change, major_incident: major, caused_by_count: caused } = story('bad-change-week').expected;
  const record = readTable(folder, 'change_request').find((row) => row.number === change);
  expect(record).toMatchObject({ close_code: 'Unsuccessful', business_service: 'Payments', state: 'Closed' });
  expect(byNumber.get(major as string)).toMatchObject({ major_incident_state: 'accepted', caused_by: change });
  expect(rows.filter((row) => row.caused_by === change).length).toBe(caused);
  expect(rows.filter((row) => row.parent_incident === major).length).toBeGreaterThan(5);
  expect(rows.every((row) => opened(row) > secondsOf(record?.work_end as string))).toBe(true);
});

test('the drowning team: backlog and misses grow, other teams stay as they were', () => {
  const { from, to, team } = story('drowning-team');
  const [start, stop] = [Date.parse(from) / 1000, Date.parse(to) / 1000];
  const own = incidents.filter((row) => row.assignment_group === team && row.state !== 'Canceled');
  const openAt = (at: number) => own.filter((row) => opened(row) <= at && !(secondsOf(row.resolved_at as string) <= at)).length;
  expect(openAt(stop)).toBeGreaterThan(2 * openAt(start));
  const met = (rows: Row[]) => rows.filter((row) => row.made_sla === 'true').length / rows.length;
  const during = own.filter((row) => opened(row) > start + 5 * 7 * day && opened(row) < stop);
  const before = own.filter((row) => opened(row) < start - 7 * day);
  expect(met(before)).toBeGreaterThan(0.85);
  expect(met(during)).toBeLessThan(0.65);
  const others = incidents.filter((row) => row.assignment_group !== team && opened(row) > start && opened(row) < stop);
  expect(met(others)).toBeGreaterThan(0.85);
});

test('the late supplier: time on hold with it multiplies from the date on', () => {
  const { from, supplier } = story('late-supplier');
  const updates = readTable(folder, 'incident-audit-log');
  const holds = updates.flatMap((row, index) => {
    const next = updates[index + 1];
    if (row.incident_state !== 'Awaiting Vendor' || row.vendor !== supplier || next?.number !== row.number) return [];
    return [
      {
        at: secondsOf(row.sys_updated_at as string),
        seconds: secondsOf(next?.sys_updated_at as string) - secondsOf(row.sys_updated_at as string)
      }
    ];
  });
  const [before, after] = [
    holds.filter((hold) => hold.at < Date.parse(from) / 1000),
    holds.filter((hold) => hold.at >= Date.parse(from) / 1000)
  ];
  expect(after.length).toBeGreaterThan(5);
  expect(median(after.map((hold) => hold.seconds))).toBeGreaterThan(2.5 * median(before.map((hold) => hold.seconds)));
});

test('the late feed: newest rows of its tables are days older than the rest', () => {
  const newest = (table: 'access' | 'contact' | 'incident-audit-log', column: string) =>
    readTable(folder, table).reduce((most, row) => Math.max(most, secondsOf(row[column] as string)), 0);
  const limit = Date.parse(story('late-feed').expected.newest_row_at_most as string) / 1000;
  for (const table of ['access', 'contact'] as const) {
    expect(newest(table, 'updated_at')).toBeLessThanOrEqual(limit);
    expect(newest(table, 'updated_at')).toBeGreaterThan(limit - 3 * day);
  }
  expect(newest('incident-audit-log', 'sys_updated_at')).toBeGreaterThan(limit + 2 * day);
});

test('steady noise has no growth, slow drift grows over the months and no week bursts', () => {
  const halves = (id: string) => {
    const { from, to } = story(id);
    const middle = (Date.parse(from) + Date.parse(to)) / 2000;
    const rows = rowsOf(id);
    return rows.filter((row) => opened(row) >= middle).length / rows.filter((row) => opened(row) < middle).length;
  };
  expect(halves('steady-noise')).toBeGreaterThan(0.9);
  expect(halves('steady-noise')).toBeLessThan(1.1);
  expect(halves('slow-drift')).toBeGreaterThan(1.7);
});

describe('clock changes', () => {
  interface Case {
    record_id: string;
    what: string;
    calendar: string;
    opened_at: string;
    resolved_at: string;
    business_seconds: number;
    wall_seconds: number;
  }
  const cases = () => story('clock-change').expected.cases as Case[];
  const hours = (what: RegExp, calendar: string, date: string) =>
    cases()
      .filter((one) => what.test(one.what) && one.calendar === calendar && one.opened_at.startsWith(date))
      .map((one) => [one.business_seconds / 3600, one.wall_seconds / 3600]);

  test('records carry the instants, and the tool measured the same business seconds', () => {
    const clocks = new Map(
      readTable(folder, 'task_sla')
        .filter((row) => row.sla?.startsWith('Resolution'))
        .map((row) => [row.task, row])
    );
    const departed = new Set(truth.vendor_deviations.map((one) => one.record_id));
    expect(cases().length).toBe(30);
    for (const one of cases()) {
      const row = byNumber.get(one.record_id) as Row;
      expect([opened(row), secondsOf(row.resolved_at as string)]).toEqual([
        Date.parse(one.opened_at) / 1000,
        Date.parse(one.resolved_at) / 1000
      ]);
      if (!departed.has(one.record_id)) expect(Number(clocks.get(one.record_id)?.business_duration)).toBe(one.business_seconds);
    }
  });

  test('seconds counted by hand: Friday to Monday, the night, both passes of an hour', () => {
    // Berlin, Friday 24 October 2025 15:00 to Monday 11:00: one hour on Friday (closes 16:00), three on Monday (opens 08:00).
    expect(hours(/^Friday/, 'berlin-office', '2025-10-24')).toEqual([[4, 69]]);
    // Berlin, Friday 27 March 2026: the same hours of work, two wall-clock hours less than in autumn.
    expect(hours(/^Friday/, 'berlin-office', '2026-03-27')).toEqual([[4, 67]]);
    // New York, Friday 31 October 2025 15:00 to Monday 11:00: 2.5 hours until 17:30, two from 09:00.
    expect(hours(/^Friday/, 'newyork-office', '2025-10-31')).toEqual([[4.5, 69]]);
    // Saturday 22:00 to Sunday 09:00 is eleven hours on the wall, twelve when an hour comes twice, ten when one is left out.
    expect(hours(/^Saturday/, 'follow-the-sun', '2025-10-25')).toEqual([[12, 12]]);
    expect(hours(/^Saturday/, 'follow-the-sun', '2026-03-28')).toEqual([[10, 10]]);
    expect(
      cases()
        .filter((one) => /pass of the hour that comes twice/.test(one.what))
        .every((one) => one.business_seconds === 39 * 60)
    ).toBe(true);
  });
});
