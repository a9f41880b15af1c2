import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildAt, rowsOf } from './built.ts';
import { expectFullBuildsRows } from './incremental-law.ts';
import { landDeliveries, temporaryHome } from './landed.ts';
import { randomDays } from './random-course.ts';

describe('incremental build', () => {
  // More days and seeds in `test/faults/incremental.test.ts`.
  it("gives the full build's rows in every table, deliveries split at random", () => expectFullBuildsRows(2, 3, 20), 180_000);

  it('does nothing when nothing is new, and builds in full when the definitions changed', async () => {
    const home = temporaryHome();
    const days = randomDays(9, 4, 30);
    await landDeliveries(
      home,
      days.slice(0, 3).flatMap((day) => day.deliveries)
    );
    expect((await buildAt(home)).status).toBe('published');
    expect((await buildAt(home)).status).toBe('unchanged');
    writeFileSync(home.config, 'organisation: Test\nzone: Asia/Tokyo\n');
    const other = await buildAt(home);
    expect([other.status, other.isIncremental]).toEqual(['published', false]);
    expect(await rowsOf(other.file, 'SELECT zone FROM meta.build')).toEqual([{ zone: 'Asia/Tokyo' }]);
  });
});
