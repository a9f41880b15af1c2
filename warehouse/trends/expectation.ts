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

export interface Expectation {
  mean: number;
  mixture: Mixture;
}

/** Gauss–Hermite nodes and weights for a standard normal variable, five points. */
const hermite = [
  [-2.85697001387, 0.01125741133],
  [-1.35562617997, 0.22207592201],
  [0, 0.53333333333],
  [1.35562617997, 0.22207592201],
  [2.85697001387, 0.01125741133]
] as const;
const leastWeight = 1e-5;

/**
 * What to expect in a window if nothing changed: the predictive distribution, a mixture of negative binomials. Its spread has
 * four parts: swings of the rate inside the window (dispersion), the chance of counting in the baseline, the limited knowledge of
 * the exposure, all three as gamma factors matched by their moments; and swings of the rate inside the baseline, which bend the
 * tail more than a gamma factor would, as a log-normal factor on the mean.
 */
export function predict(weekly: Weekly, weights: readonly number[], window: Window): Expectation {
  const rate = rateOf(weekly);
  const exposure = weekly.exposure.reduce((sum, value) => sum + value, 0);
  const squares = weekly.exposure.reduce((sum, value) => sum + value * value, 0) / exposure ** 2;
  const mean = rate * window.exposure;
  const counting = (1 + 1 / (rate * exposure)) * (1 + window.exposureError);
  const mixture = dispersions.flatMap((each, index) => {
    const dispersion = (1 + each / window.weeks) * counting - 1;
    const variance = Math.log1p(each * squares);
    if (variance < 1e-3) return [{ mean, dispersion, weight: weights[index]! }];
    return hermite.map(([node, weight]) => ({
      mean: mean * Math.exp(node * Math.sqrt(variance) + variance / 2),
      dispersion,
      weight: weights[index]! * weight
    }));
  });
  return { mean, mixture: mixture.filter(({ weight }) => weight > leastWeight) };
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
  let high = observed / Math.max(Math.min(...mixture.map((part) => part.mean)), 1e-12);
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (tail(middle) < 0.025) low = middle;
    else high = middle;
  }
  return low;
}
