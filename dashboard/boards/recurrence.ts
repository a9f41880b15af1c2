import { atMost } from '#dashboard/charts/limits.ts';
import { numberOf, type Row } from '#dashboard/charts/table.ts';
import { count, plural } from '#dashboard/format.ts';

/** Whether the end of a problem kept its incidents away. */
export type RecurrenceVerdict = 'kept' | 'not kept' | 'not clear' | 'too early';

export interface RecurrenceCounts {
  /** Incidents of the family in the days before. */
  before: number;
  after: number;
  /** Days after that the data know of. */
  days: number;
}

const daysBefore = 90;
/** Days after which a verdict is given. */
const leastDays = 28;
const chance = 0.05;

export const recurrenceMeaning =
  'Kept: fewer incidents since, by more than luck would explain in nineteen of twenty cases. Not kept: as many as before or more. Not clear: fewer, but so few either way that it may be luck. Too early: less than 28 days known.';

/** Incidents a day after the problem was resolved, over those a day before; null where there were none, or too few days are known. */
export const recurrenceRatio = ({ before, after, days }: RecurrenceCounts): number | null =>
  before > 0 && days >= leastDays ? after / days / (before / daysBefore) : null;

/**
 * Did it last? One-sided conditional test of two Poisson rates: had nothing changed, each incident would have come after with probability
 * days / (90 + days) (Przyborowski and Wilenski 1940).
 */
export function recurrenceVerdict(counts: RecurrenceCounts): RecurrenceVerdict {
  const { before, after, days } = counts;
  if (days < leastDays) return 'too early';
  const ratio = recurrenceRatio(counts);
  if (ratio === null) return after > 0 ? 'not kept' : 'not clear';
  if (ratio >= 1) return 'not kept';
  return atMost(after, days / (daysBefore + days), before + after) <= chance ? 'kept' : 'not clear';
}

/** What calls for work first. */
const verdicts: readonly RecurrenceVerdict[] = ['not kept', 'not clear', 'too early', 'kept'];

/** A row of the table `recurrences` with the ratio of its rates and the verdict. */
export function recurrenceReading(row: Row): Row & { verdict: RecurrenceVerdict } {
  const counts = { before: numberOf(row.before_count) ?? 0, after: numberOf(row.after_count) ?? 0, days: numberOf(row.after_days) ?? 0 };
  return { ...row, ratio: recurrenceRatio(counts), verdict: recurrenceVerdict(counts) };
}

/** In the order of the verdicts; within each as they came. */
export const worstFirst = <R extends { verdict: RecurrenceVerdict }>(rows: readonly R[]): R[] =>
  rows.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));

/** `Of 139 families whose problem was resolved: 20 not kept, 60 not clear, 25 too early, 34 kept.` */
export function tellVerdicts(rows: readonly { verdict?: unknown }[]): string {
  const parts = verdicts.map((one) => `${count(rows.filter(({ verdict }) => verdict === one).length)} ${one}`);
  return `Of ${plural(rows.length, 'family', 'families')} whose problem was resolved: ${parts.join(', ')}.`;
}
