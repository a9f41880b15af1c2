import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareScene } from '#test/service-levels/compare.ts';
import { scene } from '#test/service-levels/histories.ts';
import { openWorld } from '#test/service-levels/world.ts';

/** Some 16 clocks each: over 10,000 clocks, other ones in every run. */
const sceneCount = 700;

test('over 10,000 random clocks: the engine agrees with counting minutes, to the second', async () => {
  const { database, connection } = await openWorld();
  let clocks = 0;
  try {
    const law = fc.asyncProperty(scene, async (each) => {
      clocks += (await compareScene(connection, each)).clocks;
    });
    await fc.assert(law, { numRuns: sceneCount, endOnFailure: true });
  } finally {
    connection.close();
    database.close();
  }
  expect(clocks).toBeGreaterThan(10_000);
});
