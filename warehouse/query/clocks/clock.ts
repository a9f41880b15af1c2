import type { RecordType } from '../../contract.ts';

/** Why a second of a clock counts or does not. */
export type StretchKind = 'running' | 'paused' | 'out_of_hours';

/** What became another: a column of the record's course, or the calendar that followed from it. */
export interface Change {
  field: string;
  from: string | null;
  to: string | null;
}

/** A stretch of a clock in which every second has the same reason. Instants in epoch seconds, durations in seconds. */
export interface Stretch {
  from: number;
  to: number;
  kind: StretchKind;
  /** It lies beyond the goal. */
  isOver: boolean;
  wall: number;
  /** Business seconds that it adds to the clock: its length when running, else 0. */
  counted: number;
  /** Business seconds used by its end. */
  used: number;
  calendar: string | null;
  /** Zone in which its calendar is read; that of the reports for a calendar that never closes. */
  zone: string;
  team: string | null;
  supplier: string | null;
  priority: number | null;
  state: string | null;
  /** Goal of the priority in force, where the target has one. */
  goal: number | null;
  /** What changed at its beginning. */
  changes: readonly Change[];
  /** The row of the source that brought the change: load kind and its own counter. */
  cause: { source: string; sequence: number | null } | null;
  /** The rule by which it counts or does not. */
  rule: string;
}

/** A goal by priority: seconds, or working days. */
export interface Aim {
  priority: number | null;
  goal: number | null;
  days: number | null;
}

/** A goal that came into force while the clock ran, because the priority changed. */
export interface GoalChange {
  at: number;
  before: Aim;
  after: Aim;
}

export interface ClockTarget {
  id: string;
  name: string;
  agreement: string;
  agreementType: string;
  party: string | null;
  metric: string;
  version: number | null;
  unit: 'elapsed' | 'working_day';
  /** Every rule of the target as a sentence. */
  rules: readonly { rule: string; sentence: string }[];
}

/** One cycle of one target for one record, to the second. Instants in epoch seconds, durations in seconds. */
export interface RecordClock {
  id: string;
  target: ClockTarget;
  cycle: number;
  stage: string;
  isBreached: boolean;
  isEverBreached: boolean;
  /** False where history is missing: then `least` and `most` differ (R21). */
  isExact: boolean;
  startedAt: number;
  stoppedAt: number | null;
  /** Where its last stretch ends: when it stopped, or the data instant. */
  endsAt: number;
  dueAt: number | null;
  breachedAt: number | null;
  /** Goal of the priority in force at the end. */
  goal: number;
  /** Working days, for a goal that counts them. */
  goalDays: number | null;
  priority: number | null;
  goalChanges: readonly GoalChange[];
  elapsed: number;
  least: number;
  most: number;
  /** Wall time less pauses. */
  actual: number;
  paused: number;
  /** Below 0 once overrun; null when cancelled. */
  remaining: number | null;
  calendar: string | null;
  calendarVersion: number | null;
  isAlwaysOpen: boolean;
  zone: string;
  /** Link of the chain that chose the calendar: a column of the record, or `fixed`. */
  calendarSource: string | null;
  /** What the record had in that column. */
  calendarKey: string | null;
  zoneSource: string | null;
  team: string | null;
  supplier: string | null;
  stoppedBy: string | null;
  stopStateSource: string | null;
  stretches: readonly Stretch[];
  /** Open hours from the end of the last stretch to the due time, with which the goal would be used up. */
  ahead: readonly { from: number; to: number }[];
}

/** A clock as the source tool tells it. Instants in epoch seconds, durations in seconds. */
export interface SourceClock {
  id: string | null;
  target: string;
  stage: string | null;
  startedAt: number | null;
  stoppedAt: number | null;
  dueAt: number | null;
  hasBreached: boolean | null;
  businessSeconds: number | null;
  pauseSeconds: number | null;
}

/** All clocks of a record, by when they started, and what stands beside them. */
export interface RecordClocks {
  type: RecordType;
  id: string;
  clocks: readonly RecordClock[];
  sourceClocks: readonly SourceClock[];
  /** Targets that are about the record but have no goal for its priority (R22). */
  uncovered: readonly { agreement: string; target: string; priority: number | null }[];
  /** Data instant, epoch seconds. */
  asOf: number;
  /** Zone of the reports. */
  zone: string;
}
