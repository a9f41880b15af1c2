import * as v from 'valibot';
import { recordTypes, type State } from '../contract.ts';
import { holidayTypes } from '../calendars/public-holidays.ts';
import type { Scalar } from './condition.ts';
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

const named = v.strictObject({
  country: name,
  state: v.optional(name),
  region: v.optional(name),
  types: v.optional(v.pipe(v.array(v.picklist(holidayTypes)), v.minLength(1, 'name a type of holiday, or leave it out'))),
  without: v.optional(v.array(name))
});
const icalFile = v.pipe(
  name,
  v.regex(/^[\w][\w .-]*(\/[\w][\w .-]*)*\.ics$/i, 'an iCalendar file lies in the folder of the definitions and ends in .ics')
);
const imported = v.strictObject({ ical: icalFile, without: v.optional(v.array(name)) });
const dated = v.strictObject({ date: yearlyOrDate, name });
/** The key tells which kind of holiday is meant, so that what is wrong is said of that kind. */
const holiday = v.lazy((entry) =>
  typeof entry === 'string' ? yearlyOrDate : isMapWith(entry, 'country') ? named : isMapWith(entry, 'ical') ? imported : dated
);
const isMapWith = (entry: unknown, key: string): boolean => typeof entry === 'object' && entry !== null && key in entry;

const calendar = v.strictObject({
  name,
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  zone: name,
  valid_from: v.optional(date),
  valid_to: v.optional(date),
  hours: v.union([v.literal('always'), week]),
  holidays: v.optional(v.array(holiday)),
  special: v.optional(datedWindows),
  breaks: v.optional(datedWindows)
});

/** Shape of `definitions/calendars.yaml`. */
export const calendarsFile = v.strictObject({ calendars: v.array(calendar) });

const needsUnit = 'a goal needs its unit: "30m", "4h", "2d"';
const duration = v.pipe(v.string(needsUnit), v.regex(/^\s*(\d+(\.\d+)?\s*(min|[smhd])\s*)+$/, needsUnit));
const priority = v.picklist(['1', '2', '3', '4', '5', 'default'], 'a priority is 1 to 5, or default');
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

/** Conditions and chains speak of columns of the record type, so rules check them, with the contract at hand; here they only get their types. */
const spoken = <T>(): v.CustomSchema<T, undefined> => v.custom<T>(() => true);
const conditionMap = spoken<ConditionMap>();
const condition = spoken<ConditionEntry>();
type Moment = string | ConditionMap;
/** Instants and states by name, and conditions: whichever comes first. */
const moments = spoken<Moment | Moment[]>();
/** `when_ends`: when the record no longer is one that the target is about. */
const cancel = spoken<'when_ends' | ConditionEntry | ('when_ends' | State | ConditionMap)[]>();
/** `replied`: a public reply by an agent; `changed`: a new value of one of the columns. */
const reset = spoken<'replied' | { changed: string | string[] } | ConditionEntry>();
export interface LinkEntry {
  by: string;
  map: Record<string, string>;
}
/** One name, or links in order with a name last: the first link whose map knows the record's value counts. */
export type ChainEntry = string | { by_team: Record<string, string>; default: string } | (LinkEntry | string)[];
const chain = spoken<ChainEntry>();

/** What `holiday` may be, for the JSON Schema. */
export const holidaySchemas = { holiday, forms: v.union([yearlyOrDate, dated, named, imported]) };
/** By the name of their definition in the JSON Schema. */
export const spokenSchemas = { conditionMap, condition, moments, cancel, reset, chain };

const target = v.strictObject({
  name,
  record_type: v.picklist(recordTypes),
  metric: v.picklist(metrics),
  /** What the source tool calls it; `*` stands for any text. */
  source_names: v.optional(v.array(name)),
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
  warn_at: v.optional(share),
  /** `agreement/target` of the SLA targets that rest on this one; for the chain check only. */
  underpins: v.optional(v.array(name))
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

export type HolidayEntry = v.InferOutput<typeof holiday>;
export type CalendarEntry = v.InferOutput<typeof calendar>;
export type AgreementEntry = v.InferOutput<typeof agreement>;
export type TargetEntry = v.InferOutput<typeof target>;
