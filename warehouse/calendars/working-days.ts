import type { Calendar } from './calendar.ts';
import { offsetSegments } from './offsets.ts';
import { dayNumber, dayWindows } from './windows.ts';

/** A stretch of open time with the date that it is counted from. */
export interface DatedOpening {
  /** Epoch second from which the date has the open time. */
  from: number;
  /** Number of the last working day up to the date; -1 before the first. */
  day: number;
  /** Local midnight of the date, in seconds as if the zone were UTC. */
  midnight: number;
}

/** Working days of a calendar: local dates on which a window begins and a version is valid. */
export interface WorkingDays {
  /** Local midnights in order, in seconds as if the zone were UTC; the place in the list is the day's number. */
  days: number[];
  openings: DatedOpening[];
}

/** A stretch of constant distance from UTC, by local wall time. */
export interface LocalStretch {
  from: number;
  to: number;
  offset: number;
}

/**
 * The working days of all versions of a calendar in `[from, to)`, and which date an open instant belongs to: the one on which its
 * window began; where windows of two dates overlap, the later date.
 */
export function workingDays(versions: readonly Calendar[], from: number, to: number): WorkingDays {
  const dated = versions.map((version) => ({ version, windows: dayWindows(version, from, to) }));
  const valid = dated.flatMap(({ version, windows }) => windows.map(({ midnight }) => midnight).filter((each) => isValidOn(version, each)));
  const days = [...new Set(valid)].sort((a, b) => a - b);
  let day = -1;
  const openings = ownersOf(dated.flatMap(({ windows }) => windows)).map(({ at, midnight }) => {
    while (days[day + 1] !== undefined && days[day + 1]! <= midnight) day++;
    while (day >= 0 && days[day]! > midnight) day--;
    return { from: at, day, midnight };
  });
  return { days, openings };
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
