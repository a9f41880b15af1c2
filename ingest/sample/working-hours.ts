import { weekdays, type SampleCalendar } from './calendars.ts';
import { localTime, type Instant } from './instants.ts';

/**
 * A calendar laid over a span: ascending open windows with the open seconds before each. It shares no code with the warehouse's
 * calendars, so the truth file is a second opinion.
 */
export interface WorkingHours {
  name: string;
  zone: string;
  opens: Float64Array;
  closes: Float64Array;
  before: Float64Array;
}

/** Later than every instant of a sample: work that never gets done. */
export const never: Instant = Number.MAX_SAFE_INTEGER;

function windowsOn(calendar: SampleCalendar, date: Temporal.PlainDate): readonly string[] {
  const name = date.toString();
  const special = calendar.special[name];
  if (special) return special;
  if (calendar.holidays.some((holiday) => holiday.date === name)) return [];
  return calendar.hours[weekdays[date.dayOfWeek - 1] ?? 'mon'] ?? [];
}

function instantOf(date: Temporal.PlainDate, zone: string, wall: string): Instant {
  const zoned = wall === '24:00' ? date.add({ days: 1 }).toZonedDateTime(zone) : date.toZonedDateTime({ timeZone: zone, plainTime: wall });
  return zoned.epochMilliseconds / 1000;
}

/** Windows of all local days that touch [from, to]; local wall times become instants by the zone's rules of that day. */
export function workingHours(calendar: SampleCalendar, from: Instant, to: Instant): WorkingHours {
  const opens: number[] = [];
  const closes: number[] = [];
  const last = localTime(to, calendar.zone).toPlainDate();
  let date = localTime(from, calendar.zone).toPlainDate();
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const window of windowsOn(calendar, date)) {
      const [open = '', close = ''] = window.split('-');
      opens.push(instantOf(date, calendar.zone, open));
      closes.push(instantOf(date, calendar.zone, close));
    }
  }
  const before = new Float64Array(opens.length);
  for (let index = 1; index < opens.length; index++)
    before[index] = (before[index - 1] as number) + (closes[index - 1] as number) - (opens[index - 1] as number);
  return { name: calendar.name, zone: calendar.zone, opens: Float64Array.from(opens), closes: Float64Array.from(closes), before };
}

/** Index of the last window that opens at or before the value, by bisection; −1 when none does. */
function lastAtOrBefore(starts: Float64Array, value: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Open seconds from the start of the span to the instant. */
function openSecondsUntil(hours: WorkingHours, at: Instant): number {
  const index = lastAtOrBefore(hours.opens, at);
  if (index < 0) return 0;
  return (hours.before[index] as number) + Math.min(at, hours.closes[index] as number) - (hours.opens[index] as number);
}

export const openSecondsBetween = (hours: WorkingHours, from: Instant, to: Instant): number =>
  openSecondsUntil(hours, to) - openSecondsUntil(hours, from);

/** The instant at which `seconds` of open time have passed since `at`; `never` beyond the span. */
export function afterOpenSeconds(hours: WorkingHours, at: Instant, seconds: number): Instant {
  const wanted = openSecondsUntil(hours, at) + Math.max(1, Math.round(seconds));
  const index = lastAtOrBefore(hours.before, wanted - 1);
  const instant = (hours.opens[index] as number) + wanted - (hours.before[index] as number);
  return instant > (hours.closes[index] as number) ? never : instant;
}

export function isOpen(hours: WorkingHours, at: Instant): boolean {
  const index = lastAtOrBefore(hours.opens, at);
  return index >= 0 && at < (hours.closes[index] as number);
}
