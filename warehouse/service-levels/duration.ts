const unitSeconds: Record<string, number> = { s: 1, m: 60, min: 60, h: 3600, d: 86_400 };
const part = /(\d+(?:\.\d+)?)\s*(min|[smhd])/g;
const whole = /^\s*(?:\d+(?:\.\d+)?\s*(?:min|[smhd])\s*)+$/;

/**
 * `4h`, `90m`, `1h 30m`, `0.5h`, `2d` as whole seconds of schedule; a day is 24 hours of schedule, never a working day.
 * @returns undefined when a unit is missing, or the sum is no whole number of seconds above 0
 */
export function parseDuration(text: string): number | undefined {
  if (!whole.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(part)) seconds += Number(amount) * unitSeconds[unit as string]!;
  return Number.isInteger(seconds) && seconds > 0 ? seconds : undefined;
}

/** True when a duration speaks of days, whose meaning must be said (R6). */
export const speaksOfDays = (text: string): boolean => /\d\s*d/.test(text);

/** `1d`, `5d` as whole working days; undefined for anything else: half a working day has no end that all agree on. */
export function parseDays(text: string): number | undefined {
  const days = Number(/^\s*(\d+)\s*d\s*$/.exec(text)?.[1]);
  return days > 0 ? days : undefined;
}
