import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#warehouse/connection.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { expectSumsOf } from '#test/query/clock-world.ts';
import { questionsOf, run, unbound } from '#test/query/questions.ts';
import { sampleWorld } from '#test/query/sample-world.ts';

const { home, file } = await sampleWorld();
const reader = await openReader(home);
afterAll(() => reader.close());

test('every measure binds on the engine by every dimension at every grain', async () => {
  const asked = questionsOf(reader.build);
  expect(asked.length).toBeGreaterThan(400);
  expect(await unbound(reader, asked)).toEqual([]);
});

test('every measure runs by every grain, compared, in whole and by two dimensions', async () => {
  for (const question of questionsOf(reader.build))
    if (question.grain && [undefined, 'team', 'priority'].includes(question.dimension)) expect(await run(reader, question)).toBeDefined();
});

test('the stretches of every clock of 300 records tile it and add up, and its goal is used up when it is due', async () => {
  reader.close();
  const database = await openDatabase(file, { readOnly: true });
  const { clocks } = await database.with((connection) => expectSumsOf(connection, 300));
  database.close();
  expect(clocks).toBeGreaterThan(550);
});
