import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { changedScene, flipsBothWays } from './compare-changes.ts';
import { openWorld } from './world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

/** `test/faults/service-levels.test.ts` runs many more. */
const sceneCount = 3;

test('every way of finding what a change of definitions does gives what computing all anew gives', { timeout: 180_000 }, async () => {
  const ways = new Set<string>();
  let flips = 0;
  const law = fc.asyncProperty(changedScene(30, 5), async (each) => {
    const { found, expected, ways: taken } = await flipsBothWays(connection, each);
    expect(found).toEqual(expected);
    flips += expected.length;
    for (const way of taken) ways.add(way);
  });
  await fc.assert(law, { numRuns: sceneCount, seed: 3, endOnFailure: true });
  expect(flips).toBeGreaterThan(50);
  expect([...ways].sort()).toEqual(['facts', 'nothing', 'pass']);
});
