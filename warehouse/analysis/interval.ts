import { incompleteBeta, incompleteGamma } from '../trends/special-functions.ts';

/** Both ends of an interval. */
export interface Interval {
  low: number;
  high: number;
}

/** Where a rising function passes a value, by bisection to the last bit between the ends. */
function whereReaches(rising: (x: number) => number, wanted: number, low: number, high: number): number {
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < wanted) low = middle;
    else high = middle;
  }
}

/**
 * The exact interval of a binomial share (Clopper and Pearson 1934): it holds the true share at least as often as it says, whatever
 * that share is. Ends are quantiles of beta distributions.
 * @param successes whole number from 0 to `trials`
 * @param trials whole number of at least 1
 * @param confidence 0–1
 * @returns ends from 0 to 1
 */
export function exactInterval(successes: number, trials: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  const quantile = (p: number, a: number, b: number): number => whereReaches((x) => incompleteBeta(x, a, b), p, 0, 1);
  return {
    low: successes === 0 ? 0 : quantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : quantile(1 - tail, successes + 1, trials - successes)
  };
}

/** How many standard deviations to either side of the mean hold `confidence` of a normal distribution: 1.96 for 0.95. */
export const normalReach = (confidence: number): number => whereReaches((x) => incompleteGamma(0.5, (x * x) / 2), confidence, 0, 40);
