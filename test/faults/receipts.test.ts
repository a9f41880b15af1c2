import { rmSync } from 'node:fs';
import { join } from 'node:path';
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
import { drawn } from '#test/query/cells/question.ts';
import { again, parts, progressOf, seed, shareOf } from './share.ts';

async function checked(home: Fixture['home'], whole: number): Promise<Tally> {
  const reader = await openReader(home);
  const questions = shareOf(drawn(whole * 2, seed));
  const enough = Math.ceil(whole / parts);
  const progress = progressOf('receipts', enough);
  const tally = await reader.use(
    async (connection) => checkCells(await openWorld(reader, connection, 10), questions, enough, ({ cells }) => progress(cells)),
    { timeout: 7_200_000 }
  );
  reader.close();
  const { measures: asked, faults, ...counts } = tally;
  process.stdout.write(`receipts (${again}): ${JSON.stringify({ ...counts, measures: asked.size, faults: faults.length })}\n`);
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
    expect(tally.cells).toBeGreaterThanOrEqual(3000 / parts);
    expect(tally.second).toBeGreaterThan(1200 / parts);
    expect(tally.measures.size).toBeGreaterThan(measures.length / 2 / parts);
    expect(Math.min(tally.others, tally.totals, tally.zoned)).toBeGreaterThan(0);
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
    expect(tally.cells).toBeGreaterThanOrEqual(1000 / parts);
  });
});
