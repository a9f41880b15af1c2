import { dispersions, rateOf, type Weekly } from './dispersion.ts';
import { quantile, upperTail, type Counts } from './negative-binomial.ts';

export type Mixture = (Counts & { weight: number })[];

export interface Window {
  /** Exposure of the window, in mean weeks of the baseline. */
  exposure: number;
  /** Length in weeks: over how many of them swings of the rate average out. */
  weeks: number;
  /** Squared relative error of the exposure itself. */
  exposureError: number;
}

/**
 * What to expect in a window if nothing changed: the predictive distribution, a mixture of negative binomials. Its spread has
 * three parts, matched by their moments: swings of the rate from week to week (dispersion), the limited knowledge of the
 * baseline rate, and the limited knowledge of the exposure.
 */
export function predict(weekly: Weekly, weights: readonly number[], window: Window): Mixture {
  const rate = rateOf(weekly);
  const exposure = weekly.exposure.reduce((sum, value) => sum + value, 0);
  const squares = weekly.exposure.reduce((sum, value) => sum + value * value, 0) / exposure ** 2;
  const mean = rate * window.exposure;
  return dispersions
    .map((dispersion, index) => {
      const swings = dispersion / window.weeks;
      const baseline = 1 / (rate * exposure) + dispersion * squares;
      return { mean, dispersion: (1 + swings) * (1 + baseline) * (1 + window.exposureError) - 1, weight: weights[index]! };
    })
    .filter((part) => part.weight > 1e-9);
}

/** P(count ≥ observed) under the mixture. */
export const exceedance = (observed: number, mixture: Mixture): number =>
  Math.min(
    1,
    mixture.reduce((sum, part) => sum + part.weight * upperTail(observed, part), 0)
  );

/** Central 95 % of the predictive distribution. */
export const interval = (mixture: Mixture): [low: number, high: number] => [quantile(0.025, mixture), quantile(0.975, mixture)];

/**
 * Lower 95 % bound (one-sided 97.5 %) of observed ÷ expected: the largest factor on the expectation under which as many as
 * observed would still be as rare as 2.5 %. Bisection on the exact tail.
 */
export function ratioLow(observed: number, mixture: Mixture): number {
  const tail = (factor: number): number =>
    exceedance(
      observed,
      mixture.map((part) => ({ ...part, mean: part.mean * factor }))
    );
  let low = 0;
  let high = observed / Math.max(mixture[0]!.mean, 1e-12);
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (tail(middle) < 0.025) low = middle;
    else high = middle;
  }
  return low;
}
