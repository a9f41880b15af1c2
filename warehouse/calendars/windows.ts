import type { Calendar, DayWindow } from './calendar.ts';
import { breaksOn, isHoliday } from './closures.ts';
import { offsetSegments, type OffsetSegment } from './offsets.ts';

/** A stretch of open time in epoch seconds, `[from, to)`, with the open seconds of all windows before it. */
export interface OpenWindow {
  from: number;
  to: number;
  before: number;
}

type Span = { from: number; to: number };

const secondsOfDay = 86_400;

/**
 * The open windows of a calendar in `[from, to)`, in order, merged where they touch. An instant is open when its local wall time
 * lies in a window, so a window over an hour that is skipped is shorter, and one over an hour that comes twice is longer.
 * @param versions versions of one calendar; each counts on its own dates
 * @param from epoch seconds
 * @param to epoch seconds, exclusive
 */
export function openWindows(versions: readonly Calendar[], from: number, to: number): OpenWindow[] {
  return cumulate(merge(versions.flatMap((version) => spansOf(version, from, to))));
}

/** Windows of one version in `[from, to)`, each by itself, with the local midnight (as if UTC) of the date it begins on. */
export function dayWindows(calendar: Calendar, from: number, to: number): (Span & { midnight: number })[] {
  return offsetSegments(calendar.zone, from, to).flatMap((segment) => windowsOfSegment(calendar, segment));
}

/** Windows in which at least `least` of the calendars are open, in order. */
export function commonWindows(calendars: readonly (readonly OpenWindow[])[], least: number): OpenWindow[] {
  const turns = calendars
    .flatMap((windows) =>
      windows.flatMap(({ from, to }) => [
        { at: from, by: 1 },
        { at: to, by: -1 }
      ])
    )
    .sort((a, b) => a.at - b.at);
  const spans: Span[] = [];
  let open = 0;
  for (const [index, { at, by }] of turns.entries()) {
    open += by;
    const until = turns[index + 1]?.at ?? at;
    if (open >= least && until > at) spans.push({ from: at, to: until });
  }
  return cumulate(merge(spans));
}

function spansOf(calendar: Calendar, from: number, to: number): Span[] {
  return offsetSegments(calendar.zone, from, to).flatMap((segment) => spansOfSegment(calendar, segment));
}

/** Local wall time is counted in seconds as if the zone were UTC; within one offset it differs from the instant by a constant. */
const spansOfSegment = (calendar: Calendar, segment: OffsetSegment): Span[] =>
  windowsOfSegment(calendar, segment).map(({ from, to }) => ({ from, to }));

function windowsOfSegment(calendar: Calendar, { from, to, offset }: OffsetSegment): (Span & { midnight: number })[] {
  const valid = validity(calendar);
  const local = { from: Math.max(from + offset, valid.from), to: Math.min(to + offset, valid.to) };
  const spans: (Span & { midnight: number })[] = [];
  for (let day = Math.floor(local.from / secondsOfDay) - 1; day * secondsOfDay < local.to; day++)
    for (const open of daySpans(calendar, day)) {
      const clipped = clip(open, local);
      if (clipped) spans.push({ from: clipped.from - offset, to: clipped.to - offset, midnight: day * secondsOfDay });
    }
  return spans;
}

function validity({ validFrom, validTo }: Calendar): Span {
  return {
    from: validFrom ? dayNumber(validFrom) * secondsOfDay : -Infinity,
    to: validTo ? (dayNumber(validTo) + 1) * secondsOfDay : Infinity
  };
}

/** Open local spans that begin on a day, breaks cut out; breaks of the next day reach into a window over midnight. */
function daySpans(calendar: Calendar, day: number): Span[] {
  const shift = ({ from, to }: DayWindow, start: number): Span => ({ from: start + from, to: start + to });
  const open = windowsOfDay(calendar, day).map((window) => shift(window, day * secondsOfDay));
  const breaks = [day - 1, day, day + 1].flatMap((date) =>
    breaksOn(calendar, dateText(date)).map((window) => shift(window, date * secondsOfDay))
  );
  return breaks.reduce((spans, cut) => spans.flatMap((span) => without(span, cut)), open);
}

function windowsOfDay(calendar: Calendar, day: number): readonly DayWindow[] {
  const date = dateText(day);
  const special = calendar.special[date];
  if (special) return special;
  if (isHoliday(calendar, date)) return [];
  return calendar.week[(((day + 3) % 7) + 7) % 7] ?? [];
}

/** Days since 1970-01-01, a Thursday. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / (secondsOfDay * 1000);
export const dateText = (day: number): string => new Date(day * secondsOfDay * 1000).toISOString().slice(0, 10);

const clip = (span: Span, within: Span): Span | undefined => {
  const [from, to] = [Math.max(span.from, within.from), Math.min(span.to, within.to)];
  return from < to ? { from, to } : undefined;
};

const without = (span: Span, cut: Span): Span[] =>
  [
    { from: span.from, to: Math.min(span.to, cut.from) },
    { from: Math.max(span.from, cut.to), to: span.to }
  ].filter(({ from, to }) => from < to);

function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

function cumulate(spans: Span[]): OpenWindow[] {
  let before = 0;
  return spans.map(({ from, to }) => {
    const window = { from, to, before };
    before += to - from;
    return window;
  });
}
