/**
 * A family's incidents per local day, counted back from the data instant: index 0 is its day, index 6 closes seven days. Weeks of
 * the tests are blocks of seven such days, so only the data instant's own day can be unfinished.
 */
export interface Stream {
  id: string;
  days: ArrayLike<number>;
}

export const week = 7;

/** Settings of the tests; each is documented where it is used. */
export const rules = {
  /** Length of the baseline: half a year, or less when there is less, but never under `leastBaselineWeeks`. */
  baselineWeeks: 26,
  leastBaselineWeeks: 8,
  /** A stream is tested when it has this many incidents in the tested stretch and its baseline together. */
  leastCount: 5,
  /** Fewer incidents than this in the stretch are never a signal. */
  leastObserved: 3,
  /** False-discovery rates of the one pool of a run. */
  alert: 0.05,
  watch: 0.2,
  /** Least lower bound of observed ÷ expected. */
  leastRatio: 1.2
} as const;

export interface Test {
  kind: 'level' | 'burst' | 'drift';
  /** Stretches up to the data instant, in days; the most surprising one speaks, corrected for having looked at all. */
  stretches: readonly number[];
  /** Days next to the data instant that the baseline leaves out, so that what is tested does not raise its own bar. */
  guardDays: number;
}

/** Level shift: the last two weeks. Burst: a sharp rise within four weeks. Drift: a quarter against the half year before. */
export const tests: readonly Test[] = [
  { kind: 'level', stretches: [14], guardDays: 28 },
  { kind: 'burst', stretches: [1, 3, 7, 28], guardDays: 28 },
  { kind: 'drift', stretches: [91], guardDays: 91 }
];

/** Days of which the tests take notice at most. */
export const reach = Math.max(...tests.map(({ guardDays }) => guardDays)) + rules.baselineWeeks * week;

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
