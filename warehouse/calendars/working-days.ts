import type { Calendar } from './calendar.ts';
import { offsetSegments } from './offsets.ts';
import { dayNumber, dayWindows } from './windows.ts';

/** A window of a calendar with the working day it belongs to: a local date on which a window begins. */
export interface WorkingDayWindow {
  /** Epoch second at which it opens. */
  from: number;
  /** Ordinal of its date among the working days. */
  day: number;
  /** Local midnight of its date, in seconds as if the zone were UTC. */
  midnight: number;
}

/** A stretch of constant distance from UTC, by local wall time. */
export interface LocalStretch {
  from: number;
  to: number;
  offset: number;
}

/**
 * Windows of all versions of a calendar in `[from, to)` by their beginning, numbered by working day. Where windows of two dates
 * overlap, the later date has the time.
 */
export function workingDayWindows(versions: readonly Calendar[], from: number, to: number): WorkingDayWindow[] {
  const windows = versions.flatMap((version) => dayWindows(version, from, to).filter(({ midnight }) => isValidOn(version, midnight)));
  const dates = [...new Set(windows.map(({ midnight }) => midnight))].sort((a, b) => a - b);
  const ordinal = new Map(dates.map((midnight, index) => [midnight, index]));
  return ownersOf(windows).map(({ at, midnight }) => ({ from: at, day: ordinal.get(midnight)!, midnight }));
}

type DatedWindow = ReturnType<typeof dayWindows>[number];

/** Instants from which on a date has the open time, in order. */
function ownersOf(windows: readonly DatedWindow[]): { at: number; midnight: number }[] {
  const byStart = [...windows].sort((a, b) => a.from - b.from);
  const turns = [...new Set(windows.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const owners: { at: number; midnight: number }[] = [];
  let open: DatedWindow[] = [];
  let next = 0;
  for (const at of turns) {
    open = open.filter(({ to }) => to > at);
    while (byStart[next] && byStart[next]!.from <= at) open.push(byStart[next++]!);
    if (open.length > 0) owners.push({ at, midnight: Math.max(...open.map(({ midnight }) => midnight)) });
  }
  return owners;
}

const isValidOn = ({ validFrom, validTo }: Calendar, midnight: number): boolean =>
  (validFrom === undefined || dayNumber(validFrom) * 86_400 <= midnight) &&
  (validTo === undefined || midnight <= dayNumber(validTo) * 86_400);

/** The distances from UTC that a calendar's versions keep in `[from, to)`, in order; epoch seconds. */
export function localStretches(versions: readonly Calendar[], from: number, to: number): LocalStretch[] {
  return versions
    .flatMap((version) => {
      const { zone, validFrom, validTo } = version;
      return offsetSegments(zone, from, to).map((segment) => clip(segment, zone, validFrom, validTo));
    })
    .filter((segment) => segment.from < segment.to)
    .sort((a, b) => a.from - b.from);
}

function clip(segment: LocalStretch, zone: string, first: string | undefined, last: string | undefined): LocalStretch {
  const midnight = (date: string, days: number): number =>
    Math.floor(Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(zone).epochMilliseconds / 1000);
  return {
    offset: segment.offset,
    from: first === undefined ? segment.from : Math.max(segment.from, midnight(first, 0)),
    to: last === undefined ? segment.to : Math.min(segment.to, midnight(last, 1))
  };
}
