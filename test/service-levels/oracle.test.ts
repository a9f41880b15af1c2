import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { compareScene } from './compare.ts';
import { scene } from './histories.ts';
import { openWorld } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

/** Scenes of eight records and three targets each: some 16 clocks. `test/faults/service-levels.test.ts` runs many more. */
const sceneCount = 16;

test('random courses on random calendars over changes of clocks: the engine agrees with counting minutes, to the second', async () => {
  let clocks = 0;
  const law = fc.asyncProperty(scene, async (each) => {
    clocks += (await compareScene(connection, each)).clocks;
  });
  await fc.assert(law, { numRuns: sceneCount, seed: 1912, endOnFailure: true });
  expect(clocks).toBeGreaterThan(200);
});
