import type { Connection } from '../../connection.ts';
import type { RecordType } from '../../contract.ts';
import type { BuildFacts } from '../build.ts';
import type { Patience } from '../patience.ts';
import type { Reader } from '../reader.ts';
import type { Aim, GoalChange, RecordClock, RecordClocks } from './clock.ts';
import { ClockRows, type ClockRow } from './rows.ts';
import { stretchesOf, type CalendarFacts, type FieldChange, type HistoryRow, type SegmentRow } from './stretches.ts';

/**
 * The clocks of a record to the second: each with its stretches, what began them, the rule by which they count, and the hours ahead.
 * Empty where no target is about the record, or the build has no clocks.
 */
export const recordClocks = (reader: Reader, type: RecordType, id: string, patience?: Patience): Promise<RecordClocks> =>
  reader.use((connection, build) => clocksOfRecord(connection, build, type, id), patience);

/** The same on a connection at hand. */
export async function clocksOfRecord(
  connection: Connection,
  build: Pick<BuildFacts, 'asOf' | 'zone' | 'columns'>,
  type: RecordType,
  id: string
): Promise<RecordClocks> {
  const rows = new ClockRows(connection, build.columns);
  const { zone } = build;
  const asOf = Math.floor(build.asOf.getTime() / 1000);
  const shared = { rows, type, id, asOf, zone, history: await rows.history(type, id), changes: await rows.changes(type, id) };
  const clocks: RecordClock[] = [];
  for (const row of await rows.clocks(type, id)) clocks.push(await clockOf(row, shared));
  return { type, id, clocks, sourceClocks: await rows.sourceClocks(id), uncovered: await rows.uncovered(type, id), asOf, zone };
}

interface Shared {
  rows: ClockRows;
  type: RecordType;
  id: string;
  asOf: number;
  zone: string;
  history: readonly HistoryRow[];
  changes: readonly FieldChange[];
}

async function clockOf(row: ClockRow, { rows, type, id, asOf, zone, history, changes }: Shared): Promise<RecordClock> {
  const segments = await rows.segments(row.id);
  const target = await rows.target(row);
  const goals = await rows.goals(row.target_id);
  const endsAt = row.stopped ?? segments.at(-1)?.to ?? asOf;
  const span = { from: row.started, to: Math.max(endsAt, row.due ?? 0) };
  const calendars = new Map<string | null, CalendarFacts>();
  for (const name of new Set([row.calendar, ...segments.map(({ calendar }) => calendar)]))
    calendars.set(name, await rows.calendar(name ?? '', span, zone));
  const calendarOf = (name: string | null): CalendarFacts => calendars.get(name)!;
  const goalOf = (priority: number | null): Aim => goals.find((goal) => goal.priority === priority) ?? { priority, goal: null, days: null };
  const last = segments.at(-1)?.calendar ?? row.calendar;
  const source = row.calendar_source;
  return {
    id: row.id,
    target,
    cycle: row.cycle,
    stage: row.stage,
    isBreached: row.is_breached,
    isEverBreached: row.is_ever_breached,
    isExact: row.is_exact,
    startedAt: row.started,
    stoppedAt: row.stopped,
    endsAt,
    dueAt: row.due,
    breachedAt: row.breached,
    goal: row.goal,
    goalDays: goalOf(row.priority).days,
    priority: row.priority,
    goalChanges: goalChanges(segments, goalOf),
    elapsed: row.elapsed,
    least: row.least,
    most: row.most,
    actual: row.actual,
    paused: row.paused,
    remaining: row.remaining,
    calendar: row.calendar,
    calendarVersion: row.calendar_version,
    isAlwaysOpen: calendarOf(row.calendar).isAlwaysOpen,
    zone: calendarOf(row.calendar).zone,
    calendarSource: source,
    calendarKey: source === null || source === 'fixed' ? null : source === 'team' ? row.team : await rows.value(type, id, source),
    zoneSource: row.zone_source,
    team: row.team,
    supplier: row.supplier,
    stoppedBy: row.stopped_by,
    stopStateSource: row.stop_state_source,
    stretches: stretchesOf({ target, segments, history, changes, calendarOf, goalOf, breachedAt: row.breached }),
    ahead: row.due !== null && row.due > endsAt ? within(calendarOf(last).windows, endsAt, row.due) : []
  };
}

const within = (windows: CalendarFacts['windows'], from: number, to: number): { from: number; to: number }[] =>
  windows
    .filter((window) => window.to > from && window.from < to)
    .map((window) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }));

/** Where the goal became another, because the priority did. */
const goalChanges = (segments: readonly SegmentRow[], goalOf: (priority: number | null) => Aim): GoalChange[] =>
  segments.flatMap((segment, index) => {
    const before = segments[index - 1];
    if (!before || before.priority === segment.priority) return [];
    return [
      {
        at: segment.from,
        before: { ...goalOf(before.priority), priority: before.priority },
        after: { ...goalOf(segment.priority), priority: segment.priority }
      }
    ];
  });
