import { expect, test } from 'vitest';
import { queryWords, recordsWords } from '#warehouse/query/export/question-words.ts';

test('a percentile has its label like any other measure', () => {
  const measure = 'incident.resolve_seconds_p95';
  const words = 'Time to resolve, 95th percentile';
  expect(queryWords({ measures: [measure, 'incident.opened'], dimensions: ['team'] })).toMatch(new RegExp(`^${words} and .* by Team;`));
  expect(recordsWords({ measures: [measure] }, measure, undefined, undefined)).toBe(`Records of ${words}; period all`);
});
