import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseGoal } from '#warehouse/analysis/inverse-goal.ts';
import { productLimit, shareWithin, survivalQuantile, type Lasting } from '#warehouse/analysis/survival.ts';
import { coverage } from './coverage.ts';

const lasting = (ended: readonly number[], censored: readonly number[] = []): Lasting[] => [
  ...ended.map((seconds) => ({ seconds, ended: 1, censored: 0 })),
  ...censored.map((seconds) => ({ seconds, ended: 0, censored: 1 }))
];

/** Weeks in remission under 6-mercaptopurine and under placebo (Freireich and others 1963; Gehan 1965), the worked example of the textbooks. */
const treated = lasting([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
const placebo = lasting([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

describe('product-limit estimate', () => {
  it('gives the published shares and standard errors', () => {
    const steps = productLimit(treated);
    expect(steps.map(({ seconds, atRisk }) => [seconds, atRisk])).toEqual([
      [6, 21],
      [7, 17],
      [10, 15],
      [13, 12],
      [16, 11],
      [22, 7],
      [23, 6]
    ]);
    const published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    steps.forEach(({ survival, variance }, index) => {
      expect(survival).toBeCloseTo(published[index]!, 4);
      expect(survival * Math.sqrt(variance)).toBeCloseTo(errors[index]!, 4);
    });
  });

  it('gives the published medians and their intervals on the log-log scale', () => {
    expect(survivalQuantile(productLimit(treated), 0.5)).toEqual({ seconds: 23, low: 13, high: null });
    expect(survivalQuantile(productLimit(placebo), 0.5)).toEqual({ seconds: 8, low: 4, high: 11 });
  });

  it('is the plain share when nothing is open, whatever the order of rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 0, max: 60 }),
        (times, at) => {
          const steps = productLimit(lasting(times));
          expect(shareWithin(steps, at)).toBeCloseTo(times.filter((time) => time <= at).length / times.length, 10);
          expect(productLimit(lasting([...times].reverse()))).toEqual(steps);
        }
      )
    );
  });

  it('takes the quantile of the plain share at its very value', () => {
    expect(survivalQuantile(productLimit(lasting(Array.from({ length: 20 }, (_, index) => index + 1))), 0.95).seconds).toBe(19);
    expect(survivalQuantile(productLimit(lasting(Array.from({ length: 100 }, (_, index) => index + 1))), 0.95).seconds).toBe(95);
  });

  it('never promises less when open clocks have lasted longer', () => {
    const times = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(times, times, (ended, open) => {
        const known = survivalQuantile(productLimit(lasting(ended, open)), 0.8);
        const longer = survivalQuantile(
          productLimit(
            lasting(
              ended,
              open.map((time) => time + 30)
            )
          ),
          0.8
        );
        expect(longer.seconds ?? Infinity).toBeGreaterThanOrEqual(known.seconds ?? Infinity);
      })
    );
  });
});

describe('inverse goal', () => {
  it('says too few when the interval has no upper end', () => {
    expect(inverseGoal(lasting([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 0.95, 8)).toMatchObject({ verdict: 'too_few', open: 0 });
    expect(inverseGoal([], 0.95, 8)).toMatchObject({ verdict: 'empty', seconds: null, withinGoal: null });
    const many = lasting(Array.from({ length: 1000 }, (_, index) => index + 1));
    expect(inverseGoal(many, 0.95, null)).toMatchObject({ verdict: 'known', seconds: 950, clocks: 1000, open: 0 });
  });

  it('has intervals that hold the true quantile about as often as they say', () => {
    for (const shape of ['exponential', 'lognormal'] as const) {
      const { held, told } = coverage({ shape, share: 0.9, clocks: 400, censoring: 0.2, runs: 600, seed: 7 });
      expect(told).toBeGreaterThan(570);
      expect(held / told).toBeGreaterThan(0.925);
      expect(held / told).toBeLessThan(0.975);
    }
  });
});
