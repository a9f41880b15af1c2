/**
 * A family's incidents per day, counted back from the data instant: index 0 is the latest 24 hours, index 6 closes the latest
 * seven days. Every block is whole, so no unfinished week needs correcting.
 */
export interface Stream {
  id: string;
  days: ArrayLike<number>;
}

export const week = 7;

/** Settings of the tests; each is documented where it is used. */
export const rules = {
  /** Days next to the data instant that the baseline leaves out, so that what is tested does not raise its own bar. */
  guardDays: 28,
  /** Length of the baseline: half a year, or less when there is less, but never under `leastBaselineWeeks`. */
  baselineWeeks: 26,
  leastBaselineWeeks: 8,
  /** A stream is tested when it has this many incidents in guard and baseline together. */
  leastCount: 5,
  /** Level shift: the last two weeks. */
  levelDays: 14,
  /** Burst: the strongest of these stretches, corrected for having looked at all of them. */
  burstDays: [1, 3, 7, 28],
  /** Fewer incidents than this in the stretch are never a signal. */
  leastObserved: 3,
  /** False-discovery rates of the one pool of a run. */
  alert: 0.05,
  watch: 0.2,
  /** Least lower bound of observed ÷ expected. */
  leastRatio: 1.2
} as const;

/** Incidents in days `from` (included) to `to` (excluded). */
export function countDays(days: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day < to && day < days.length; day++) sum += days[day]!;
  return sum;
}

/** Counts of whole weeks, from day `from` back; the rest of days that fill no week is left out. */
export function weeksOf(days: ArrayLike<number>, from: number, weeks: number): number[] {
  return Array.from({ length: weeks }, (_, index) => countDays(days, from + index * week, from + (index + 1) * week));
}
