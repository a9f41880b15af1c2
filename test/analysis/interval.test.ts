import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, wholeShares } from '#warehouse/analysis/apportion.ts';
import { errorBudget } from '#warehouse/analysis/error-budget.ts';
import { exactInterval, normalReach } from '#warehouse/analysis/interval.ts';

describe('exact binomial interval', () => {
  // 682 of 925: Conover (1971), p. 97, as in the manual of R's binom.test; the others are tables of Clopper and Pearson's limits.
  it.each([
    [682, 925, 0.95, 0.7076683, 0.7654066],
    [0, 10, 0.95, 0, 0.3084971],
    [1, 10, 0.95, 0.0025286, 0.4450161],
    [5, 10, 0.95, 0.187086, 0.812914],
    [10, 10, 0.95, 0.6915029, 1],
    [8, 10, 0.95, 0.4439045, 0.9747893],
    [5, 10, 0.99, 0.1283106, 0.8716894]
  ])('%d of %d at %d', (successes, trials, confidence, low, high) => {
    const interval = exactInterval(successes, trials, confidence);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  it('holds the true share at least as often as it says, counted over every outcome', () => {
    let least = 1;
    for (const trials of [1, 2, 5, 10, 23, 50, 120]) {
      const intervals = Array.from({ length: trials + 1 }, (_, successes) => exactInterval(successes, trials));
      for (let share = 0.005; share < 1; share += 0.005) {
        let mass = (1 - share) ** trials;
        let covered = 0;
        for (let k = 0; k <= trials; k++) {
          if (intervals[k]!.low <= share && share <= intervals[k]!.high) covered += mass;
          mass *= ((trials - k) / (k + 1)) * (share / (1 - share));
        }
        least = Math.min(least, covered);
      }
    }
    expect(least).toBeGreaterThanOrEqual(0.95 - 1e-9);
  });

  it('stays in order for large numbers', () => {
    const { low, high } = exactInterval(50_000, 1_000_000);
    expect(low).toBeCloseTo(0.049574, 5);
    expect(high).toBeCloseTo(0.050429, 5);
  });

  it('knows how far a normal distribution reaches', () => {
    expect(normalReach(0.95)).toBeCloseTo(1.959964, 6);
    expect(normalReach(0.99)).toBeCloseTo(2.575829, 6);
  });
});

describe('error budget', () => {
  it('spends by breaches', () => {
    const budget = errorBudget({ completed: 1000, breached: 160, goal: 0.9 });
    expect(budget).toMatchObject({ allowed: 100, left: -60, verdict: 'faster' });
    expect(budget.burn).toBeCloseTo(1.6, 12);
  });
  it('calls few clocks too few', () => {
    expect(errorBudget({ completed: 10, breached: 2, goal: 0.9 }).verdict).toBe('too_few');
    expect(errorBudget({ completed: 1000, breached: 101, goal: 0.9 }).verdict).toBe('too_few');
    expect(errorBudget({ completed: 1000, breached: 50, goal: 0.9 }).verdict).toBe('within');
  });
  it('says what cannot be judged', () => {
    expect(errorBudget({ completed: 10, breached: 2, goal: null })).toMatchObject({ verdict: 'unjudged', allowed: null });
    expect(errorBudget({ completed: 0, breached: 0, goal: 0.9 })).toMatchObject({ verdict: 'empty', burn: null, allowed: 0 });
    expect(errorBudget({ completed: 5, breached: 1, goal: 1 })).toMatchObject({ verdict: 'faster', allowed: 0, burn: null });
    expect(errorBudget({ completed: 5, breached: 0, goal: 1 })).toMatchObject({ verdict: 'within' });
  });
});

describe('shares that add up', () => {
  it('gives out every unit, nearly in proportion', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 100_000 }),
        (values, units) => {
          const parts = apportion(values, units);
          const total = values.reduce((sum, value) => sum + value, 0);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total === 0 ? 0 : units);
          if (total > 0) parts.forEach((part, index) => expect(Math.abs(part - (values[index]! / total) * units)).toBeLessThan(1 + 1e-6));
        }
      )
    );
  });
  it('gives the unit left over to the largest remainder', () => {
    expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
    expect(apportion([47, 16, 16, 13, 5, 2], 10)).toEqual([5, 2, 2, 1, 0, 0]);
    expect(wholeShares([1, 2])).toEqual([0.333, 0.667]);
    expect(wholeShares([0, 0])).toEqual([0, 0]);
  });
});
