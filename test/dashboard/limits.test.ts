import { describe, expect, it } from 'vitest';
import { behaviourOf, signalSentence } from '#dashboard/charts/behaviour.ts';
import { chanceLimits, limits, quantile, signalsOf, stretchesOf } from '#dashboard/charts/limits.ts';
import { summary } from '#dashboard/charts/summary.ts';
import { context, tableOf } from './fixture.ts';

const weeks = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 0, 5 + 7 * at)).toISOString().slice(0, 10));

describe('natural limits', () => {
  it('lie at mean ± 2.66 × mean moving range', () => {
    expect(limits([10, 12, 10, 12, 10, 12])).toMatchObject({ mean: 11, movingRange: 2 });
    expect(limits([10, 12, 10, 12, 10, 12])!.upper).toBeCloseTo(16.32);
  });
  it('are those of the individuals chart of the NIST/SEMATECH handbook, 6.3.2.2', () => {
    const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const within = limits(flow)!;
    expect(within.mean).toBeCloseTo(50.81, 4);
    expect(within.movingRange).toBeCloseTo(1.8778, 4);
    expect(within.upper).toBeCloseTo(55.8041, 2);
    expect(within.lower).toBeCloseTo(45.8159, 2);
  });
  it('judge nothing from fewer than six points', () => expect(limits([1, 2, 3, 4, 5])).toBeUndefined());
  it('stay within what the unit allows', () => expect(limits([0, 9, 0, 9, 0, 9], [0, Infinity])!.lower).toBe(0));
});

describe('shares of few records', () => {
  it('tell nothing where by chance alone any share could be', () => {
    const rows = weeks(12).map((period, at) => ({ period, share: at % 2, count: 1 }));
    const encoding = { chart: 'behaviour', measure: 'share', size: 'count' } as const;
    const within = { ...context, grain: 'week', asOf: '2026-12-31' } as const;
    expect(behaviourOf(tableOf(rows), encoding, within).tellsNothing).toBe(true);
    expect(summary(tableOf(rows), encoding, within)).toBe('Too few records a week to tell anything: by chance alone any share could be.');
    const many = rows.map((row, at) => ({ ...row, share: 0.5 + (at % 2) / 100, count: 500 }));
    expect(behaviourOf(tableOf(many), encoding, within).tellsNothing).toBe(false);
  });
  /** Defective chips of 30 wafers of 50: NIST/SEMATECH handbook, 6.3.3.2. */
  const chips = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
  it('have the limits and the signals of the published p-chart', () => {
    const values = chips.map((count) => count / 50);
    const stretches = stretchesOf({ values, sizes: chips.map(() => 50), bounds: [0, 1] });
    expect(stretches).toMatchObject([{ by: 'chance', from: 0, to: 29 }]);
    expect(stretches[0]!.mean).toBeCloseTo(0.2313, 4);
    expect(stretches[0]!.lower[0]).toBeCloseTo(0.0524, 3);
    expect(stretches[0]!.upper[0]).toBeCloseTo(0.4102, 3);
    const outside = signalsOf(values, stretches).filter(({ rule }) => rule === 'outside');
    expect(outside.map(({ from }) => from + 1)).toEqual([15, 23]);
  });
  it('follow the exact binomial distribution where hardly any are expected', () => {
    // Cumulative binomial table, n = 20, p = 0.05: 0.3585 0.7358 0.9245 0.9841 0.9974 0.9997
    const levels = [0.358, 0.359, 0.735, 0.924, 0.984, 0.9974, 0.9996];
    expect(levels.map((level) => quantile(0.05, 20, level))).toEqual([0, 1, 1, 2, 3, 4, 5]);
    expect(chanceLimits(0.05, 20)).toEqual([0, 5 / 20]);
    expect(chanceLimits(0, 20)).toEqual([0, 0]);
    expect(chanceLimits(1, 20)).toEqual([1, 1]);
  });
  it('leave it to the process where records are plenty', () => {
    const values = [0.5, 0.52, 0.5, 0.52, 0.5, 0.52];
    expect(stretchesOf({ values, sizes: values.map(() => 1000) })[0]!.by).toBe('ranges');
    expect(stretchesOf({ values, sizes: values.map(() => 30) })[0]!.by).toBe('chance');
  });
  it('weigh each bucket by its records and give narrow buckets wide limits', () => {
    const values = [0.1, 0.1, 0.1, 0.1, 0.1, 0.4];
    const [stretch] = stretchesOf({ values, sizes: [100, 100, 100, 100, 100, 10] });
    expect(stretch!.mean).toBeCloseTo(54 / 510, 6);
    expect(stretch!.upper[5]!).toBeGreaterThan(stretch!.upper[0]!);
  });
});

describe('signals', () => {
  it('name points outside and runs of eight', () => {
    const values = [...Array.from({ length: 8 }, () => 9), ...Array.from({ length: 8 }, () => 11), 40];
    const flat = (value: number) => values.map(() => value);
    const found = signalsOf(values, [{ from: 0, to: 16, mean: 10, lower: flat(0), upper: flat(20), by: 'ranges' }]);
    expect(found.map(({ rule, side, from, to }) => [rule, side, from, to])).toEqual([
      ['run', 'below', 0, 7],
      ['run', 'above', 8, 16],
      ['outside', 'above', 16, 16]
    ]);
    expect(signalSentence(found[0]!, weeks(17), 'week')).toBe('8 weeks below the mean from 5 Jan 2026');
    expect(signalSentence(found[1]!, weeks(17), 'week')).toBe('9 weeks above the mean since 2 Mar 2026');
  });
});

describe('a new baseline', () => {
  const values = [10, 12, 10, 12, 10, 12, 10, 12, 30, 34, 30, 34, 30, 34, 30, 34];
  const table = tableOf(weeks(16).map((period, at) => ({ period, count: values[at]! })));
  const encoding = { chart: 'behaviour', measure: 'count' } as const;
  const within = { ...context, grain: 'week' as const, asOf: '2026-06-15' };
  const reset = [{ from: '2026-03-02', reason: 'the desk of the new site joined' }];

  it('splits the limits, so that the shift is no signal any more', () => {
    expect(behaviourOf(table, encoding, within).found.length).toBeGreaterThan(0);
    const read = behaviourOf(table, encoding, { ...within, baselines: reset });
    expect(read.found).toEqual([]);
    expect(read.stretches.map(({ from, to, mean }) => [from, to, mean])).toEqual([
      [0, 7, 11],
      [8, 15, 32]
    ]);
    expect(read.now?.mean).toBe(32);
  });
  it('is told with its reason', () =>
    expect(summary(table, encoding, { ...within, baselines: reset })).toBe(
      'New baseline from 2 Mar 2026: the desk of the new site joined. No signal: mean 32, natural limits 21.4 to 42.6; the ups and downs are ordinary.'
    ));
  it('begins with the first whole bucket after its date, and has no limits before there are six', () => {
    const late = behaviourOf(table, encoding, { ...within, baselines: [{ from: '2026-04-07', reason: 'x' }] });
    expect(late.resets).toMatchObject([{ at: 14 }]);
    expect(late.now).toBeUndefined();
    expect(summary(table, encoding, { ...within, baselines: [{ from: '2026-04-07', reason: 'x' }] })).toContain('Too few weeks');
  });
  it('outside the period changes nothing', () =>
    expect(behaviourOf(table, encoding, { ...within, baselines: [{ from: '2020-01-01', reason: 'x' }] }).stretches).toHaveLength(1));
});
