import { describe, expect, test } from 'vitest';
import { bucketEnd, bucketStart, resolvePeriod, type DataInstant } from '#warehouse/query/period.ts';

const data: DataInstant = { asOf: new Date('2026-03-18T10:30:00Z'), zone: 'Europe/Berlin', dataFrom: '2025-01-06' };
const at = (asOf: string): DataInstant => ({ ...data, asOf: new Date(asOf) });

describe('period', () => {
  test.each([
    [
      { last: 3, unit: 'month' },
      { from: '2026-01-01', to: '2026-03-19', isPartial: true }
    ],
    [
      { last: 3, unit: 'month', complete: true },
      { from: '2025-12-01', to: '2026-03-01', isPartial: false }
    ],
    [
      { last: 2, unit: 'week' },
      { from: '2026-03-09', to: '2026-03-19', isPartial: true }
    ],
    [
      { last: 1, unit: 'day' },
      { from: '2026-03-18', to: '2026-03-19', isPartial: true }
    ],
    [{ toDate: 'month' }, { from: '2026-03-01', to: '2026-03-19', isPartial: true }],
    [{ toDate: 'quarter' }, { from: '2026-01-01', to: '2026-03-19', isPartial: true }],
    [
      { from: '2026-01-01', to: '2026-02-01' },
      { from: '2026-01-01', to: '2026-02-01', isPartial: false }
    ],
    [
      { from: '2026-03-01', to: '2026-04-01' },
      { from: '2026-03-01', to: '2026-03-19', isPartial: true }
    ],
    [{ all: true }, { from: '2025-01-06', to: '2026-03-19', isPartial: true }],
    [
      { from: '2027-01-01', to: '2027-02-01' },
      { from: '2027-01-01', to: '2027-01-01', isPartial: true }
    ]
  ] as const)('%j', (period, expected) => {
    expect(resolvePeriod(period, data)).toEqual(expected);
  });

  test.each([
    [{ last: 2, unit: 'fiscal_year' }, 'fiscal_year', { from: '2024-04-01', to: '2026-03-19', partialFrom: '2025-04-01' }],
    [{ toDate: 'fiscal_year' }, 'fiscal_quarter', { from: '2025-04-01', to: '2026-03-19', partialFrom: '2026-01-01' }],
    [{ last: 1, unit: 'fiscal_quarter', complete: true }, undefined, { from: '2025-10-01', to: '2026-01-01' }]
  ] as const)('fiscal years from April: %j', (period, grain, expected) => {
    expect(resolvePeriod(period, { ...data, fiscalYearStart: 4 }, grain)).toMatchObject(expected);
  });

  test('buckets of a fiscal year that begins in February', () => {
    expect(bucketStart('2026-01-31', 'fiscal_year', 2)).toBe('2025-02-01');
    expect(bucketStart('2026-01-31', 'fiscal_quarter', 2)).toBe('2025-11-01');
    expect(bucketEnd('2025-11-01', 'fiscal_quarter')).toBe('2026-02-01');
  });

  test('the data instant is read in the reporting zone', () => {
    expect(resolvePeriod({ toDate: 'month' }, at('2026-02-28T23:30:00Z')).from).toBe('2026-03-01');
    expect(resolvePeriod({ toDate: 'month' }, { ...at('2026-02-28T23:30:00Z'), zone: 'America/New_York' }).from).toBe('2026-02-01');
  });

  test('at local midnight the day before is over and nothing is to date', () => {
    const midnight = at('2026-03-31T22:00:00Z');
    expect(resolvePeriod({ last: 1, unit: 'month' }, midnight, 'month')).toEqual({
      from: '2026-03-01',
      to: '2026-04-01',
      isPartial: false
    });
    expect(resolvePeriod({ last: 1, unit: 'month', complete: true }, midnight, 'month').from).toBe('2026-03-01');
  });

  test('a month is complete when its last day is over', () => {
    const evening = at('2026-03-31T16:53:00Z');
    expect(resolvePeriod({ last: 1, unit: 'month', complete: true }, evening, 'month')).toEqual({
      from: '2026-02-01',
      to: '2026-03-01',
      isPartial: false
    });
    expect(resolvePeriod({ last: 1, unit: 'day', complete: true }, evening).from).toBe('2026-03-30');
  });

  test('the unfinished bucket is named', () => {
    expect(resolvePeriod({ last: 3, unit: 'month' }, data, 'month').partialFrom).toBe('2026-03-01');
    expect(resolvePeriod({ last: 3, unit: 'month' }, data, 'week').partialFrom).toBe('2026-03-16');
    expect(resolvePeriod({ last: 1, unit: 'day' }, data, 'hour').partialFrom).toBe('2026-03-18T11:00');
    expect(resolvePeriod({ from: '2026-01-01', to: '2026-03-01' }, data, 'month').partialFrom).toBeUndefined();
  });

  test('comparisons are like for like', () => {
    const compare = (
      period: Parameters<typeof resolvePeriod>[0],
      by: 'previous_period' | 'same_period_last_year',
      grain?: 'week' | 'month'
    ) => resolvePeriod(period, data, grain, by).compare;
    expect(compare({ toDate: 'month' }, 'previous_period')).toEqual({ from: '2026-02-01', to: '2026-02-19' });
    expect(compare({ last: 3, unit: 'month', complete: true }, 'previous_period')).toEqual({ from: '2025-09-01', to: '2025-12-01' });
    expect(compare({ from: '2026-01-10', to: '2026-01-20' }, 'previous_period')).toEqual({ from: '2025-12-31', to: '2026-01-10' });
    expect(compare({ toDate: 'year' }, 'same_period_last_year')).toEqual({ from: '2025-01-01', to: '2025-03-19' });
    expect(compare({ last: 2, unit: 'week' }, 'same_period_last_year', 'week')).toEqual({ from: '2025-03-10', to: '2025-03-20' });
    expect(compare({ all: true }, 'previous_period')).toBeUndefined();
  });

  test('weeks begin on Monday', () => {
    expect(bucketStart('2026-01-01', 'week')).toBe('2025-12-29');
    expect(bucketStart('2026-05-17', 'quarter')).toBe('2026-04-01');
  });

  test.each([
    [{ from: '2026-02-30', to: '2026-03-01' }, /2026-02-30 is no date/],
    [{ from: '2026-03-01', to: '2026-03-01' }, /is empty/],
    [{ last: 0, unit: 'day' }, /at least 1/]
  ] as const)('refuses %j', (period, message) => {
    expect(() => resolvePeriod(period, data)).toThrow(message);
  });
});
