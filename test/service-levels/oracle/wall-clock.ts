import type { CalendarEntry } from '#warehouse/service-levels/schema.ts';

/**
 * Open hours by counting: asks the runtime's formatter for the wall time and looks minute by minute (second by second where a boundary
 * is told to the second). Shares no code with the engine or its calendars; only the words of the definitions.
 */
const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const minutesOfDay = 1440;
export const secondsOfDay = 86_400;
/** Nobody waits longer for an opening than this many days. */
const patience = 200;

const formats = new Map<string, Intl.DateTimeFormat>();
const wallDays = new Map<string, Map<number, Int32Array>>();

/** Wall time in minutes since 1970 as the zone's clocks show it. @param minute minutes since 1970 in UTC */
function askWall(zone: string, minute: number): number {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })));
  return Date.parse(`${format.format(minute * 60_000).replace(' ', 'T')}Z`) / 60_000;
}

/** Wall minutes of a day of UTC. Where the clocks show a quarter of an hour more after a quarter, they ran on evenly between. */
function wallDay(zone: string, day: number): Int32Array {
  let days = wallDays.get(zone);
  if (!days) wallDays.set(zone, (days = new Map()));
  const known = days.get(day);
  if (known) return known;
  const minutes = new Int32Array(minutesOfDay);
  let next = askWall(zone, day * minutesOfDay);
  for (let quarter = 0; quarter < minutesOfDay; quarter += 15) {
    const wall = next;
    next = askWall(zone, day * minutesOfDay + quarter + 15);
    for (let more = 0; more < 15; more++)
      minutes[quarter + more] = next - wall === 15 ? wall + more : askWall(zone, day * minutesOfDay + quarter + more);
  }
  days.set(day, minutes);
  return minutes;
}

/** Wall time in seconds since 1970 as the zone's clocks show it at an instant. */
export function wallSecond(zone: string, at: number): number {
  const minute = Math.floor(at / 60);
  const day = Math.floor(minute / minutesOfDay);
  return wallDay(zone, day)[minute - day * minutesOfDay]! * 60 + (at - minute * 60);
}

export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / (secondsOfDay * 1000);
export const dateOf = (day: number): string => new Date(day * secondsOfDay * 1000).toISOString().slice(0, 10);

type Window = [from: number, to: number];
const secondOf = (text: string): number => text.split(':').reduce((sum, part, index) => sum + Number(part) * [3600, 60, 1][index]!, 0);
const windowOf = (text: string): Window => {
  const [from, to] = text.split(/[-–]/).map((part) => secondOf(part.trim())) as Window;
  return [from, to > from ? to : to + secondsOfDay];
};
const parsed = (texts: readonly string[] | undefined): Window[] => (texts ?? []).map(windowOf);
const covers = (windows: readonly Window[] | undefined, second: number): boolean =>
  (windows ?? []).some(([from, to]) => from <= second && second < to);

interface Version {
  zone: string;
  first: number;
  last: number;
  /** Windows that begin on a day, counted from its midnight. */
  windows: (day: number) => readonly Window[];
  breaks: Map<number, Window[]>;
}

function versionOf(calendar: CalendarEntry, zone: string | undefined): Version {
  const days = new Map<number, readonly Window[]>();
  const dated = (texts: Record<string, string[]> | undefined) =>
    new Map(Object.entries(texts ?? {}).map(([date, each]) => [dayOf(date), parsed(each)]));
  const special = dated(calendar.special);
  const free = (calendar.holidays ?? []).flatMap((holiday) =>
    typeof holiday === 'string' ? holiday : 'date' in holiday ? holiday.date : []
  );
  const ask = (day: number): readonly Window[] => {
    const date = dateOf(day);
    if (special.has(day)) return special.get(day)!;
    if (free.includes(date) || free.includes(date.slice(5))) return [];
    if (calendar.hours === 'always') return [[0, secondsOfDay]];
    return parsed(calendar.hours[dayNames[(new Date(day * secondsOfDay * 1000).getUTCDay() + 6) % 7]!]);
  };
  return {
    zone: zone ?? calendar.zone,
    first: calendar.valid_from ? dayOf(calendar.valid_from) : -Infinity,
    last: calendar.valid_to ? dayOf(calendar.valid_to) : Infinity,
    windows: (day) => {
      if (!days.has(day)) days.set(day, ask(day));
      return days.get(day)!;
    },
    breaks: dated(calendar.breaks)
  };
}

interface OpenDay {
  /** Open seconds of each minute of a day of UTC. */
  minutes: Uint8Array;
  sum: number;
}

function isOpenIn({ zone, first, last, windows, breaks }: Version, at: number): boolean {
  const wall = wallSecond(zone, at);
  const day = Math.floor(wall / secondsOfDay);
  const second = wall - day * secondsOfDay;
  if (day < first || day > last) return false;
  if (covers(breaks.get(day), second) || covers(breaks.get(day - 1), second + secondsOfDay)) return false;
  return covers(windows(day), second) || covers(windows(day - 1), second + secondsOfDay);
}

/** When the clocks of a zone first show this; the end of the gap where they never do. */
function instantOf(zone: string, wall: number): number {
  const wanted = Math.floor(wall / 60);
  for (let minute = wanted - minutesOfDay; ; minute++) {
    const shown = Math.floor(wallSecond(zone, minute * 60) / 60);
    if (shown === wanted) return minute * 60 + (wall - wanted * 60);
    if (shown > wanted) return minute * 60;
  }
}

