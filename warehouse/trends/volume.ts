import { countDays, week, weeksOf, type Stream } from './stream.ts';

/**
 * All incidents per day with the excesses of single streams cut off, so that one family's burst does not raise what is expected
 * of all others. A stream's week counts up to the larger of 3, and m + 3 √m, where m is its mean scaled by that week's total: when
 * everything grows alike nothing is cut.
 * @param all every incident per day, including those of no stream
 */
export function calmVolume(streams: readonly Stream[], all: ArrayLike<number>, days: number): Float64Array {
  const calm = Float64Array.from({ length: days }, (_, day) => all[day] ?? 0);
  const weeks = Math.floor(days / week);
  const totals = weeksOf(calm, 0, weeks);
  const usual = totals.reduce((sum, total) => sum + total, 0) / weeks;
  for (const { days: counts } of streams) {
    const mean = countDays(counts, 0, weeks * week) / weeks;
    for (let index = 0; index < weeks; index++) {
      const scaled = (mean * totals[index]!) / usual;
      const most = Math.max(3, scaled + 3 * Math.sqrt(scaled));
      const sum = countDays(counts, index * week, (index + 1) * week);
      if (sum <= most) continue;
      for (let day = index * week; day < (index + 1) * week; day++) calm[day]! -= (counts[day] ?? 0) * (1 - most / sum);
    }
  }
  return calm;
}

/**
 * Share of a week that falls on each day (index = days back modulo 7), from days `from` to `to`. With a prior, the shares are
 * shrunk towards it as if 14 incidents had followed it.
 */
export function weekdayShares(days: ArrayLike<number>, from: number, to: number, prior?: readonly number[]): number[] {
  const sums = Array.from({ length: week }, (_, index) => (prior ? prior[index]! * 14 : 1e-9));
  for (let day = from; day < to; day++) sums[day % week]! += days[day] ?? 0;
  const all = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((sum) => sum / all);
}
