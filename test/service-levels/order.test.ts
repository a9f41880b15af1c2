import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { definitionFiles } from '#ingest/sample/definitions.ts';
import { buildAt, rowsOf } from '#test/warehouse/built.ts';
import { landDeliveries, temporaryHome, type Delivery } from '#test/warehouse/landed.ts';
import { randomDays, randomFrom } from '#test/warehouse/random-course.ts';

async function clocksAndSegments(deliveries: readonly Delivery[]): Promise<unknown> {
  const home = temporaryHome();
  for (const [name, text] of Object.entries(definitionFiles)) writeFileSync(join(home.definitions, name), text);
  await landDeliveries(home, deliveries);
  const { file } = await buildAt(home);
  return {
    clocks: await rowsOf(file, 'SELECT * EXCLUDE (clock_id) FROM fact.clock ORDER BY ALL'),
    segments: await rowsOf(
      file,
      `SELECT c.record_type, c.record_id, c.target_id, c.cycle, s.* EXCLUDE (clock_id) FROM fact.segment s JOIN fact.clock c USING (clock_id) ORDER BY ALL`
    )
  };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

test.each([1, 2])('law 5: the order in which rows of a history arrive changes nothing (seed %i)', async (seed) => {
  const random = randomFrom(seed * 31);
  const deliveries = randomDays(seed, 4, 25).flatMap((day) => day.deliveries);
  const inOrder = await clocksAndSegments(deliveries);
  expect((inOrder as { clocks: unknown[] }).clocks.length).toBeGreaterThan(100);
  expect(await clocksAndSegments(deliveries.map((each) => ({ ...each, rows: shuffled(each.rows, random) })))).toEqual(inOrder);

  const isLog = ({ mapping }: Delivery): boolean => mapping === 'log';
  const rows = shuffled(
    deliveries.filter(isLog).flatMap((each) => each.rows),
    random
  );
  const dealt = deliveries.map((each) => (isLog(each) ? { ...each, rows: rows.splice(0, each.rows.length) } : each));
  expect(await clocksAndSegments(dealt)).toEqual(inOrder);
});
