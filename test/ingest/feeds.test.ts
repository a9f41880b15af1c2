import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeeds } from '#ingest/feeds.ts';
import { nameMatcher, runFeeds, type FeedRunRequest } from '#ingest/run-feeds.ts';
import { startSchedule } from '#ingest/schedule.ts';
import type { Home } from '#warehouse/home.ts';
import { openRegister } from '#warehouse/register/register.ts';
import { claimRun, listRuns } from '#warehouse/register/runs.ts';
import { deliver, loads, newHome } from './fixture.ts';

const mappingText = `name: own
version: 1
type: incident
columns:
  record_id: id
  opened_at: { from: opened, format: iso }
  title: words
`;

function feedHome(feeds: string): Home {
  const home = newHome();
  mkdirSync(join(home.definitions, 'mappings'), { recursive: true });
  writeFileSync(join(home.definitions, 'mappings', 'own.yaml'), mappingText);
  writeFileSync(home.config, `organisation: Test\nzone: Europe/Berlin\nfeeds:\n${feeds}`);
  return home;
}

const quarterHourly = `  - name: incidents
    folder: inbox
    files: "incident_*.csv"
    mapping: own
    schedule: "*/15 * * * *"
    expect_every: 1d
`;
const csv = (...ids: number[]) => `id,opened,words\n${ids.map((id) => `INC${id},2026-01-01T09:00:00Z,x`).join('\n')}\n`;
const at = (time: string) => () => new Date(`2026-03-31T${time}Z`);
const run = (home: Home, time: string, more: Partial<FeedRunRequest> = {}) =>
  runFeeds({ home, now: at(time), settleMilliseconds: 1, ...more });
const ledger = (home: Home) => {
  const register = openRegister(home);
  const runs = listRuns(register);
  register.close();
  return runs;
};

