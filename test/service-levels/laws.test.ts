import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { clocksOf } from './compare.ts';
import { sceneOf } from './histories.ts';
import * as laws from './laws.ts';
import { openWorld } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

/** One scene each, hundreds of histories; six to thirteen scenes of other sizes are in `test/faults/service-levels.test.ts`. */
const business: laws.Scale = { seed: 4711, scenes: 1, records: 300, targets: 2 };
const whole: laws.Scale = { seed: 4712, scenes: 1, records: 100, targets: 5 };

describe('laws of clocks, on random targets, courses and calendars', () => {
  test('law 1: elapsed(a, c) = elapsed(a, b) + elapsed(b, c)', async () => {
    expect(await laws.additivity(connection, business)).toBeGreaterThan(1000);
  });
  test('law 2: a clock stopped when it is due has used its goal', async () => {
    expect(await laws.inverse(connection, business)).toBeGreaterThan(500);
  });
  test('law 3: a holiday or a pause more never adds time and never makes a due time earlier', async () => {
    expect(await laws.monotony(connection, business)).toBeGreaterThan(500);
  });
  describe('of one pass', () => {
    const [scene] = fc.sample(sceneOf(100, 6), { numRuns: 1, seed: 4713 });
    beforeAll(() => clocksOf(connection, scene!));
    test('law 4: business ≤ actual ≤ wall', async () => {
      expect(await laws.unordered(connection, scene!.asOf)).toEqual([]);
    });
    test('law 8: segments tile their clock and add up to it', async () => {
      expect(await connection.one('SELECT count(*) > 300 AS isEnough FROM fact.clock')).toEqual({ isEnough: true });
      expect(await laws.untiled(connection, scene!.asOf)).toEqual([]);
    });
    test('law 9: what is breached was ever breached', async () => {
      expect(await laws.forgotten(connection)).toEqual([]);
    });
  });
  test('law 6: splitting a pause, or any stretch, at any point changes nothing', async () => {
    expect(await laws.splitting(connection, whole)).toBe(500);
  });
  test('law 7: moving by whole weeks without a change of clocks changes nothing, in every zone', async () => {
    expect(await laws.moving(connection, whole)).toBe(500);
  });
  test('law 10: what is told for later than the data instant changes nothing', async () => {
    expect(await laws.scrambling(connection, whole)).toBeGreaterThan(100);
  });
});
