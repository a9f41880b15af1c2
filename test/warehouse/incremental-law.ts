import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { definitionFiles } from '#ingest/sample/definitions.ts';
import { buildAt, tableSums } from './built.ts';
import { landDeliveries, temporaryHome } from './landed.ts';
import { randomDays, randomFrom } from './random-course.ts';

/** Lands random days one after the other, some without a build, and holds each incremental build against a full one of the same landing. */
export async function expectFullBuildsRows(seed: number, days: number, perDay: number): Promise<void> {
  const random = randomFrom(seed * 77);
  const home = temporaryHome();
  for (const [name, text] of Object.entries(definitionFiles)) writeFileSync(join(home.definitions, name), text);
  let incremental = 0;
  for (const [index, { deliveries }] of randomDays(seed, days, perDay).entries()) {
    await landDeliveries(home, deliveries);
    if (random() < 0.2) continue;
    const report = await buildAt(home, { incremental: true });
    if (!report.isIncremental) {
      expect(report.fullBecause).toMatch(/^(nothing was published before|a source is new)/);
      continue;
    }
    incremental++;
    const full = await buildAt(home, { out: join(home.root, 'full.duckdb') });
    expect(full.buildId).toBe(report.buildId);
    expect(await tableSums(report.file), `deliveries up to day ${index}`).toEqual(await tableSums(full.file));
  }
  expect(incremental).toBeGreaterThan(0);
}
