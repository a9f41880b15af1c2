import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFeeds } from '#ingest/run-feeds.ts';
import { createSampleHome, type Truth } from '#ingest/sample/index.ts';
import { build } from '#warehouse/build.ts';
import { openDatabase, literal, type Connection } from '#warehouse/connection.ts';
import { homeAt } from '#warehouse/home.ts';
import { buildTrends } from './warehouse-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-trends-'));
const now = new Date('2026-11-01T12:00:00Z');
let truth: Truth;
let file: string;

beforeAll(async () => {
  const root = join(folder, 'home');
  truth = await createSampleHome({ home: root });
  const home = homeAt(root);
  await runFeeds({ home, now: () => now, feeds: ['incident', 'problem'], isForced: true, settleMilliseconds: 1 });
  file = (await build({ home, now, threads: 2 })).file;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const story = (id: string) => truth.stories.find((each) => each.id === id)!;

/** Runs the trend models over the built facts as of an instant, whatever the build's own. */
async function withTrends<T>(asOf: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const database = await openDatabase(':memory:');
  try {
    return await database.with(async (connection) => {
      await connection.run(`ATTACH ${literal(file)} AS built (READ_ONLY)`);
      for (const schema of ['fact', 'mart', 'staging']) await connection.run(`CREATE SCHEMA ${schema}`);
      for (const table of ['incident', 'problem', 'clock'])
        await connection.run(`CREATE VIEW fact.${table} AS SELECT * FROM built.fact.${table}`);
      await buildTrends(connection, asOf);
      return work(connection);
    });
  } finally {
    database.close();
  }
}

interface Told {
  label: string;
  rank: number | null;
  level: string | null;
  planted: number;
  record_count: number;
}

/** Families that hold incidents of a story, those with most of them first. */
const familiesOf = (connection: Connection, id: string) =>
  connection.all<Told>(
    `SELECT label, any_value(rank) AS rank, any_value(level) AS level, count(*) AS planted, any_value(member_count) AS record_count
     FROM fact.family_member JOIN mart.family USING (family_id) LEFT JOIN mart.candidate USING (family_id)
     WHERE record_id IN (SELECT unnest($ids)) GROUP BY label ORDER BY planted DESC`,
    { ids: story(id).record_ids as string[] }
  );

describe('stories planted in the sample', () => {
  it('a patched certificate, told in many words without a problem, ranks first as one pure family', () =>
    withTrends('2026-10-31T17:59:00Z', async (connection) => {
      const [vpn] = await familiesOf(connection, 'vpn-certificate');
      expect(vpn).toMatchObject({ rank: 1 });
      expect(vpn!.label).toMatch(/cert/i);
      expect(vpn!.planted / vpn!.record_count).toBeGreaterThan(0.95);
      expect(vpn!.planted / story('vpn-certificate').record_count).toBeGreaterThan(0.75);
    }));

  it('steady noise raises no alert', () =>
    withTrends('2026-10-31T17:59:00Z', async (connection) => {
      for (const { level } of await familiesOf(connection, 'steady-noise')) expect(level ?? 'none').toBe('none');
    }));

  it('what broke after the bad change is an alert two days later', () =>
    withTrends('2026-07-02T20:00:00Z', async (connection) => {
      const told = await familiesOf(connection, 'bad-change-week');
      expect(told.some(({ level }) => level === 'alert')).toBe(true);
    }));

  it('a drift is an alert while it rises', () =>
    withTrends('2026-07-02T20:00:00Z', async (connection) => {
      const [drift] = await familiesOf(connection, 'slow-drift');
      expect(drift).toMatchObject({ level: 'alert' });
    }));
});