describe('feeds of plimsoll.yaml', () => {
  it('are read with their defaults', () => {
    expect(readFeeds(feedHome(quarterHourly))).toEqual({
      zone: 'Europe/Berlin',
      feeds: [
        {
          name: 'incidents',
          folder: 'inbox',
          files: 'incident_*.csv',
          mapping: 'own',
          schedule: '*/15 * * * *',
          expectEverySeconds: 86_400
        }
      ]
    });
    expect(readFeeds(newHome())).toEqual({ zone: 'UTC', feeds: [] });
  });

  it.each([
    [
      '  - name: a\n    files: "*.csv"\n    mapping: own\n    schedule: hourly\n',
      /^plimsoll\.yaml:7:15: feeds\.0\.schedule: is no schedule \(.*write "\*\/15/
    ],
    ['  - name: a\n    files: "*.csv"\n', /^plimsoll\.yaml:4:5: feeds\.0\.mapping: is missing/],
    ['  - name: a\n    files: ../x.csv\n    mapping: own\n', /^plimsoll\.yaml:5:12: feeds\.0\.files: is a pattern of file names/],
    [
      '  - name: a\n    files: "*"\n    mapping: own\n    expect_every: often\n',
      /^plimsoll\.yaml:7:19: feeds\.0\.expect_every: must be a duration/
    ],
    ['  - name: a\n    files: "*"\n    mapping: own\n    shedule: x\n', /shedule: unknown key; known are name/],
    ['  - name: [\n', /^plimsoll\.yaml:\d+:\d+: /]
  ])('say file, line and column of what is wrong: %#', (feeds, message) => expect(() => readFeeds(feedHome(feeds))).toThrow(message));

  it('match names like a shell', () => {
    const fits = (pattern: string, name: string) => nameMatcher(pattern).test(name);
    expect(fits('incident_*.csv', 'incident_2026-03.csv')).toBe(true);
    expect(fits('incident_?.csv', 'incident_12.csv')).toBe(false);
    expect(fits('[ab](1).csv', 'a(1).csv')).toBe(true);
    expect(fits('[!ab].csv', 'a.csv')).toBe(false);
    expect(fits('a.csv', 'aXcsv')).toBe(false);
  });
});

describe('running feeds', () => {
  it('lands what is new, once per slot, and tells when to build', async () => {
    const home = feedHome(quarterHourly);
    const built: number[] = [];
    const onLanded = (reports: unknown[]) => void built.push(reports.length);
    deliver(home, 'incident_1.csv', csv(1, 2));
    deliver(home, 'other.csv', csv(9));
    expect(await run(home, '12:07:00', { onLanded })).toMatchObject([
      { feed: 'incidents', state: 'done', slot: '2026-03-31T12:00:00.000Z' }
    ]);
    expect(loads(home)).toHaveLength(1);
    deliver(home, 'incident_2.csv', csv(1, 2, 3));
    expect(await run(home, '12:09:00', { onLanded })).toMatchObject([{ state: 'not due' }]);
    expect(await run(home, '12:16:00', { onLanded })).toMatchObject([
      { state: 'done', reports: [{ deliveries: [{ rows: { in: 3, loaded: 1, merged: 2 } }] }] }
    ]);
    expect(await run(home, '12:31:00', { onLanded })).toMatchObject([{ state: 'done', reports: [] }]);
    expect(built).toEqual([1, 1]);
    expect(ledger(home).map(({ job, slot, state }) => [job, slot, state])).toEqual([
      ['feed:incidents', '2026-03-31T12:30:00.000Z', 'done'],
      ['feed:incidents', '2026-03-31T12:15:00.000Z', 'done'],
      ['feed:incidents', '2026-03-31T12:00:00.000Z', 'done']
    ]);
    expect(ledger(home)[1]!.summary).toMatchObject({
      deliveries: [{ file: 'incident_2.csv', outcome: 'landed', rows: { in: 3, loaded: 1, merged: 2, rejected: 0 } }]
    });
  });

  it('makes up for a night of missed slots with one run', async () => {
    const home = feedHome(quarterHourly);
    await run(home, '01:00:00');
    for (const number of [1, 2, 3]) deliver(home, `incident_${number}.csv`, csv(number));
    const [made] = await run(home, '09:05:00');
    expect([made!.slot, made!.reports.length, ledger(home).length]).toEqual(['2026-03-31T09:00:00.000Z', 3, 2]);
  });

  it('tells of a file that was touched but not changed, and of one that is refused, until it changes', async () => {
    const home = feedHome(quarterHourly);
    const path = deliver(home, 'incident_1.csv', csv(1));
    deliver(home, 'incident_2.csv', '');
    const [first] = await run(home, '12:00:00');
    expect(first).toMatchObject({ state: 'failed' });
    expect(first!.reports.flatMap(({ deliveries }) => deliveries.map(({ outcome }) => outcome))).toEqual(['landed', 'refused']);
    utimesSync(path, new Date(0), new Date(0));
    const [second] = await run(home, '12:15:00');
    expect(second!.reports.flatMap(({ deliveries }) => deliveries.map(({ outcome }) => outcome))).toEqual(['already landed']);
    expect(ledger(home)[0]!.summary).toMatchObject({ deliveries: [{ outcome: 'already landed' }] });
    expect(loads(home)).toHaveLength(1);
  });

  it('leaves a growing file and links alone', async () => {
    const home = feedHome(quarterHourly);
    const path = deliver(home, 'incident_1.csv', csv(1));
    symlinkSync(path, join(home.inbox, 'incident_link.csv'));
    const growing = run(home, '12:00:00', { settleMilliseconds: 150 });
    setTimeout(() => writeFileSync(path, csv(1, 2)), 30);
    expect(await growing).toMatchObject([{ state: 'done', unsettled: ['incident_1.csv'], reports: [] }]);
    expect((await run(home, '12:15:00'))[0]!.reports).toHaveLength(1);
  });

  it('does not run while the same feed runs elsewhere, and fails alone', async () => {
    const home = feedHome(`${quarterHourly}  - { name: lost, folder: nowhere, files: "*.csv", mapping: own, schedule: "0 * * * *" }\n`);
    const register = openRegister(home);
    claimRun(register, 'feed:incidents', 'x', at('12:00:00')());
    register.close();
    expect(await run(home, '12:00:00')).toMatchObject([
      { feed: 'incidents', state: 'running elsewhere' },
      { feed: 'lost', state: 'failed', error: expect.stringContaining('does not exist: make it, or correct `folder`') as string }
    ]);
  });

  it('runs on demand, and names feeds it does not know', async () => {
    const home = feedHome('  - { name: manual, files: "*.csv", mapping: own }\n');
    deliver(home, 'a.csv', csv(1));
    expect(await run(home, '12:00:00')).toMatchObject([{ state: 'not due' }]);
    expect(await run(home, '12:00:00', { isForced: true, feeds: ['manual'] })).toMatchObject([
      { state: 'done', slot: 'manual 2026-03-31T12:00:00.000Z' }
    ]);
    await expect(run(home, '12:00:00', { feeds: ['x'] })).rejects.toThrow(/no feed "x" in .*; known are manual/);
  });

  it('catches up at the start of the schedule and stops', async () => {
    const home = feedHome(quarterHourly);
    deliver(home, 'incident_1.csv', csv(1));
    const errors: unknown[] = [];
    const ran = new Promise((done) => {
      const schedule = startSchedule({
        home,
        now: at('12:00:00'),
        settleMilliseconds: 1,
        onRun: (runs) => done({ runs, schedule }),
        onError: (error) => errors.push(error)
      });
      void schedule;
    });
    const { runs, schedule } = (await ran) as { runs: unknown[]; schedule: ReturnType<typeof startSchedule> };
    await schedule.stop();
    expect([runs, errors]).toMatchObject([[{ feed: 'incidents', state: 'done' }], []]);
  });
});
