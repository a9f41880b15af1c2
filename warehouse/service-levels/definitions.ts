import type { Calendar } from '../calendars/calendar.ts';
import type { RecordType, State } from '../contract.ts';

export const agreementTypes = ['SLA', 'OLA', 'UC'] as const;
export type AgreementType = (typeof agreementTypes)[number];

export const metrics = ['response', 'resolution', 'fulfilment', 'grant', 'revoke', 'workaround', 'root_cause'] as const;
export type Metric = (typeof metrics)[number];

export const reopenPolicies = ['resume', 'new_cycle', 'ignore'] as const;
export type ReopenPolicy = (typeof reopenPolicies)[number];

export const priorityPolicies = ['retarget', 'restart'] as const;
export type PriorityPolicy = (typeof priorityPolicies)[number];

/** Moments of a record: entering one of the states, or one of its instants (contract columns). */
export interface Moments {
  states: readonly State[];
  fields: readonly string[];
}

/** A column of the record that must be (or not be) one of the values. */
export interface Condition {
  column: string;
  values: readonly (string | number | boolean)[];
  isNegated: boolean;
}

/** Calendar of a target: one by name, or that of the team which holds the record. */
export interface CalendarSource {
  fallback: string;
  byTeam: Readonly<Record<string, string>>;
}

/** A promise about one metric of one record type. */
export interface Target {
  /** `agreement/target@version`: stable while the definitions keep their names. */
  id: string;
  name: string;
  version: number;
  recordType: RecordType;
  metric: Metric;
  conditions: readonly Condition[];
  calendar: CalendarSource;
  /** Seconds by priority; `fallback` also covers records without a priority. */
  goals: { byPriority: ReadonlyMap<number, number>; fallback?: number };
  unit: 'elapsed';
  /** The first of these that the record has, in this order. */
  start: Moments;
  /** Whichever comes first. */
  stop: Moments;
  cancel: readonly State[];
  pause: readonly State[];
  reopen: ReopenPolicy;
  priorityChange: PriorityPolicy;
  /** Share of clocks to be met and share of the goal at which a clock is at risk, both 0–1. */
  attainment: number | undefined;
  warnAt: number;
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
