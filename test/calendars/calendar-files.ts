import { alwaysOpen, everyDay, type Calendar, type DayWindow } from '#warehouse/calendars/calendar.ts';

export const hour = 3600;
/** A window of whole or fractional hours. */
export const hours = (from: number, to: number): DayWindow => ({ from: from * hour, to: to * hour });

/** Monday to Friday with the given windows, closed at weekends. */
export function weekdays(zone: string, windows: DayWindow[], more: Partial<Calendar> = {}): Calendar {
  const week = everyDay(windows).map((day, index) => (index < 5 ? day : []));
  return { ...alwaysOpen, name: `weekdays in ${zone}`, zone, week, ...more };
}

/** Epoch seconds of a local date and time in a zone, or of an ISO instant with offset. */
export function at(text: string, zone = 'UTC'): number {
  const iso = text.replace(' ', 'T');
  if (/(Z|[+-]\d{2}:\d{2})$/.test(iso)) return Date.parse(iso) / 1000;
  return Temporal.PlainDateTime.from(iso).toZonedDateTime(zone).epochMilliseconds / 1000;
}
