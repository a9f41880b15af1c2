import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue, measures } from '#warehouse/metrics/catalogue.ts';
import { compile } from '#warehouse/query/compile.ts';
import { questionOf, questionsOf } from '#test/query/questions.ts';
import { sampleWorld, type SampleWorld } from '#test/query/sample-world.ts';

let world: SampleWorld;
beforeAll(async () => {
  world = await sampleWorld(400);
});
afterAll(() => world?.close());

const atOnce = 40;

it('every measure by every dimension and every grain compiles, binds and runs on the sample', async () => {
  const pairs = questionsOf(world.reader.build);
  let asked = 0;
  const failures: string[] = [];
  for (const { measures: names, ...pair } of pairs) {
    for (let from = 0; from < names.length; from += atOnce) {
      const some = names.slice(from, from + atOnce);
      await world.reader.use(async (connection, build) => {
        const { sql, values } = compile(questionOf(pair, some), catalogue, build);
        await connection.all(sql, values).catch((error: Error) => failures.push(`${JSON.stringify({ ...pair, some })}: ${error.message}`));
      });
      asked += some.length;
    }
  }
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(measures.length * 80);
});

it('asked alone, one in twelve of them binds as well', async () => {
  const failures: string[] = [];
  let turn = 0;
  for (const { measures: names, ...pair } of questionsOf(world.reader.build)) {
    await world.reader.use(
      async (connection, build) => {
        for (const name of names) {
          turn += 1;
          if (turn % 12 !== 0) continue;
          const { sql, values } = compile(questionOf(pair, [name]), catalogue, build);
          await connection
            .all(`EXPLAIN ${sql}`, values)
            .catch((error: Error) => failures.push(`${name} ${JSON.stringify(pair)}: ${error.message}`));
        }
      },
      { timeout: 600_000 }
    );
  }
  expect(failures).toEqual([]);
  expect(turn).toBeGreaterThan(measures.length * 80);
});
