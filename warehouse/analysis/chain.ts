import { openMeter } from '../calendars/open-meter.ts';
import type { OffsetSegment } from '../calendars/offsets.ts';
import type { OpenWindow } from '../calendars/windows.ts';

/** A promise as the chain check sees it: a goal in open seconds, on a calendar. */
export interface Promised {
  /** Seconds of schedule. */
  goal: number;
  windows: readonly OpenWindow[];
}

/** An OLA or UC that underpins an SLA; with several calendars, whichever ends it last counts. */
export interface Link {
  goal: number;
  calendars: readonly (readonly OpenWindow[])[];
}

/** What becomes of a record opened at one instant if every link uses up its whole goal, one after another. Epoch seconds. */
export interface Worst {
  openedAt: number;
  /** When the last link has used up its goal. */
  endsAt: number;
  /** When the SLA's goal is used up. */
  dueAt: number;
  /** SLA goal less what of the SLA's own schedule has passed by the end: below 0 the links together do not fit. */
  slack: number;
}

export const slotSeconds = 900;
const week = 7 * 86_400;
/** So that every date of a year, both changes of clocks and all holidays lie in it, whatever the weekday. */
const weeks = 53;

/** @returns undefined when a calendar is not known far enough */
export const worstCase = (sla: Promised, links: readonly Link[], openedAt: number): Worst | undefined => worstCases(sla, links)(openedAt);

/** The same for one instant after another; cheap as long as they rise. */
export function worstCases(sla: Promised, links: readonly Link[]): (openedAt: number) => Worst | undefined {
  const chain = links.map(({ goal, calendars }) => ({ goal, meters: calendars.map(openMeter) }));
  const [start, end] = [openMeter(sla.windows), openMeter(sla.windows)];
  const known = sla.windows.at(-1)?.to ?? -Infinity;
  return (openedAt) => {
    let at = openedAt;
    for (const { goal, meters } of chain) {
      const ends = meters.map((meter) => meter.add(at, goal));
      if (ends.length === 0 || ends.some((one) => one === undefined)) return undefined;
      at = Math.max(...(ends as number[]));
    }
    const dueAt = start.add(openedAt, sla.goal);
    if (dueAt === undefined || at > known) return undefined;
    return { openedAt, endsAt: at, dueAt, slack: sla.goal - (end.before(at) - start.before(openedAt)) };
  };
}

/** Slots in a row in which the links do not fit. */
export interface FailingStretch {
  /** First of its slots, and the end of its last. */
  from: number;
  to: number;
  worst: Worst;
}

export interface ChainReading {
  /** First slot and end of the reference year, epoch seconds. */
  from: number;
  to: number;
  slots: number;
  /** Slots in which the links do not fit. */
  failing: number;
  /** Least slack of all; the first of equals. */
  worst: Worst;
  /** How many stretches of slots in a row fail, and the first of them. */
  failingStretches: number;
  firstFailing: FailingStretch[];
  /** Least slack by local weekday (0 is Monday) and hour. */
  week: number[][];
}

/**
 * Checks at every quarter of an hour of 53 whole weeks whether the links, one after another and each on its own calendar, fit inside
 * the SLA. Whether they fit is judged in the SLA's own schedule, as a breach is (R8).
 * @param latest epoch seconds; the weeks end with the last one before it from which every promise is known to its end
 * @param offsets of the zone in which weekday and hour are told
 * @returns undefined when the calendars are not known for long enough
 */
export function checkChain(
  sla: Promised,
  links: readonly Link[],
  latest: number,
  offsets: readonly OffsetSegment[],
  shown = 8
): ChainReading | undefined {
  const to = lastKnownEnd(sla, links, latest, offsets);
  if (to === undefined || links.length === 0) return undefined;
  const from = to - weeks * week;
  const readingAt = worstCases(sla, links);
  const readings: Worst[] = [];
  const least = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => Infinity));
  for (let at = from; at < to; at += slotSeconds) {
    const reading = readingAt(at);
    if (!reading) return undefined;
    readings.push(reading);
    const local = at + offsetAt(offsets, at);
    const hours = least[Math.floor(local / 86_400 + 3) % 7]!;
    const hour = Math.floor(local / 3600) % 24;
    hours[hour] = Math.min(hours[hour]!, reading.slack);
  }
  const failing = readings.filter(({ slack }) => slack < 0);
  const stretches = stretchesOf(failing);
  const worst = readings.reduce((low, reading) => (reading.slack < low.slack ? reading : low));
  return {
    from,
    to,
    slots: readings.length,
    failing: failing.length,
    worst,
    failingStretches: stretches.length,
    firstFailing: stretches.slice(0, shown),
    week: least
  };
}

function stretchesOf(failing: readonly Worst[]): FailingStretch[] {
  const stretches: FailingStretch[] = [];
  for (const reading of failing) {
    const last = stretches.at(-1);
    if (last?.to !== reading.openedAt) stretches.push({ from: reading.openedAt, to: reading.openedAt + slotSeconds, worst: reading });
    else {
      last.to += slotSeconds;
      if (reading.slack < last.worst.slack) last.worst = reading;
    }
  }
  return stretches;
}

/** The latest local Monday 00:00 from which a record opened just before is known to its end. */
function lastKnownEnd(sla: Promised, links: readonly Link[], latest: number, offsets: readonly OffsetSegment[]): number | undefined {
  const local = latest + offsetAt(offsets, latest);
  const monday = Math.floor((local / 86_400 + 3) / 7) * week - 3 * 86_400 - offsetAt(offsets, latest);
  for (let back = 0; back < 60; back++) {
    const end = monday - back * week;
    if (worstCase(sla, links, end)) return end;
  }
  return undefined;
}

/** Seconds to add to UTC for local time. */
const offsetAt = (offsets: readonly OffsetSegment[], at: number): number =>
  (offsets.find(({ from, to }) => at >= from && at < to) ?? offsets.at(-1))?.offset ?? 0;
