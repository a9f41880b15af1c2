import type { Calendar } from '../calendars/calendar.ts';
import type { RecordType } from '../contract.ts';
import type { Condition } from './condition.ts';

export const agreementTypes = ['SLA', 'OLA', 'UC'] as const;
export type AgreementType = (typeof agreementTypes)[number];

export const metrics = ['response', 'resolution', 'update', 'fulfilment', 'grant', 'revoke', 'workaround', 'root_cause'] as const;
export type Metric = (typeof metrics)[number];

export const reopenPolicies = ['resume', 'new_cycle', 'ignore'] as const;
export type ReopenPolicy = (typeof reopenPolicies)[number];

export const priorityPolicies = ['retarget', 'restart'] as const;
export type PriorityPolicy = (typeof priorityPolicies)[number];

export const goalUnits = ['elapsed', 'working_day'] as const;
export type GoalUnit = (typeof goalUnits)[number];

/** Moments of a record: one of its instants (contract columns), or the beginning of a stretch in which the condition holds. */
export interface Moments {
  fields: readonly string[];
  condition?: Condition;
}

/** One step of a chain of fallbacks: what the value of a column stands for. */
export interface ChainLink {
  /** Column of the record; those of `courseColumns` are read as they were then, so that the clock is piecewise (R12). */
  column: string;
  /** Calendar name, or IANA zone, by value of the column. */
  map: Readonly<Record<string, string>>;
}

/** The first link whose map knows the record's value counts, else the fallback. Which one it was is stored (R13). */
export interface Chain {
  links: readonly ChainLink[];
  fallback: string;
}

/** A promise about one metric of one record type. */
export interface Target {
  /** `agreement/target@version`: stable while the definitions keep their names. */
  id: string;
  name: string;
  version: number;
  recordType: RecordType;
  metric: Metric;
  /** Names under which the source tool tells its own clocks of it; `*` stands for any text. */
  sourceNames: readonly string[];
  /** Which records, as they were then: the clock attaches in the first stretch from its start on in which this holds. */
  when?: Condition;
  calendar: Chain;
  /** Replaces the zone of the calendar; links name columns of the record, and the fallback '' leaves the calendar's own. */
  zone?: Chain;
  /** Seconds of schedule or whole working days by priority, as `unit` says; `fallback` also covers records without a priority. */
  goals: { byPriority: ReadonlyMap<number, number>; fallback?: number };
  unit: GoalUnit;
  /** The first of the fields that the record has, in this order, else the first stretch in which the condition holds. */
  start: Moments;
  /** Column of the record from which a clock counts that attaches later (R10). */
  retroactiveStart?: string;
  /** Whether pauses between a retroactive start and the attachment count as pauses (R10). */
  hasRetroactivePause: boolean;
  /** Whichever comes first. */
  stop: Moments;
  /** Completes the clock and begins the next cycle, each time it begins to hold (R1). */
  reset?: Condition;
  cancel?: Condition;
  /** Cancels when `when` no longer holds. */
  isCancelledWhenUnmet: boolean;
  pause?: Condition;
  /** Ends a pause; without it a pause lasts as long as its condition. */
  resume?: Condition;
  reopen: ReopenPolicy;
  priorityChange: PriorityPolicy;
  /** Share of clocks to be met and share of the goal at which a clock is at risk, both 0–1. */
  attainment: number | undefined;
  warnAt: number;
  /** `agreement/target` of the SLA targets that rest on this one; the chain check alone reads it. */
  underpins: readonly string[];
}

export interface Agreement {
  name: string;
  version: number;
  type: AgreementType;
  party: string | undefined;
  services: readonly string[];
  /** First and last date (reporting zone) on which a clock may start under it, both inclusive. */
  validFrom?: string;
  validTo?: string;
  targets: readonly Target[];
}

/** All that the service-level engine is told. */
export interface Definitions {
  calendars: readonly Calendar[];
  agreements: readonly Agreement[];
}
