import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue, measures } from '#warehouse/metrics/catalogue.ts';
import { openFixture } from './fixture.ts';
import { checkCells, openWorld, type Tally } from './cells/check.ts';
import { drawn } from './cells/question.ts';
import { secondDefinitions } from './cells/second-definitions.ts';

/** The same cells in every run; `PLIMSOLL_SEED` draws others. `test/faults/receipts.test.ts` checks thousands. */
const seed = Number(process.env.PLIMSOLL_SEED ?? 20_261_122);
const enough = 150;

const { reader } = await openFixture();
let tally: Tally;
beforeAll(async () => {
  tally = await reader.use(async (connection) => checkCells(await openWorld(reader, connection, 4), drawn(enough, seed), enough), {
    timeout: 180_000
  });
});

describe('random cells, over the whole catalogue', () => {
  test('added up again from their downloads, and by second definitions, they come out the same', () => {
    expect(tally.faults).toEqual([]);
    expect(tally.cells).toBeGreaterThanOrEqual(enough);
    expect(tally.second).toBeGreaterThan(enough / 3);
    expect(tally.downloads).toBeGreaterThan(0);
  });

  test('among them are compared cells, members without a name, and answers whose cells share out the records of the total', () => {
    expect(Math.min(tally.compared, tally.nameless, tally.unions)).toBeGreaterThan(5);
  });
});

test('most of the catalogue is written a second time', () => {
  expect([...secondDefinitions.keys()].filter((name) => !catalogue.measures.has(name))).toEqual([]);
  expect(secondDefinitions.size).toBeGreaterThan(Math.min(120, measures.length / 2));
});
