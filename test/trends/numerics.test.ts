import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qValues } from '#warehouse/trends/false-discovery.ts';
import { logMass, quantile, upperTail } from '#warehouse/trends/negative-binomial.ts';
import { incompleteBeta, incompleteGamma, logGamma } from '#warehouse/trends/special-functions.ts';

const close = (value: number, expected: number, digits = 1e-12): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * digits);

describe('special functions against mpmath', () => {
  it.each([
    [0.5, 0.5723649429247001],
    [1e-3, 6.907178885383854],
    [10, 12.801827480081469],
    [100.25, 360.28455963776423],
    [1e6, 12815504.569147611]
  ])('logGamma(%d)', (x, expected) => close(logGamma(x), expected));

  it.each([
    [0.5, 2, 3, 0.6875],
    [0.01, 50, 0.3, 2.17222056653501e-102],
    [0.2, 5, 5, 0.019581440000000003],
    [0.9, 40, 2.5, 0.126835814512099]
  ])('incompleteBeta(%d, %d, %d)', (x, a, b, expected) => close(incompleteBeta(x, a, b), expected, 1e-9));

  it.each([
    [5, 10, 0.970747311923039],
    [42, 15, 8.26757214605602e-9],
    [0.5, 0.1, 0.345279153981423]
  ])('incompleteGamma(%d, %d)', (a, x, expected) => close(incompleteGamma(a, x), expected, 1e-9));
});

describe('negative binomial', () => {
  it.each([
    [12, 3.3, 0.4, 0.0136915930825202],
    [90, 40, 0.1, 0.00266984298316909],
    [25, 10, 0, 4.69493814267997e-5],
    [2300, 2000, 0.002, 0.00195703752433304]
  ])('P(Y ≥ %d | mean %d, dispersion %d)', (y, mean, dispersion, expected) => close(upperTail(y, { mean, dispersion }), expected, 1e-8));

  it('has tails that are sums of its masses', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.05, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (y, mean, dispersion) => {
          let below = 0;
          for (let k = 0; k < y; k++) below += Math.exp(logMass(k, { mean, dispersion }));
          expect(Math.abs(1 - below - upperTail(y, { mean, dispersion }))).toBeLessThan(1e-9);
        }
      )
    );
  });

  it('has quantiles where the tail passes the share, small or large', () => {
    for (const mean of [0.3, 4, 80, 900])
      for (const dispersion of [0, 0.1, 1]) {
        const mixture = [{ mean, dispersion, weight: 1 }];
        const high = quantile(0.975, mixture);
        expect(upperTail(high + 1, mixture[0]!)).toBeLessThanOrEqual(0.025 + 1e-9);
        if (high > 0) expect(upperTail(high, mixture[0]!)).toBeGreaterThan(0.025);
      }
  });
});

describe('qValues', () => {
  it('follows Benjamini and Hochberg 1995', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const q = qValues(p);
    expect(q.filter((value) => value <= 0.05)).toHaveLength(4);
    close(q[3]!, 0.035625);
    close(q[14]!, 1);
  });

  it('is the same in any order and equal for equals', () => {
    expect(qValues([0.04, 0.01, 0.04])).toEqual([0.04, 0.03, 0.04]);
    expect(qValues([])).toEqual([]);
  });
});
