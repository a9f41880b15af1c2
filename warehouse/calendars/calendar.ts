import type { ClosureRule } from './closures.ts';

/** Seconds of a local day, 0–86,400; `to` may pass 86,400 when a window crosses midnight. Half open: `[from, to)`. */
export interface DayWindow {
  from: number;
  to: number;
}

export interface Holiday {
  /** `YYYY-MM-DD`, or `MM-DD` for every year. */
  date: string;
  name: string;
}

/**
 * One version of a calendar. Windows are local wall time of the zone, and a window belongs to the date it begins on: a holiday
 * takes away the windows that begin on that date, whole. Special hours of a date replace its weekly ones and beat a holiday.
 * A break cuts its wall time out of whatever is open then.
 */
export interface Calendar {
  name: string;
  version: number;
  /** IANA zone. */
  zone: string;
  /** First and last local date on which this version counts, both inclusive. */
  validFrom?: string;
  validTo?: string;
  /** Seven lists of windows, Monday first. */
  week: readonly (readonly DayWindow[])[];
  holidays: readonly Holiday[];
  special: Readonly<Record<string, readonly DayWindow[]>>;
  breaks: Readonly<Record<string, readonly DayWindow[]>>;
  /** Holidays by name and events of iCalendar files, told year by year. */
  closures?: ClosureRule;
}

const secondsOfDay = 86_400;
const allDay: DayWindow = { from: 0, to: secondsOfDay };

export const everyDay = (windows: readonly DayWindow[]): DayWindow[][] => Array.from({ length: 7 }, () => [...windows]);

/** The calendar that is meant when none is named: open every second, in UTC. */
export const alwaysOpen: Calendar = {
  name: '24x7',
  version: 1,
  zone: 'UTC',
  week: everyDay([allDay]),
  holidays: [],
  special: {},
  breaks: {}
};

const isWholeDay = (windows: readonly DayWindow[]) => windows.some(({ from, to }) => from === 0 && to === secondsOfDay);

/** True when no second is ever closed. */
export function isAlwaysOpen(calendar: Calendar): boolean {
  const exceptions = [calendar.holidays, Object.keys(calendar.special), Object.keys(calendar.breaks)];
  return calendar.closures === undefined && calendar.week.every(isWholeDay) && exceptions.every((list) => list.length === 0);
}

const clockTime = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** `HH:MM` or `HH:MM:SS` as seconds of the day, `24:00` being its end; undefined when it is no time of day. */
export function parseTimeOfDay(text: string): number | undefined {
  const found = clockTime.exec(text.trim());
  if (!found) return undefined;
  const [hours, minutes, seconds] = [found[1], found[2], found[3] ?? '0'].map(Number) as [number, number, number];
  const total = hours * 3600 + minutes * 60 + seconds;
  return minutes < 60 && seconds < 60 && total <= secondsOfDay ? total : undefined;
}

/**
 * `09:00-17:00` as a window. An end at or before its start lies on the next day (`22:00-06:00`).
 * @returns undefined when the text is no window; equal ends are none, since they could mean nothing or a whole day
 */
export function parseDayWindow(text: string): DayWindow | undefined {
  const parts = text.split(/[-–]/);
  const [from, to] = parts.map(parseTimeOfDay);
  if (parts.length !== 2 || from === undefined || to === undefined || from === to || from === secondsOfDay) return undefined;
  return { from, to: to > from ? to : to + secondsOfDay };
}

/** A window as it is written: `09:00-17:00`, over midnight `22:00-06:00`. */
export const windowWords = ({ from, to }: DayWindow): string =>
  `${timeWords(from)}-${timeWords(to > secondsOfDay ? to - secondsOfDay : to)}`;

function timeWords(seconds: number): string {
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0'));
  return parts.slice(0, seconds % 60 === 0 ? 2 : 3).join(':');
}
