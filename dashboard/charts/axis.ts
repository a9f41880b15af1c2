const minute = 60;
const hour = 3600;
const day = 86_400;
const durations = [
  1,
  5,
  15,
  30,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  day,
  2 * day,
  4 * day,
  7 * day,
  14 * day,
  28 * day,
  56 * day,
  112 * day,
  224 * day
];
const shares = [0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];

/** The smallest round step of a unit that needs at most four of it. */
function stepOf(reach: number, unit: string): number {
  const steps = unit === 'share' ? shares : unit === 'seconds' || unit === 'worked' ? durations : decimals(reach, unit);
  return steps.find((size) => reach / size <= 4) ?? steps.at(-1) ?? 1;
}

function decimals(reach: number, unit: string): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(reach / 4, Number.MIN_VALUE)));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).filter((size) => unit !== 'count' || Number.isInteger(size));
}

/**
 * Ends and steps of a value axis, round in the unit: hours and days for seconds, whole counts, per cents. Shares stay within
 * 0 and 1.
 * @param fromZero bars always; lines of counts and durations too
 */
export function steppedAxis(
  values: readonly (number | null)[],
  unit: string,
  fromZero: boolean
): { min: number; max: number; interval: number } {
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, ...(fromZero || known.length === 0 ? [0] : []));
  const least = Math.min(...known, ...(fromZero || known.length === 0 ? [0] : []));
  const whole = unit === 'count' ? 1 : unit === 'share' ? 0.01 : unit === 'seconds' || unit === 'worked' ? minute : 1e-3;
  const interval = Math.max(stepOf(Math.max(most - least, whole), unit), unit === 'count' ? 1 : 0);
  const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
  const min = tidy(Math.floor(tidy(least / interval)) * interval);
  const max = tidy(Math.max(Math.ceil(tidy(most / interval)) * interval, min + interval));
  if (unit !== 'share') return { min, max, interval };
  const top = Math.min(1, max);
  return { min: Math.max(0, min < top ? min : tidy(top - 4 * interval)), max: top, interval };
}
