import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runFeeds } from '#ingest/run-feeds.ts';
import { createSampleHome } from '#ingest/sample/index.ts';
import { build } from '#warehouse/build.ts';
import { homeAt } from '#warehouse/home.ts';
import { measures } from '#warehouse/metrics/catalogue.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { scratchFolder } from '#test/ingest/sample-files.ts';
import { makeFixture, type Fixture } from '#test/query/fixture.ts';
import { checkCells, openWorld, type Tally } from '#test/query/cells/check.ts';
import { drawsOf } from '#test/query/cells/question.ts';

/** The same cells in every run; `PLIMSOLL_SEED` draws others. */
const seed = Number(process.env.PLIMSOLL_SEED ?? 20_261_122);

async function checked(home: Fixture['home'], enough: number): Promise<Tally> {
  const reader = await openReader(home);
  const lists = fc.sample(drawsOf, { numRuns: enough * 2, seed });
  const tally = await reader.use(async (connection) => checkCells(await openWorld(reader, connection, 10), lists, enough), {
    timeout: 1_800_000
  });
  reader.close();
  const { cells, second, unions, downloads, compared } = tally;
  process.stdout.write(
    `receipts: PLIMSOLL_SEED=${seed}, ${cells} cells, ${second} by a second definition, ${downloads} as CSV, ${compared} compared, ${unions} unions\n`
  );
  return tally;
}

describe('3,000 random cells of a made world', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await makeFixture();
  });
  afterAll(() => fixture.remove());
  test('the records of each add up to it, and no record is lost or told twice', async () => {
    const tally = await checked(fixture.home, 3000);
    expect(tally.faults).toEqual([]);
    expect(tally.cells).toBeGreaterThanOrEqual(3000);
    expect(tally.second).toBeGreaterThan(1500);
    expect(tally.measures.size).toBeGreaterThan(measures.length / 2);
  });
});

describe('1,000 random cells of a warehouse built from exports', () => {
  const folder = scratchFolder();
  const home = homeAt(join(folder, 'home'));
  const now = new Date('2026-10-31T18:30:00Z');
  beforeAll(async () => {
    await createSampleHome({ home: home.root, incidents: 1500, end: '2026-10-31T18:00:00Z' });
    await runFeeds({ home, now: () => now, isForced: true });
    await build({ home, now });
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  test('the records of each add up to it, and no record is lost or told twice', async () => {
    const tally = await checked(home, 1000);
    expect(tally.faults).toEqual([]);
    expect(tally.cells).toBeGreaterThanOrEqual(1000);
  });
});
