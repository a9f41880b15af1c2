import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Database } from '#warehouse/connection.ts';
import { dueWords } from '#warehouse/query/clocks/arithmetic.ts';
import { clocksOfRecord } from '#warehouse/query/clocks/read.ts';
import { clocksOf, definitionsOf } from '#test/service-levels/compare.ts';
import { sceneOf } from '#test/service-levels/histories.ts';
import { openWorld } from '#test/service-levels/world.ts';
import { expectSums, published } from './clock-world.ts';

let database: Database;
let connection: Connection;
beforeAll(async () => ({ database, connection } = await openWorld()));
afterAll(() => {
  connection.close();
  database.close();
});

const [recordCount, targetCount] = [12, 5];

test('random courses over changes of clocks: stretches tile each clock, running ones add up to it, and the goal is used up when it is due', async () => {
  let clocks = 0;
  const law = fc.asyncProperty(sceneOf(recordCount, targetCount), async (each) => {
    await clocksOf(connection, each);
    const build = await published(connection, definitionsOf(each), each.asOf, each.zone);
    for (const { id } of each.records)
      for (const clock of (await clocksOfRecord(connection, build, 'incident', id)).clocks) {
        expectSums(clock);
        expect(dueWords(clock).join(' ')).not.toMatch(/NaN|undefined|Infinity/);
        expect(clock.stretches.map(({ rule }) => rule).filter((rule) => /undefined|not kept/.test(rule))).toEqual([]);
        clocks++;
      }
  });
  await fc.assert(law, { numRuns: 4, seed: 2006, endOnFailure: true });
  expect(clocks).toBeGreaterThan(80);
});
