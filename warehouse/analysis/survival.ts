import { normalReach, type Interval } from './interval.ts';

/** How many clocks stopped at this time, and of how many nothing more is known than that they had lasted so long. */
export interface Lasting {
  seconds: number;
  ended: number;
  censored: number;
}

/** The product-limit estimate just after a time at which clocks stopped. */
export interface SurvivalStep {
  seconds: number;
  /** Clocks not yet stopped just before. */
  atRisk: number;
  ended: number;
  /** Share of clocks that last longer than this. */
  survival: number;
  /** Greenwood's sum Σ d / (n (n − d)): the variance of the logarithm of the share. */
  variance: number;
}

/**
 * Share of clocks that last longer than each time, when some are still open (Kaplan and Meier 1958). A clock that is open at a time
 * counts as at risk up to and including that time.
 * @param rows in any order; several rows may have the same time
 * @returns one step per time at which a clock stopped, in order
 */
export function productLimit(rows: readonly Lasting[]): SurvivalStep[] {
  const ordered = byTime(rows);
  let atRisk = ordered.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  let survival = 1;
  let variance = 0;
  const steps: SurvivalStep[] = [];
  for (const { seconds, ended, censored } of ordered) {
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      variance += ended === atRisk ? Infinity : ended / (atRisk * (atRisk - ended));
      steps.push({ seconds, atRisk, ended, survival: ended === atRisk ? 0 : survival, variance });
    }
    atRisk -= ended + censored;
  }
  return steps;
}

function byTime(rows: readonly Lasting[]): Lasting[] {
  const merged = new Map<number, Lasting>();
  for (const { seconds, ended, censored } of rows) {
    const known = merged.get(seconds);
    merged.set(seconds, { seconds, ended: ended + (known?.ended ?? 0), censored: censored + (known?.censored ?? 0) });
  }
  return [...merged.values()].sort((a, b) => a.seconds - b.seconds);
}

export interface SurvivalQuantile {
  /** The earliest time by which `share` of the clocks have stopped; null when so many are not seen to stop. */
  seconds: number | null;
  low: number | null;
  /** Null when the data set no upper end: too few to tell. */
  high: number | null;
}

/**
 * Quantile of the time that clocks last, with the interval of Brookmeyer and Crowley (1982) on the complementary log-log scale: the
 * times at which the pointwise interval of the share holds 1 − `share`.
 * @param steps of `productLimit`
 * @param share 0–1: 0.95 asks by when 95 % have stopped
 */
export function survivalQuantile(steps: readonly SurvivalStep[], share: number, confidence = 0.95): SurvivalQuantile {
  const reach = normalReach(confidence);
  const rest = 1 - share + 1e-12;
  const first = (isThere: (step: SurvivalStep) => boolean): number | null => steps.find(isThere)?.seconds ?? null;
  return {
    seconds: first(({ survival }) => survival <= rest),
    low: first((step) => band(step, reach).low <= rest),
    high: first((step) => band(step, reach).high <= rest)
  };
}

/** Pointwise interval of the share by log(−log): S to the power exp(± z √variance / |log S|). After the last clock nothing bounds it from above. */
export function band({ survival, variance }: SurvivalStep, reach: number): Interval {
  if (survival <= 0) return { low: 0, high: 1 };
  const spread = (reach * Math.sqrt(variance)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(spread), high: survival ** Math.exp(-spread) };
}

/** Share of clocks that stop within a time, by the last step not after it. */
export const shareWithin = (steps: readonly SurvivalStep[], seconds: number): number =>
  1 - (steps.findLast((step) => step.seconds <= seconds)?.survival ?? 1);