/** The open hours of a calendar, all its versions, each read in its own zone or all in another one. */
export class Hours {
  private readonly versions: Version[];
  readonly hasSeconds: boolean;
  private readonly days = new Map<number, OpenDay>();

  constructor(entries: readonly CalendarEntry[], zone?: string) {
    this.versions = entries.map((entry) => versionOf(entry, zone));
    this.hasSeconds = /\d\d:\d\d:\d\d/.test(JSON.stringify(entries));
  }

  /** Is it open in the second that begins here? */
  isOpen(at: number): boolean {
    return this.versions.some((version) => isOpenIn(version, at));
  }

  /** Does a window begin on this date? */
  isWorkingDay(day: number): boolean {
    return this.versions.some(({ first, last, windows }) => day >= first && day <= last && windows(day).length > 0);
  }

  private minute(minute: number): number {
    if (!this.hasSeconds) return this.isOpen(minute * 60) ? 60 : 0;
    let sum = 0;
    for (let second = 0; second < 60; second++) if (this.isOpen(minute * 60 + second)) sum++;
    return sum;
  }

  private day(day: number): OpenDay {
    const known = this.days.get(day);
    if (known) return known;
    const minutes = new Uint8Array(minutesOfDay).map((_, index) => this.minute(day * minutesOfDay + index));
    const found = { minutes, sum: minutes.reduce((sum, each) => sum + each, 0) };
    this.days.set(day, found);
    return found;
  }

  /** Open seconds in `[from, to)`, counted. */
  between(from: number, to: number): number {
    let sum = 0;
    let at = from;
    while (at < to) {
      const day = Math.floor(at / secondsOfDay);
      if (at === day * secondsOfDay && at + secondsOfDay <= to) {
        sum += this.day(day).sum;
        at += secondsOfDay;
      } else if (at % 60 === 0 && at + 60 <= to) {
        sum += this.day(day).minutes[Math.floor(at / 60) - day * minutesOfDay]!;
        at += 60;
      } else {
        if (this.isOpen(at)) sum++;
        at++;
      }
    }
    return sum;
  }

  /** The first instant by which so many open seconds have passed; undefined when nobody would wait so long. */
  until(from: number, seconds: number): number | undefined {
    let [at, left] = [from, seconds];
    const end = from + patience * secondsOfDay;
    while (left > 0 && at < end) {
      const day = Math.floor(at / secondsOfDay);
      const index = Math.floor(at / 60) - day * minutesOfDay;
      if (at === day * secondsOfDay && this.day(day).sum < left) {
        left -= this.day(day).sum;
        at += secondsOfDay;
      } else if (at % 60 === 0 && this.day(day).minutes[index]! < left) {
        left -= this.day(day).minutes[index]!;
        at += 60;
      } else {
        if (this.isOpen(at)) left--;
        at++;
      }
    }
    return left === 0 ? at : undefined;
  }

  /** The instant itself when it is open then, else the next opening. */
  opening(from: number): number | undefined {
    const after = this.until(from, 1);
    return after === undefined ? undefined : after - 1;
  }

  /**
   * Open seconds from an instant to the same wall time so many working days later (rule 10).
   * @returns undefined when there are not so many working days
   */
  ofWorkingDays(start: number, count: number): number | undefined {
    const opening = this.opening(start);
    if (opening === undefined) return undefined;
    const { zone, windows } = this.versions.find((version) => isOpenIn(version, opening))!;
    const wall = wallSecond(zone, opening);
    const today = Math.floor(wall / secondsOfDay);
    const began = covers(windows(today), wall - today * secondsOfDay) ? today : today - 1;
    let day = began;
    for (let left = count; left > 0;) {
      if (++day > began + patience) return undefined;
      if (this.isWorkingDay(day)) left--;
    }
    const there = this.versions.find(({ first, last, windows: open }) => day >= first && day <= last && open(day).length > 0)!;
    return this.between(opening, instantOf(there.zone, wall + (day - began) * secondsOfDay));
  }
}

/** Seconds of `[from, to)` in which every one, or some, of several hours are open. */
export function openTogether(all: readonly Hours[], from: number, to: number, how: 'every' | 'some'): number {
  const step = all.some(({ hasSeconds }) => hasSeconds) ? 1 : 60;
  let sum = 0;
  for (let at = from; at < to;) {
    const next = Math.min(Math.floor(at / step) * step + step, to);
    if (all[how]((hours) => hours.isOpen(at))) sum += next - at;
    at = next;
  }
  return sum;
}

const single = new WeakMap<CalendarEntry, Hours>();
const hoursOf = (calendar: CalendarEntry): Hours => {
  const known = single.get(calendar) ?? new Hours([calendar]);
  single.set(calendar, known);
  return known;
};

/** Open seconds of one version of a calendar in `[from, to)`, counted. */
export const countOpen = (calendar: CalendarEntry, from: number, to: number): number => hoursOf(calendar).between(from, to);
/** The first instant by which so many open seconds of one version of a calendar have passed. */
export const countUntil = (calendar: CalendarEntry, from: number, seconds: number): number | undefined =>
  hoursOf(calendar).until(from, seconds);
