import { explainClock } from '../../service-levels/explain.ts';
import type { Aim, Change, ClockTarget, Stretch } from './clock.ts';
import { clockChangeWords, closureWords } from './closures.ts';
import { pauseWords } from './rules.ts';

/** A row of `fact.segment`; instants in epoch seconds. */
export interface SegmentRow {
  from: number;
  to: number;
  kind: 'running' | 'paused';
  business: number;
  team: string | null;
  supplier: string | null;
  priority: number | null;
  state: string | null;
  calendar: string | null;
  interval: number | null;
}

/** A row of `fact.history`; instants in epoch seconds. */
export interface HistoryRow {
  interval: number;
  from: number;
  state: string | null;
  state_source: string | null;
  team: string | null;
  priority: number | null;
  assignee: string | null;
  source: string | null;
  sequence: number | null;
}

/** A new value of a column that the history does not tell, from `fact.field_change`. */
export interface FieldChange {
  at: number;
  field: string;
  from: string | null;
  to: string | null;
}

export interface CalendarFacts {
  zone: string;
  isAlwaysOpen: boolean;
  /** Open hours in order. */
  windows: readonly { from: number; to: number }[];
  /** Names of holidays, and of other days with hours of their own, by local date. */
  holidays: ReadonlyMap<string, string>;
}

/** What the stretches of a clock are told from. */
export interface Course {
  target: ClockTarget;
  segments: readonly SegmentRow[];
  history: readonly HistoryRow[];
  changes: readonly FieldChange[];
  calendarOf: (name: string | null) => CalendarFacts;
  goalOf: (priority: number | null) => Aim;
  breachedAt: number | null;
}

/**
 * The stretches of a clock with their reasons. They tile its segments, and those that run add up to its elapsed business time.
 * Where the build does not keep the hours of a calendar (more than five years back) a segment stays whole, and counts what was counted.
 */
export function stretchesOf(course: Course): Stretch[] {
  const { segments, breachedAt, calendarOf, goalOf } = course;
  const stretches: Stretch[] = [];
  let used = 0;
  for (const [index, segment] of segments.entries()) {
    const calendar = calendarOf(segment.calendar);
    const parts = partsOf(segment, calendar);
    const begins = beginningOf(course, index);
    for (const part of cutAt(parts, breachedAt)) {
      used += part.counted;
      const isFirst = part.from === segment.from;
      const isOver = breachedAt !== null && part.from >= breachedAt;
      stretches.push({
        from: part.from,
        to: part.to,
        kind: part.kind,
        isOver,
        wall: part.to - part.from,
        counted: part.counted,
        used,
        calendar: segment.calendar,
        zone: calendar.zone,
        team: segment.team,
        supplier: segment.supplier,
        priority: segment.priority,
        state: segment.state,
        goal: goalOf(segment.priority).goal,
        changes: isFirst ? begins.changes : [],
        cause: isFirst ? begins.cause : null,
        rule: [ruleOf(part, segment, calendar, course, isOver), clockChangeWords(part, calendar.zone)].filter(Boolean).join('; ')
      });
    }
  }
  return stretches;
}

interface Part {
  from: number;
  to: number;
  kind: Stretch['kind'];
  counted: number;
  /** The hours of the calendar are not known so far back. */
  isWhole?: boolean;
}

function partsOf(segment: SegmentRow, { windows }: CalendarFacts): Part[] {
  const { from, to, kind, business, calendar } = segment;
  const parts = explainClock([{ from, to, kind, calendar: calendar ?? '' }], () => windows).map((part) => ({
    from: part.from,
    to: part.to,
    kind: part.kind,
    counted: part.kind === 'running' ? part.to - part.from : 0
  }));
  if (kind === 'paused') return parts;
  const counted = parts.reduce((sum, part) => sum + part.counted, 0);
  return counted === business ? parts : [{ from, to, kind: 'running', counted: business, isWhole: true }];
}

/** Cuts the part in which the goal was used up, so that what lies beyond it shows. */
const cutAt = (parts: readonly Part[], at: number | null): Part[] =>
  parts.flatMap((part) => {
    if (at === null || at <= part.from || at >= part.to || part.isWhole) return [part];
    const counts = part.kind === 'running';
    return [
      { ...part, to: at, counted: counts ? at - part.from : 0 },
      { ...part, from: at, counted: counts ? part.to - at : 0 }
    ];
  });

function ruleOf(part: Part, segment: SegmentRow, calendar: CalendarFacts, { target, segments }: Course, isOver: boolean): string {
  const name = segment.calendar ?? 'the calendar';
  if (part.kind === 'paused') return pauseWords(target, segment, segment.to < segments.at(-1)!.to);
  if (part.kind === 'out_of_hours') return closureWords(part, gapAround(part, calendar.windows), name, calendar.zone, calendar.holidays);
  const over = isOver ? ', beyond the goal' : '';
  if (part.isWhole) return `counts in open hours of ${name}${over}; its hours are not kept so far back`;
  return `${calendar.isAlwaysOpen ? `every hour counts (${name})` : `counts: open hours of ${name}`}${over}`;
}

function gapAround({ from, to }: Part, windows: CalendarFacts['windows']): { from: number; to: number } {
  const before = windows.findLast((window) => window.to <= from);
  const after = windows.find((window) => window.from >= to);
  return { from: before?.to ?? -Infinity, to: after?.from ?? Infinity };
}

const told = ['state', 'state_source', 'team', 'priority', 'assignee'] as const;

/** What changed where a segment begins, and the row that brought it. */
function beginningOf({ segments, history, changes }: Course, index: number): Pick<Stretch, 'changes' | 'cause'> {
  const { from, interval, calendar } = segments[index]!;
  const row = history.find((each) => each.interval === interval);
  const before = history.findLast((each) => each.from < from);
  const isNew = row !== undefined && row.from === from;
  const differing: Change[] =
    isNew && before
      ? told
          .filter((field) => row[field] !== before[field])
          .map((field) => ({ field, from: textOf(before[field]), to: textOf(row[field]) }))
      : [];
  const others = changes.filter(({ at }) => at === from).map(({ field, from: old, to }) => ({ field, from: old, to }));
  const last = segments[index - 1];
  const moved = last && last.calendar !== calendar ? [{ field: 'calendar', from: last.calendar, to: calendar }] : [];
  return {
    changes: [...differing, ...others, ...moved],
    cause: isNew && row.source !== null ? { source: row.source, sequence: row.sequence } : null
  };
}

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value));
