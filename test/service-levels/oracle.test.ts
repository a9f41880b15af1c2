import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { compareScene } from './compare.ts';
import { sceneOf } from './histories.ts';
import { openWorld } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

/** Histories are records × targets. `test/faults/service-levels.test.ts` plays ten times as many, other ones in every run. */
const [records, targets, scenes] = [50, 7, 3];

test('law 11: random targets on random courses and calendars over changes of clocks: the engine agrees with counting, to the second', async () => {
  let [histories, clocks] = [0, 0];
  const law = fc.asyncProperty(sceneOf(records, targets), async (scene) => {
    const played = await compareScene(connection, scene);
    histories += played.histories;
    clocks += played.clocks;
  });
  await fc.assert(law, { numRuns: scenes, seed: 1912, endOnFailure: true });
  expect(histories).toBeGreaterThan(1000);
  expect(clocks).toBeGreaterThan(500);
});
