import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionFiles } from '#ingest/sample/definitions.ts';
import { buildAt, rowsOf } from '#test/warehouse/built.ts';
import { landDeliveries, temporaryHome, type Delivery } from '#test/warehouse/landed.ts';
import { randomDays } from '#test/warehouse/random-course.ts';

/** What a warehouse of these deliveries says of clocks and segments, in an order of its own. */
export async function clocksAndSegments(deliveries: readonly Delivery[]): Promise<{ clocks: unknown[]; segments: unknown[] }> {
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

export const randomDeliveries = (seed: number): Delivery[] => randomDays(seed, 4, 25).flatMap((day) => day.deliveries);

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

/** Every delivery with its own rows in another order. */
export const shuffledWithin = (deliveries: readonly Delivery[], random: () => number): Delivery[] =>
  deliveries.map((each) => ({ ...each, rows: shuffled(each.rows, random) }));

/** The rows of all logs dealt to the deliveries of logs anew, so that a row may come days before or after its time. */
export function dealt(deliveries: readonly Delivery[], random: () => number): Delivery[] {
  const isLog = ({ mapping }: Delivery): boolean => mapping === 'log';
  const rows = shuffled(
    deliveries.filter(isLog).flatMap((each) => each.rows),
    random
  );
  return deliveries.map((each) => (isLog(each) ? { ...each, rows: rows.splice(0, each.rows.length) } : each));
}
