import { exactInterval, type Interval } from './interval.ts';

/** What came of the clocks of a stretch of time under one goal. */
export interface Outcome {
  completed: number;
  breached: number;
  /** Share to be met, 0–1; null where nothing is promised. */
  goal: number | null;
}

/**
 * - `unjudged`: no share is promised
 * - `empty`: no clock completed
 * - `too_few`: the interval of the burn rate holds 1, so that the clocks cannot tell whether the budget is being overspent
 * - `faster`, `within`: the whole interval lies above, or not above, 1
 */
export type BurnVerdict = 'unjudged' | 'empty' | 'too_few' | 'faster' | 'within';

export interface ErrorBudget extends Outcome {
  /** Breaches that the goal allows among as many clocks: (1 − goal) × completed; null without a goal. */
  allowed: number | null;
  /** Allowed less breached; below 0 once overspent. */
  left: number | null;
  /** Observed share of breaches over the allowed share: 1 spends exactly the budget. Null without clocks, a goal, or any allowance. */
  burn: number | null;
  /** Exact binomial interval of the burn rate. */
  interval: Interval | null;
  verdict: BurnVerdict;
}

/**
 * Error budget and burn rate of a stretch of time (as in site reliability engineering), with the exact binomial interval of the burn
 * rate: breaches are taken as independent draws, which is the least that chance alone would do.
 * @param confidence 0–1
 */
export function errorBudget(outcome: Outcome, confidence = 0.95): ErrorBudget {
  const { completed, breached, goal } = outcome;
  const nothing = { ...outcome, allowed: null, left: null, burn: null, interval: null };
  if (goal === null) return { ...nothing, verdict: 'unjudged' };
  const share = allowedShare(goal);
  const allowed = rounded(share * completed);
  const budget = { ...nothing, allowed, left: rounded(allowed - breached) };
  if (completed === 0) return { ...budget, verdict: 'empty' };
  if (share === 0) return { ...budget, verdict: breached > 0 ? 'faster' : 'within' };
  const { low, high } = exactInterval(breached, completed, confidence);
  const interval = { low: low / share, high: high / share };
  return { ...budget, burn: breached / completed / share, interval, verdict: verdictOf(interval) };
}

const verdictOf = ({ low, high }: Interval): BurnVerdict => (low > 1 ? 'faster' : high < 1 ? 'within' : 'too_few');

/** 1 − 0.9 is 0.09999999999999998 in binary; a goal has few decimals. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;
const allowedShare = (goal: number): number => rounded(1 - goal);
