import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { sceneOf } from '#test/service-levels/histories.ts';
import { openWorld } from '#test/service-levels/world.ts';
import { expectSumsOfScene } from './clock-world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

test('random courses over changes of clocks: stretches tile each clock, running ones add up to it, and the goal is used up when it is due', async () => {
  let clocks = 0;
  const law = fc.asyncProperty(sceneOf(12, 5), async (scene) => {
    clocks += await expectSumsOfScene(connection, scene);
  });
  // Many more in `test/faults/service-levels.test.ts`.
  await fc.assert(law, { numRuns: 3, seed: 2006, endOnFailure: true });
  expect(clocks).toBeGreaterThan(40);
});
