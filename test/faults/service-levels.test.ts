import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { expectSumsOfScene } from '#test/query/clock-world.ts';
import { changedScene, flipsBothWays } from '#test/service-levels/compare-changes.ts';
import { compareScene } from '#test/service-levels/compare.ts';
import { sceneOf } from '#test/service-levels/histories.ts';
import * as laws from '#test/service-levels/laws.ts';
import { openWorld } from '#test/service-levels/world.ts';

/** The same histories in every run; `PLIMSOLL_SEED` plays others. */
const seed = Number(process.env.PLIMSOLL_SEED ?? 20_261_122);
const enough = 10_000;

let database: Database;
let connection: Connection;
beforeAll(async () => {
  ({ database, connection } = await openWorld());
  process.stdout.write(`service levels: PLIMSOLL_SEED=${seed}\n`);
});
afterAll(() => {
  connection.close();
  database.close();
});

describe('over 10,000 random histories: targets, courses, calendars', () => {
  const faults: { law: string; scene: number; rows: unknown[] }[] = [];
  let histories = 0;
  beforeAll(async () => {
    const scenes = fc.sample(sceneOf(150, 6), { numRuns: Math.ceil(enough / (150 * 6)), seed });
    for (const [scene, each] of scenes.entries()) {
      const keep = (law: string, rows: unknown[]): void => {
        if (rows.length > 0) faults.push({ law, scene, rows: rows.slice(0, 3) });
      };
      try {
        histories += (await compareScene(connection, each)).histories;
      } catch (error) {
        histories += each.records.length * each.targets.length;
        keep('11', [(error as Error).message]);
      }
      keep('4', await laws.unordered(connection, each.asOf));
      keep('8', await laws.untiled(connection, each.asOf));
      keep('9', await laws.forgotten(connection));
    }
  }, 1_800_000);
  const expectLaw = (law: string): void => {
    expect(histories).toBeGreaterThanOrEqual(enough);
    expect(faults.filter((fault) => fault.law === law)).toEqual([]);
  };
  test('law 11: the engine agrees with counting, to the second', () => expectLaw('11'));
  test('law 4: business ≤ actual ≤ wall', () => expectLaw('4'));
  test('law 8: segments tile their clock and add up to it', () => expectLaw('8'));
  test('law 9: what is breached was ever breached', () => expectLaw('9'));
});

describe('the other laws, over 10,000 random histories each', () => {
  const plain = (records: number): laws.Scale => ({ seed, scenes: 6, records, targets: 2 });
  const whole: laws.Scale = { seed, scenes: 9, records: 200, targets: 6 };
  test('law 1: elapsed(a, c) = elapsed(a, b) + elapsed(b, c)', async () => {
    expect(await laws.additivity(connection, plain(300))).toBeGreaterThanOrEqual(enough);
  });
  test('law 2: a clock stopped when it is due has used its goal', async () => {
    expect(await laws.inverse(connection, plain(1000))).toBeGreaterThanOrEqual(enough);
  });
  test('law 3: a holiday or a pause more never adds time and never makes a due time earlier', async () => {
    expect(await laws.monotony(connection, plain(850))).toBeGreaterThanOrEqual(enough);
  });
  test('law 6: splitting a pause, or any stretch, at any point changes nothing', async () => {
    expect(await laws.splitting(connection, whole)).toBeGreaterThanOrEqual(enough);
  });
  test('law 7: moving by whole weeks without a change of clocks changes nothing, in every zone', async () => {
    expect(await laws.moving(connection, whole)).toBeGreaterThanOrEqual(enough);
  });
  test('law 10: what is told for later than the data instant changes nothing', async () => {
    expect(await laws.scrambling(connection, { ...whole, scenes: 13 })).toBeGreaterThanOrEqual(enough);
  });
});

test('what a change of definitions flips, by every way of finding it, over thousands of histories', async () => {
  const ways = new Set<string>();
  let flips = 0;
  for (const each of fc.sample(changedScene(60, 5), { numRuns: 30, seed })) {
    const { found, expected, ways: taken } = await flipsBothWays(connection, each);
    expect(found).toEqual(expected);
    flips += expected.length;
    for (const way of taken) ways.add(way);
  }
  expect(flips).toBeGreaterThan(1000);
  expect([...ways].sort()).toEqual(['facts', 'nothing', 'pass']);
});

test('the stretches of every clock tile it and add up, over random courses and changes of clocks', async () => {
  let clocks = 0;
  for (const scene of fc.sample(sceneOf(12, 5), { numRuns: 12, seed })) clocks += await expectSumsOfScene(connection, scene);
  expect(clocks).toBeGreaterThan(200);
});
