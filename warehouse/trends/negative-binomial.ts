import { incompleteBeta, incompleteGamma, logGamma } from './special-functions.ts';

/**
 * Counts with mean `mean` and variance mean + dispersion · mean² (the NB2 form); dispersion 0 is Poisson.
 */
export interface Counts {
  mean: number;
  dispersion: number;
}

/** Below this the size 1/dispersion exceeds a million and Poisson differs by less than the rounding. */
const poisson = 1e-6;

/** log P(Y = y). */
export function logMass(y: number, { mean, dispersion }: Counts): number {
  if (mean <= 0) return y === 0 ? 0 : -Infinity;
  if (dispersion < poisson) return y * Math.log(mean) - mean - logGamma(y + 1);
  const size = 1 / dispersion;
  const scaled = mean * dispersion;
  return logGamma(y + size) - logGamma(size) - logGamma(y + 1) - size * Math.log1p(scaled) + y * Math.log(scaled / (1 + scaled));
}

/** P(Y ≥ y), exact in the tail: I_{m/(m+r)}(y, r) with r = 1/dispersion; for Poisson the incomplete gamma function. */
export function upperTail(y: number, { mean, dispersion }: Counts): number {
  if (y <= 0) return 1;
  if (mean <= 0) return 0;
  if (dispersion < poisson) return incompleteGamma(y, mean);
  const size = 1 / dispersion;
  return incompleteBeta(mean / (mean + size), y, size);
}

type Part = Counts & { weight: number };

/** Least y with P(Y ≤ y) ≥ share, for a mixture of counts with weights that add up to 1. */
export function quantile(share: number, mixture: readonly Part[]): number {
  return mixture.every(({ mean }) => mean <= 500) ? climb(share, mixture) : bisect(share, mixture);
}

/** Adds up masses from 0 on, each from the one before: P(y + 1) = P(y) · (y + r)/(y + 1) · m/(m + r). */
function climb(share: number, mixture: readonly Part[]): number {
  const masses = mixture.map((part) => part.weight * Math.exp(logMass(0, part)));
  const most = mixture.reduce((sum, { weight }) => sum + weight, 0) * share;
  let below = 0;
  for (let y = 0; ; y++) {
    for (const mass of masses) below += mass;
    if (below >= most || y > 100_000) return y;
    mixture.forEach(({ mean, dispersion }, index) => {
      masses[index]! *= ((1 + dispersion * y) * mean) / ((y + 1) * (1 + dispersion * mean));
    });
  }
}

function bisect(share: number, mixture: readonly Part[]): number {
  const above = (y: number): number => mixture.reduce((sum, part) => sum + part.weight * upperTail(y + 1, part), 0);
  let least = -1;
  let most = Math.max(...mixture.map((part) => Math.ceil(part.mean * 2)));
  while (1 - above(most) < share) most *= 2;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (1 - above(middle) >= share) most = middle;
    else least = middle;
  }
  return most;
}
