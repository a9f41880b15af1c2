import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { serviceLevelModels } from '#warehouse/service-levels/models.ts';
import { at, hour } from '#test/calendars/calendar-files.ts';
import { fillWorld, openWorld } from './world.ts';

let database: Database;
let connection: Connection;
let home: Home;
beforeAll(async () => {
  ({ database, connection } = await openWorld());
  home = homeAt(mkdtempSync(join(tmpdir(), 'plimsoll-models-')));
  mkdirSync(home.definitions);
});
afterAll(() => {
  connection.close();
  database.close();
  rmSync(home.root, { recursive: true });
});

async function run(): Promise<void> {
  const build = {
    buildId: '0',
    knownAt: undefined,
    asOf: '2026-03-10T00:00:00Z',
    zone: 'America/New_York',
    organisation: 'x',
    fiscalYearStart: 1,
    definitionsSha256: '',
    codeVersion: ''
  };
  for (const model of serviceLevelModels) await model.run({ connection, home, build, onProgress: () => undefined });
}

test('without definitions there are no clocks, and the tables are there', async () => {
  await fillWorld(connection, [{ id: 'INC1', course: [{ at: at('2026-03-02 09:00'), state: 'new' }] }]);
  await run();
  const tables = ['fact.clock', 'fact.segment', 'fact.uncovered', 'dim.target', 'dim.goal', 'mart.clock_daily', 'mart.time_daily'];
  for (const table of tables) expect(await connection.one(`SELECT count(*) AS n FROM ${table}`), table).toEqual({ n: 0 });
  expect(await connection.all('SELECT calendar, zone, is_always_open FROM dim.calendar')).toEqual([
    { calendar: '24x7', zone: 'UTC', is_always_open: true }
  ]);
});

test('definitions become dimensions, clocks and their daily sums', async () => {
  writeFileSync(
    join(home.definitions, 'calendars.yaml'),
    'calendars:\n  - { name: office, zone: Europe/Berlin, valid_to: 2026-03-01, hours: always }\n  - { name: office, zone: Europe/Berlin, valid_from: 2026-03-02, hours: { mon: ["09:00-17:00"], tue: ["09:00-17:00"] } }\n'
  );
  writeFileSync(
    join(home.definitions, 'agreements.yaml'),
    'agreements:\n  - name: Gold\n    type: SLA\n    party: Sales\n    targets:\n      - { name: Resolution, record_type: incident, metric: resolution, calendar: office, goals: { 1: 4h, default: 8h }, attainment: 0.95 }\n'
  );
  await fillWorld(connection, [
    {
      id: 'INC1',
      course: [
        { at: at('2026-03-02T08:00Z'), state: 'new', priority: 1, team: 'A' },
        { at: at('2026-03-02T10:00Z'), state: 'resolved', priority: 1, team: 'A' }
      ]
    },
    {
      id: 'INC2',
      course: [
        { at: at('2026-03-02T08:00Z'), state: 'new', priority: 1, team: 'A' },
        { at: at('2026-03-03T04:00Z'), state: 'resolved', priority: 1, team: 'A' }
      ]
    },
    { id: 'INC3', course: [{ at: at('2026-03-02T08:00Z'), state: 'new', priority: 2, team: 'A' }] }
  ]);
  await run();
  expect(await connection.all("SELECT calendar, version, is_always_open FROM dim.calendar WHERE calendar = 'office' ORDER BY 2")).toEqual([
    { calendar: 'office', version: 1, is_always_open: true },
    { calendar: 'office', version: 2, is_always_open: false }
  ]);
  expect(await connection.all('SELECT target_id, agreement_type, party, attainment_goal, calendar_source FROM dim.target')).toEqual([
    { target_id: 'Gold/Resolution@1', agreement_type: 'SLA', party: 'Sales', attainment_goal: 0.95, calendar_source: 'the calendar office' }
  ]);
  expect(await connection.all('SELECT priority, goal_seconds / 3600 AS h FROM dim.goal ORDER BY 1 NULLS LAST')).toEqual(
    [1, 2, 3, 4, 5, null].map((priority) => ({ priority, h: priority === 1 ? 4 : 8 }))
  );
  expect(
    await connection.all(
      'SELECT record_id, stage::VARCHAR AS stage, elapsed_business_seconds AS used, calendar_version AS v, stop_date::VARCHAR AS day FROM fact.clock ORDER BY 1'
    )
  ).toEqual([
    { record_id: 'INC1', stage: 'met', used: 2 * hour, v: 2, day: '2026-03-02' },
    { record_id: 'INC2', stage: 'breached', used: 8 * hour, v: 2, day: '2026-03-02' },
    { record_id: 'INC3', stage: 'breached', used: 24 * hour, v: 2, day: null }
  ]);
  expect(
    await connection.all('SELECT stop_date::VARCHAR AS day, priority, team, completed, met, breached, inexact FROM mart.clock_daily')
  ).toEqual([{ day: '2026-03-02', priority: 1, team: 'A', completed: 2, met: 1, breached: 1, inexact: 0 }]);
  const segments =
    await connection.one(`SELECT count(*) FILTER (s.total <> c.elapsed_business_seconds OR s.wall <> epoch(coalesce(stopped_at, TIMESTAMPTZ '2026-03-10T00:00:00Z')) - epoch(started_at)) AS off
    FROM fact.clock c JOIN (SELECT clock_id, sum(business_seconds) FILTER (kind = 'running') AS total, sum(wall_seconds) AS wall FROM fact.segment GROUP BY 1) s USING (clock_id)`);
  expect(segments).toEqual({ off: 0 });
});
