import { afterAll, expect, it } from 'vitest';
import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import { compile } from '#warehouse/query/compile.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { questionOf, questionsOf } from '#test/query/questions.ts';
import { sampleWorld } from '#test/query/sample-world.ts';
import { again, progressOf, shareOf, sideBySide } from './share.ts';

const { home } = await sampleWorld(400);
const reader = await openReader(home);
afterAll(() => reader.close());

const atOnce = 40;
type Pair = Omit<ReturnType<typeof questionsOf>[number], 'measures'>;

/** What is counted from the same rows by the same date stands side by side, so that a question over many reads little. */
const origin = (name: string): string =>
  partsOf(catalogue.measures.get(name)!)
    .map(({ aggregate }) => `${aggregate.source} ${aggregate.date}`)
    .join();

/** Every measure by every dimension and every grain, as questions of up to forty measures. */
function everyQuestion(): { pair: Pair; names: string[]; alone: string[] }[] {
  return questionsOf(reader.build).flatMap(({ measures: all, ...pair }, turn) => {
    const sorted = all.toSorted((left, right) => origin(left).localeCompare(origin(right)));
    return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) => {
      const names = sorted.slice(at * atOnce, (at + 1) * atOnce);
      return { pair, names, alone: names.filter((_name, place) => (place + turn) % 12 === 0) };
    });
  });
}

it('every measure by every dimension and every grain compiles, binds and runs on the sample, and one in twelve asked alone', async () => {
  const whole = everyQuestion();
  expect(whole.reduce((sum, { names }) => sum + names.length, 0)).toBeGreaterThan(measures.length * 80);
  const failures: string[] = [];
  const ask = (pair: Pair, names: readonly string[], explain = ''): Promise<unknown> =>
    reader
      .use(
        (connection, build) => {
          const { sql, values } = compile(questionOf(pair, names), catalogue, build);
          return connection.all(explain + sql, values);
        },
        { timeout: 600_000 }
      )
      .catch((error: Error) => {
        failures.push(`${JSON.stringify({ ...pair, names })}: ${error.message}`);
        process.stdout.write(`every question, fault: ${failures.at(-1)!}\n`);
      });
  const tally = { asked: 0, alone: 0 };
  const mine = shareOf(whole);
  const work = async ({ pair, names, alone }: (typeof whole)[number]): Promise<void> => {
    await ask(pair, names);
    for (const name of alone) await ask(pair, [name], 'EXPLAIN ');
    tally.asked += names.length;
    tally.alone += alone.length;
  };
  await sideBySide(mine, work, progressOf('every question', mine.length));
  process.stdout.write(`every question (${again}): ${tally.asked} of them, ${tally.alone} alone too\n`);
  expect(failures).toEqual([]);
});
