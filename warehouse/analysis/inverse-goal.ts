import { productLimit, shareWithin, survivalQuantile, type Lasting } from './survival.ts';

/** Which goal could have been promised, by clocks of which some are still open. */
export interface InverseGoal {
  /** Share to be kept, 0–1. */
  share: number;
  clocks: number;
  /** Of them still open: they had lasted so long, and nobody knows how much longer. */
  open: number;
  /** Goal in seconds of the clocks' own time that the share would have kept; null when too many are still open. */
  seconds: number | null;
  low: number | null;
  high: number | null;
  /** `too_few`: the interval has no upper end. */
  verdict: 'empty' | 'too_few' | 'known';
  /** Share that stops within the goal in force, open clocks reckoned with; null without one. */
  withinGoal: number | null;
}

/**
 * The quantile of the time that clocks take, open ones right-censored, with its interval (see `survivalQuantile`).
 * @param rows elapsed seconds of clocks of one target and priority
 * @param goal the goal in force, seconds
 */
export function inverseGoal(rows: readonly Lasting[], share: number, goal: number | null, confidence = 0.95): InverseGoal {
  const steps = productLimit(rows);
  const clocks = rows.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  const open = rows.reduce((sum, { censored }) => sum + censored, 0);
  const quantile = survivalQuantile(steps, share, confidence);
  return {
    share,
    clocks,
    open,
    ...quantile,
    verdict: clocks === 0 ? 'empty' : quantile.seconds === null || quantile.high === null ? 'too_few' : 'known',
    withinGoal: goal === null || clocks === 0 ? null : shareWithin(steps, goal)
  };
}
