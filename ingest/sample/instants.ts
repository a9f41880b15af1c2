/** Instants inside the sample are whole seconds since 1970 in UTC; 0 stands for "not yet" and is written as an empty cell. */
export type Instant = number;

export const minute = 60;
export const hour = 3600;
export const day = 86_400;
export const week = 7 * day;

const twoDigits = (value: number) => String(value).padStart(2, '0');
const minutesOfDay = Array.from({ length: 1440 }, (_, value) => `${twoDigits(Math.floor(value / 60))}:${twoDigits(value % 60)}`);
const secondsOfMinute = Array.from({ length: 60 }, (_, value) => `:${twoDigits(value)}`);
const dates = new Map<number, string>();

function dateOf(dayNumber: number): string {
  let date = dates.get(dayNumber);
  if (date === undefined) {
    date = new Date(dayNumber * day * 1000).toISOString().slice(0, 10);
    dates.set(dayNumber, date);
  }
  return date;
}

const timeOf = (secondOfDay: number) => (minutesOfDay[Math.floor(secondOfDay / 60)] as string) + secondsOfMinute[secondOfDay % 60];

/** `2026-03-29 00:30:00`, as a ServiceNow CSV export writes UTC; empty for 0. */
export function spaced(at: Instant): string {
  if (at === 0) return '';
  const dayNumber = Math.floor(at / day);
  return dateOf(dayNumber) + ' ' + timeOf(at - dayNumber * day);
}

/** `2026-03-29T00:30:00Z`; empty for 0. */
export function iso(at: Instant): string {
  if (at === 0) return '';
  const dayNumber = Math.floor(at / day);
  return dateOf(dayNumber) + 'T' + timeOf(at - dayNumber * day) + 'Z';
}

export const parseInstant = (text: string): Instant => Math.floor(Temporal.Instant.from(text).epochMilliseconds / 1000);

/** Wall clock of a zone at an instant. */
export const localTime = (at: Instant, zone: string) => Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);

/** Instants at which a zone changes its clocks, in [from, to). */
export function clockChanges(zone: string, from: Instant, to: Instant): Instant[] {
  const changes: Instant[] = [];
  let cursor = localTime(from, zone).getTimeZoneTransition('next');
  while (cursor && cursor.epochMilliseconds < to * 1000) {
    changes.push(cursor.epochMilliseconds / 1000);
    cursor = cursor.getTimeZoneTransition('next');
  }
  return changes;
}

/** First instants of the months of a zone that touch [from, to], with their names (`2026-03`). */
export function monthStarts(zone: string, from: Instant, to: Instant): { month: string; from: Instant }[] {
  const months: { month: string; from: Instant }[] = [];
  let cursor = localTime(from, zone).with({ day: 1 }).startOfDay();
  while (cursor.epochMilliseconds <= to * 1000) {
    months.push({ month: cursor.toPlainDate().toString().slice(0, 7), from: cursor.epochMilliseconds / 1000 });
    cursor = cursor.add({ months: 1 });
  }
  return months;
}
