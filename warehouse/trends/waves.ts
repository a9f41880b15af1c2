import { upperTail } from './negative-binomial.ts';
import { week, weeksOf, type Stream } from './stream.ts';

/** A family that goes quiet and comes back: what a cause that is only patched looks like. */
export interface Waves {
  count: number;
  /** Median days from the start of one wave to the start of the next. */
  everyDays: number;
  /** Share of the family's incidents that fall into waves. */
  share: number;
}

export const waveRules = {
  /** A week is in a wave when it has this many incidents and would be this rare in a family as steady as its median week. */
  leastCount: 3,
  probability: 0.001,
  /** So many separate waves, holding so much of all incidents, make a family that comes in waves. */
  leastWaves: 3,
  leastShare: 0.5
} as const;

/** Waves of a stream, each a run of unusual weeks; undefined for a stream that does not come in waves. */
export function findWaves({ days }: Stream): Waves | undefined {
  const weeks = weeksOf(days, 0, Math.floor(days.length / week));
  const total = weeks.reduce((sum, count) => sum + count, 0);
  const base = Math.max(median(weeks), (0.1 * total) / weeks.length);
  const isHigh = weeks.map(
    (count) => count >= waveRules.leastCount && upperTail(count, { mean: base, dispersion: 0 }) < waveRules.probability
  );
  const starts: number[] = [];
  let inside = 0;
  weeks.forEach((count, index) => {
    if (!isHigh[index]) return;
    inside += count;
    if (!isHigh[index + 1]) starts.push(firstDay(days, index));
  });
  const share = total > 0 ? inside / total : 0;
  if (starts.length < waveRules.leastWaves || share < waveRules.leastShare) return undefined;
  const gaps = starts.slice(1).map((start, index) => start - starts[index]!);
  return { count: starts.length, everyDays: median(gaps), share };
}

/** Earliest day of a week (counted back) that has an incident. */
function firstDay(days: ArrayLike<number>, index: number): number {
  let day = (index + 1) * week - 1;
  while (!days[day]) day--;
  return day;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
