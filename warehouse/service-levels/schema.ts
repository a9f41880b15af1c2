import * as v from 'valibot';
import { recordTypes, states } from '../contract.ts';
import { agreementTypes, metrics, priorityPolicies, reopenPolicies } from './definitions.ts';

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
const scalars = v.union([scalar, v.array(scalar)]);
const oneOrMore = v.union([v.string(), v.array(v.string())]);
const stateList = v.union([v.picklist(states), v.array(v.picklist(states))]);
const share = v.pipe(v.number(), v.gtValue(0, 'a share lies above 0'), v.maxValue(1, 'a share is at most 1: 95 % is 0.95'));

const target = v.strictObject({
  name,
  record_type: v.picklist(recordTypes),
  metric: v.picklist(metrics),
  when: v.optional(v.record(name, v.union([scalars, v.strictObject({ not: scalars })]))),
  calendar: v.optional(v.union([name, v.strictObject({ by_team: v.record(name, name), default: name })])),
  goals: v.record(priority, duration),
  unit: v.optional(v.picklist(['elapsed', 'working_day'])),
  start: v.optional(oneOrMore),
  stop: v.optional(oneOrMore),
  cancel: v.optional(stateList),
  pause: v.optional(stateList),
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
