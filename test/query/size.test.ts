import { afterAll, describe, expect, test } from 'vitest';
import { sizeFor } from '#dashboard/lib/server/measure-words.ts';
import { catalogue, measures } from '#warehouse/metrics/catalogue.ts';
import { answer } from '#warehouse/query/answer.ts';
import { whyUnavailable } from '#warehouse/query/build.ts';
import { findMeasure } from '#warehouse/metrics/percentile.ts';
import type { Query } from '#warehouse/query/query.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { sampleWorld } from './sample-world.ts';

const { home } = await sampleWorld();
const reader = await openReader(home);
afterAll(() => reader.close());

const over = measures.flatMap(({ name, aggregate }) => {
  const size = sizeFor(name);
  return size === undefined ? [] : [{ name, size, aggregate }];
});
const period = { from: '2026-02-01', to: '2026-09-01' };

describe('the n of a figure', () => {
  test('there is one of every share, mean and percentile', () => {
    const kinds = ['ratio', 'mean', 'median', 'p90'];
    expect(over.filter(({ aggregate: { kind } }) => kinds.includes(kind)).length).toBe(
      measures.filter(({ aggregate: { kind } }) => kinds.includes(kind)).length
    );
    expect(over.length).toBeGreaterThan(80);
    expect(findMeasure('incident.resolve_seconds_p75_n', catalogue)?.aggregate).toEqual(
      findMeasure('incident.resolve_seconds_median_n', catalogue)?.aggregate
    );
    for (const none of ['incident.opened_n', 'nothing_n', 'problem.closure_rate_n']) expect(findMeasure(none, catalogue)).toBeUndefined();
  });

  test('is what its receipt counts, summaries or not', async () => {
    const wrong: unknown[] = [];
    let told = 0;
    for (const { name, size } of over) {
      if (whyUnavailable(catalogue.measures.get(name)!, reader.build, catalogue)) continue;
      const query: Query = { measures: [name, size], period };
      const [row] = (await answer(reader, query)).rows;
      const { makeup } = await receipt(reader, { query: { measures: [name], period }, measure: name });
      const counted = makeup?.over ?? makeup?.records;
      const own = await receipt(reader, { query, measure: size });
      if (row![size] !== counted || own.value !== counted || !own.isEqual) wrong.push({ name, said: row![size], counted, own: own.value });
      if (counted) told += 1;
    }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(over.length / 2);
  });
});
