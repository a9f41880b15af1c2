import { berlinHolidays, newYorkHolidays, singaporeHolidays, type Holiday } from './holidays.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Working hours of a place: local wall time, `09:00-17:00`; `24:00` ends a day. The same object is written to `calendars.yaml`. */
export interface SampleCalendar {
  name: string;
  zone: string;
  hours: Partial<Record<Weekday, string[]>>;
  holidays: Holiday[];
  /** Dates with hours of their own; an empty list is a day off. */
  special: Record<string, string[]>;
}

const onDays = (days: readonly Weekday[], windows: string[]) => Object.fromEntries(days.map((name) => [name, windows]));
const officeDays = weekdays.slice(0, 5);

export const berlinOffice: SampleCalendar = {
  name: 'berlin-office',
  zone: 'Europe/Berlin',
  hours: { ...onDays(officeDays.slice(0, 4), ['08:00-17:30']), fri: ['08:00-16:00'] },
  holidays: berlinHolidays,
  special: { '2025-12-24': ['08:00-12:00'], '2025-12-31': ['08:00-12:00'], '2026-12-24': ['08:00-12:00'], '2026-12-31': ['08:00-12:00'] }
};

export const newYorkOffice: SampleCalendar = {
  name: 'newyork-office',
  zone: 'America/New_York',
  hours: onDays(officeDays, ['09:00-17:30']),
  holidays: newYorkHolidays,
  special: { '2025-11-28': ['09:00-13:00'], '2025-12-24': ['09:00-13:00'], '2026-11-27': ['09:00-13:00'], '2026-12-24': ['09:00-13:00'] }
};

export const singaporeOffice: SampleCalendar = {
  name: 'singapore-office',
  zone: 'Asia/Singapore',
  hours: onDays(officeDays, ['09:00-12:30', '13:30-18:00']),
  holidays: singaporeHolidays,
  special: { '2026-02-16': ['09:00-12:30'] }
};

export const alwaysOpen: SampleCalendar = {
  name: 'follow-the-sun',
  zone: 'UTC',
  hours: onDays(weekdays, ['00:00-24:00']),
  holidays: [],
  special: {}
};

export const supplierHours: SampleCalendar = {
  name: 'supplier-hours',
  zone: 'Europe/Berlin',
  hours: { ...onDays(officeDays, ['07:00-19:00']), sat: ['08:00-13:00'] },
  holidays: berlinHolidays,
  special: {}
};

export const sampleCalendars = [berlinOffice, newYorkOffice, singaporeOffice, alwaysOpen, supplierHours];
