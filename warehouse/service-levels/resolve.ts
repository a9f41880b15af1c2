import { alwaysOpen, everyDay, parseDayWindow, type Calendar, type DayWindow, type Holiday } from '../calendars/calendar.ts';
import { contract, states, type State } from '../contract.ts';
import { parseDuration } from './duration.ts';
import type { Agreement, CalendarSource, Condition, Metric, Moments, Target } from './definitions.ts';
import { weekdays, type AgreementEntry, type CalendarEntry, type TargetEntry } from './schema.ts';

const listOf = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T];
const isState = (word: string): word is State => (states as readonly string[]).includes(word);

/** What stops a clock when the target does not say. For `response` any sign that somebody took it up (R15: the page names it). */
export const defaultMoments: Record<Metric, { start: readonly string[]; stop: readonly string[] }> = {
  response: {
    start: ['opened_at'],
    stop: ['first_response_at', 'acknowledged_at', 'answered_at', 'in_progress', 'on_hold', 'resolved', 'closed']
  },
  resolution: { start: ['opened_at'], stop: ['resolved', 'closed'] },
  fulfilment: { start: ['opened_at'], stop: ['resolved', 'closed'] },
  grant: { start: ['opened_at'], stop: ['granted_at'] },
  revoke: { start: ['revoke_due_at'], stop: ['revoked_at'] },
  workaround: { start: ['opened_at'], stop: ['workaround_at'] },
  root_cause: { start: ['opened_at'], stop: ['root_cause_at'] }
};

/** Calendar entries as calendars; versions of one name are numbered in order of validity unless they say their number. */
export function resolveCalendars(entries: readonly CalendarEntry[]): Calendar[] {
  return entries.map((entry) => ({
    name: entry.name,
    version: entry.version ?? ordinal(entry, entries),
    zone: entry.zone,
    validFrom: entry.valid_from,
    validTo: entry.valid_to,
    week: entry.hours === 'always' ? alwaysOpen.week : weekOf(entry.hours),
    holidays: (entry.holidays ?? []).map((holiday): Holiday => (typeof holiday === 'string' ? { date: holiday, name: holiday } : holiday)),
    special: datedWindows(entry.special),
    breaks: datedWindows(entry.breaks)
  }));
}

type Versioned = { name: string; valid_from?: string };
const ordinal = (entry: Versioned, all: readonly Versioned[]): number =>
  1 + all.filter(({ name, valid_from }) => name === entry.name && (valid_from ?? '') < (entry.valid_from ?? '')).length;

const windowsOf = (texts: readonly string[] | undefined): DayWindow[] => (texts ?? []).flatMap((text) => parseDayWindow(text) ?? []);
const weekOf = (hours: Exclude<CalendarEntry['hours'], 'always'>) => everyDay([]).map((_, day) => windowsOf(hours[weekdays[day]!]));
const datedWindows = (days: Record<string, string[]> | undefined) =>
  Object.fromEntries(Object.entries(days ?? {}).map(([date, texts]) => [date, windowsOf(texts)]));

/** Agreement entries as agreements, defaults filled in. */
export function resolveAgreements(entries: readonly AgreementEntry[]): Agreement[] {
  return entries.map((entry) => {
    const version = entry.version ?? ordinal(entry, entries);
    return {
      name: entry.name,
      version,
      type: entry.type,
      party: entry.party,
      services: entry.services ?? [],
      validFrom: entry.valid_from,
      validTo: entry.valid_to,
      targets: entry.targets.map((target) => resolveTarget(target, entry.name, version))
    };
  });
}

function resolveTarget(entry: TargetEntry, agreement: string, version: number): Target {
  const defaults = defaultMoments[entry.metric];
  const stop = closing(moments(listOf(entry.stop ?? defaults.stop), entry.record_type));
  return {
    id: `${agreement}/${entry.name}@${version}`,
    name: entry.name,
    version,
    recordType: entry.record_type,
    metric: entry.metric,
    conditions: Object.entries(entry.when ?? {}).map(([column, wanted]) => conditionOf(column, wanted)),
    calendar: calendarSource(entry.calendar),
    goals: goalsOf(entry.goals),
    unit: 'elapsed',
    start: moments(listOf(entry.start ?? defaults.start), entry.record_type),
    stop,
    cancel: listOf(entry.cancel ?? 'cancelled'),
    pause: listOf(entry.pause),
    reopen: entry.reopen ?? (stop.fields.length > 0 || entry.metric === 'response' ? 'ignore' : 'resume'),
    priorityChange: entry.priority_change ?? 'retarget',
    attainment: entry.attainment,
    warnAt: entry.warn_at ?? 0.75
  };
}

/** Words that are columns the record type lacks are left out: a default such as `first_response_at` stands for what is there. */
function moments(words: readonly string[], recordType: TargetEntry['record_type']): Moments {
  const fields = words.filter((word) => !isState(word) && contract[recordType].some(({ name }) => name === word));
  return { states: words.filter(isState), fields };
}

/** Closed is an end wherever any state is: a record closed after its stop has not been reopened. */
const closing = ({ states, fields }: Moments): Moments => ({
  states: states.length === 0 || states.includes('closed') ? states : [...states, 'closed'],
  fields
});

type Wanted = NonNullable<TargetEntry['when']>[string];

function conditionOf(column: string, wanted: Wanted): Condition {
  if (typeof wanted === 'object' && !Array.isArray(wanted)) return { column, values: listOf(wanted.not), isNegated: true };
  return { column, values: listOf(wanted), isNegated: false };
}

function calendarSource(entry: TargetEntry['calendar']): CalendarSource {
  if (entry === undefined) return { fallback: alwaysOpen.name, byTeam: {} };
  return typeof entry === 'string' ? { fallback: entry, byTeam: {} } : { fallback: entry.default, byTeam: entry.by_team };
}

function goalsOf(entry: TargetEntry['goals']): Target['goals'] {
  const seconds = Object.entries(entry).map(([priority, text]) => [priority, parseDuration(text) ?? 0] as const);
  const byPriority = new Map(seconds.filter(([priority]) => priority !== 'default').map(([priority, goal]) => [Number(priority), goal]));
  return { byPriority, fallback: seconds.find(([priority]) => priority === 'default')?.[1] };
}
