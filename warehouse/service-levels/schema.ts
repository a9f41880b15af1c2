import * as v from 'valibot';
import { recordTypes, states, type State } from '../contract.ts';
import { courseColumns, type Scalar } from './condition.ts';
import { agreementTypes, goalUnits, metrics, priorityPolicies, reopenPolicies } from './definitions.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'a name may not be empty'));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD'));
const yearlyOrDate = v.pipe(v.string(), v.regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'a holiday is written YYYY-MM-DD, or MM-DD for every year'));
const window = v.pipe(
  v.string(),
  v.regex(/^\s*\d{1,2}:\d{2}(:\d{2})?\s*[-–]\s*\d{1,2}:\d{2}(:\d{2})?\s*$/, 'a window is written "09:00-17:00"')
);
const windows = v.array(window);
const datedWindows = v.record(date, windows);
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const week = v.strictObject(v.entriesFromList(weekdays, v.optional(windows)));

const calendar = v.strictObject({
  name,
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  zone: name,
  valid_from: v.optional(date),
  valid_to: v.optional(date),
  hours: v.union([v.literal('always'), week]),
  holidays: v.optional(v.array(v.union([yearlyOrDate, v.strictObject({ date: yearlyOrDate, name })]))),
  special: v.optional(datedWindows),
  breaks: v.optional(datedWindows)
});

/** Shape of `definitions/calendars.yaml`. */
export const calendarsFile = v.strictObject({ calendars: v.array(calendar) });

const needsUnit = 'a goal needs its unit: "30m", "4h", "2d"';
const duration = v.pipe(v.string(needsUnit), v.regex(/^\s*(\d+(\.\d+)?\s*(min|[smhd])\s*)+$/, needsUnit));
const priority = v.picklist(['1', '2', '3', '4', '5', 'default'], 'a priority is 1 to 5, or default');
const scalar = v.union([v.string(), v.number(), v.boolean()]);
const valueList = v.union([scalar, v.null(), v.array(v.union([scalar, v.null()]))]);
const bound = v.union([v.number(), v.string()]);
const shareMessage = 'a share is at most 1: 95 % is 0.95';
const share = v.pipe(v.number(), v.gtValue(0, 'a share lies above 0'), v.maxValue(1, shareMessage));

/** What a column must be: a value, a list of them (`null`: none), or `{ not: … }`, `{ from: …, to: … }`, `{ contains: … }`, `{ starts_with: … }`. */
export type Wanted =
  | Scalar
  | null
  | (Scalar | null)[]
  | { not: Scalar | null | (Scalar | null)[] }
  | { from?: number | string; to?: number | string }
  | { contains: string }
  | { starts_with: string };
/** Columns and what each must be, all of them; `any`, `all` and `not` hold further conditions. */
export interface ConditionMap {
  [column: string]: Wanted | ConditionEntry | ConditionEntry[];
}
/** A state, several states, or columns. */
export type ConditionEntry = State | State[] | ConditionMap;

const wanted = v.union([
  valueList,
  v.strictObject({ not: valueList }),
  v.strictObject({ from: v.optional(bound), to: v.optional(bound) }),
  v.strictObject({ contains: v.string() }),
  v.strictObject({ starts_with: v.string() })
]);
const state = v.picklist(states);
const condition: v.GenericSchema<ConditionEntry> = v.lazy(() => v.union([state, v.array(state), conditionMap]));
const conditionMap: v.GenericSchema<ConditionMap> = v.lazy(() =>
  v.intersect([
    v.looseObject({ any: v.optional(v.array(condition)), all: v.optional(v.array(condition)), not: v.optional(condition) }),
    v.record(name, v.union([wanted, condition, v.array(condition)]))
  ])
) as v.GenericSchema<ConditionMap>;

/** Instants and states by name, and conditions: whichever comes first. */
const moment = v.union([v.string(), conditionMap]);
const moments = v.union([moment, v.array(moment)]);
/** `when_ends`: when the record no longer is one that the target is about. */
const cancel = v.union([condition, v.literal('when_ends'), v.array(v.union([v.literal('when_ends'), condition]))]);
const courseWord = v.picklist(courseColumns);
/** `replied`: a public reply by an agent; `changed`: a new value of one of the columns. */
const reset = v.union([v.literal('replied'), v.strictObject({ changed: v.union([courseWord, v.array(courseWord)]) }), condition]);

const link = v.strictObject({ by: name, map: v.record(name, name) });
/** One name, or links in order with a name last: the first link whose map knows the record's value counts. */
const chain = v.union([
  name,
  v.strictObject({ by_team: v.record(name, name), default: name }),
  v.pipe(v.array(v.union([link, name])), v.minLength(1, 'a chain needs a last resort'))
]);

const target = v.strictObject({
  name,
  record_type: v.picklist(recordTypes),
  metric: v.picklist(metrics),
  when: v.optional(conditionMap),
  calendar: v.optional(chain),
  zone: v.optional(chain),
  goals: v.record(priority, duration),
  unit: v.optional(v.picklist(goalUnits)),
  start: v.optional(moments),
  retroactive_start: v.optional(name),
  retroactive_pause: v.optional(v.boolean()),
  stop: v.optional(moments),
  reset: v.optional(reset),
  cancel: v.optional(cancel),
  pause: v.optional(condition),
  resume: v.optional(condition),
  reopen: v.optional(v.picklist(reopenPolicies)),
  priority_change: v.optional(v.picklist(priorityPolicies)),
  attainment: v.optional(share),
  warn_at: v.optional(share)
});

const agreement = v.strictObject({
  name,
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  type: v.picklist(agreementTypes),
  party: v.optional(name),
  services: v.optional(v.array(name)),
  valid_from: v.optional(date),
  valid_to: v.optional(date),
  targets: v.pipe(v.array(target), v.minLength(1, 'an agreement without targets promises nothing'))
});

/** Shape of `definitions/agreements.yaml`. */
export const agreementsFile = v.strictObject({ agreements: v.array(agreement) });

export type CalendarEntry = v.InferOutput<typeof calendar>;
export type AgreementEntry = v.InferOutput<typeof agreement>;
export type TargetEntry = v.InferOutput<typeof target>;
