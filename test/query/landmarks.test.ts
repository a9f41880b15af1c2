import { expect, test } from 'vitest';
import { landmarks, mostLandmarks } from '#warehouse/query/landmarks.ts';
import { records } from '#warehouse/query/records.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture();

test('marks are the failed and the large changes of the period, newest first, under the filters that changes know', async () => {
  const period = { from: '2025-02-01', to: '2025-02-15' };
  const found = await landmarks(reader, { period });
  const { rows } = await records(reader, { query: { measures: ['change.failed'], period }, measure: 'change.failed', limit: 1000 });
  expect(found.length).toBeGreaterThan(0);
  expect(
    found
      .filter(({ reason }) => reason !== 'large')
      .map(({ id }) => id)
      .sort()
  ).toEqual(rows.map((row) => String(row.record_id)).sort());
  expect(found.every(({ date }, at) => at === 0 || date <= found[at - 1]!.date)).toBe(true);
  expect(new Set(found.map(({ total }) => total))).toEqual(new Set([found.length]));
  const mail = await landmarks(reader, {
    period,
    filters: [
      { field: 'service', op: 'in', values: ['Mail'] },
      { field: 'category', op: 'in', values: ['no such'] }
    ]
  });
  expect(mail.map(({ id }) => id)).toEqual(found.filter(({ service }) => service === 'Mail').map(({ id }) => id));
});

test('of very many the newest are shown, and all are counted', async () => {
  const found = await landmarks(reader, { period: { all: true } });
  expect(found.length).toBeLessThanOrEqual(mostLandmarks);
  expect(found[0]!.total).toBeGreaterThanOrEqual(found.length);
});
