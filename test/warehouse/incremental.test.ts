import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { definitionFiles } from '#ingest/sample/definitions.ts';
import { buildAt, rowsOf, tableSums } from './built.ts';
import { landDeliveries, temporaryHome } from './landed.ts';
import { randomDays, randomFrom } from './random-course.ts';

describe('incremental build', () => {
  for (const seed of [1, 2])
    it(`gives the full build's rows in every table, deliveries split at random (seed ${seed})`, async () => {
      const random = randomFrom(seed * 77);
      const home = temporaryHome();
      for (const [name, text] of Object.entries(definitionFiles)) writeFileSync(join(home.definitions, name), text);
      let incremental = 0;
      for (const [index, { deliveries }] of randomDays(seed, 5, 25).entries()) {
        await landDeliveries(home, deliveries);
        if (random() < 0.2) continue;
        const report = await buildAt(home, { incremental: true });
        if (!report.isIncremental) continue;
        incremental++;
        const full = await buildAt(home, { out: join(home.root, 'full.duckdb') });
        expect(full.buildId).toBe(report.buildId);
        expect(await tableSums(report.file), `deliveries up to day ${index}`).toEqual(await tableSums(full.file));
      }
      expect(incremental).toBeGreaterThan(1);
    }, 180_000);

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
