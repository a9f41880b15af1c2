import { alwaysOpen, everyDay, parseDayWindow, type Calendar, type DayWindow, type Holiday } from '../calendars/calendar.ts';
import { joinRules } from '../calendars/closures.ts';
import { readCalendarFile } from '../calendars/ical.ts';
import { publicHolidays } from '../calendars/public-holidays.ts';
import { columnsOf, type Condition } from './condition.ts';
import type { Agreement, Chain, ChainLink, GoalUnit, Metric, Moments, Target } from './definitions.ts';
import { parseDays, parseDuration } from './duration.ts';
import { anyOf, cancelOf, conditionOf, inStates, momentsOf, resetOf } from './resolve-condition.ts';
import { weekdays, type AgreementEntry, type CalendarEntry, type HolidayEntry, type TargetEntry } from './schema.ts';

/** What stops a clock when the target does not say. For `response` any sign that somebody took it up (R15: the page names it). */
export const defaultMoments: Record<Metric, { start: readonly string[]; stop: readonly string[]; reset?: 'replied' }> = {
  response: {
    start: ['opened_at'],
    stop: ['first_response_at', 'acknowledged_at', 'answered_at', 'in_progress', 'on_hold', 'resolved', 'closed']
  },
  resolution: { start: ['opened_at'], stop: ['resolved', 'closed'] },
  update: { start: ['opened_at'], stop: ['resolved', 'closed'], reset: 'replied' },
  fulfilment: { start: ['opened_at'], stop: ['resolved', 'closed'] },
  grant: { start: ['opened_at'], stop: ['granted_at'] },
  revoke: { start: ['revoke_due_at'], stop: ['revoked_at'] },
  workaround: { start: ['opened_at'], stop: ['workaround_at'] },
  root_cause: { start: ['opened_at'], stop: ['root_cause_at'] }
};

/** Reads a file beside the definitions: text of an iCalendar file by its name. */
export type ReadFile = (name: string) => string;
const readNothing: ReadFile = (name) => {
  throw new Error(`${name} cannot be read here`);
};

/** Calendar entries as calendars; versions of one name are numbered in order of validity unless they say their number. */
export function resolveCalendars(entries: readonly CalendarEntry[], read: ReadFile = readNothing): Calendar[] {
  return entries.map((entry) => ({
    name: entry.name,
    version: entry.version ?? ordinal(entry, entries),
    zone: entry.zone,
    validFrom: entry.valid_from,
    validTo: entry.valid_to,
    week: entry.hours === 'always' ? alwaysOpen.week : weekOf(entry.hours),
    holidays: (entry.holidays ?? []).flatMap(datedHoliday),
    special: datedWindows(entry.special),
    breaks: datedWindows(entry.breaks),
    ...closuresOf(entry, read)
  }));
}

function datedHoliday(entry: HolidayEntry): Holiday[] {
  if (typeof entry === 'string') return [{ date: entry, name: entry }];
  return 'date' in entry ? [entry] : [];
}

/** Holidays by name and of files, each a rule of its own. */
function closuresOf({ holidays = [], zone }: CalendarEntry, read: ReadFile): Pick<Calendar, 'closures'> {
  const rules = holidays.flatMap((entry) => {
    if (typeof entry === 'string' || 'date' in entry) return [];
    const { without = [] } = entry;
    return 'ical' in entry
      ? [readCalendarFile(read(entry.ical), zone, without)]
      : [publicHolidays(entry, entry.types ?? ['public'], without)];
  });
  const closures = joinRules(rules);
  return closures ? { closures } : {};
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
  const stop = closing(momentsOf(entry.stop ?? [...defaults.stop], entry.record_type));
  const unit = entry.unit ?? 'elapsed';
  return {
    id: `${agreement}/${entry.name}@${version}`,
    name: entry.name,
    version,
    recordType: entry.record_type,
    metric: entry.metric,
    sourceNames: entry.source_names ?? [],
    when: conditionOf(entry.when),
    calendar: chainOf(entry.calendar ?? alwaysOpen.name),
    zone: entry.zone === undefined ? undefined : chainOf(entry.zone),
    goals: goalsOf(entry.goals, unit),
    unit,
    start: momentsOf(entry.start ?? [...defaults.start], entry.record_type),
    retroactiveStart: entry.retroactive_start,
    hasRetroactivePause: entry.retroactive_pause ?? true,
    stop,
    reset: resetOf(entry.reset ?? defaults.reset),
    ...cancelOf(entry.cancel),
    pause: conditionOf(entry.pause),
    resume: conditionOf(entry.resume),
    reopen: entry.reopen ?? (stop.fields.length > 0 || entry.metric === 'response' ? 'ignore' : 'resume'),
    priorityChange: entry.priority_change ?? 'retarget',
    attainment: entry.attainment,
    warnAt: entry.warn_at ?? 0.75,
    underpins: entry.underpins ?? []
  };
}

/** Closed is an end wherever any state is: a record closed after its stop has not been reopened. */
function closing({ fields, condition }: Moments): Moments {
  if (!condition || !columnsOf(condition).includes('state')) return condition ? { fields, condition } : { fields };
  if (condition.kind === 'in' && !isClosedIn(condition))
    return { fields, condition: { ...condition, values: [...condition.values, 'closed'] } };
  return { fields, condition: isClosedIn(condition) ? condition : (anyOf([condition, inStates(['closed'])]) as Condition) };
}
const isClosedIn = (condition: Condition): boolean =>
  condition.kind === 'in' && condition.column === 'state' && condition.values.includes('closed');

/** A name alone stands for itself; in a list the last name is the last resort. */
export function chainOf(entry: NonNullable<TargetEntry['calendar']>): Chain {
  if (typeof entry === 'string') return { links: [], fallback: entry };
  if (!Array.isArray(entry)) return { links: [{ column: 'team', map: entry.by_team }], fallback: entry.default };
  const links = entry.filter((part) => typeof part !== 'string').map(({ by, map }): ChainLink => ({ column: by, map }));
  return { links, fallback: entry.find((part) => typeof part === 'string') ?? '' };
}

function goalsOf(entry: TargetEntry['goals'], unit: GoalUnit): Target['goals'] {
  const parse = unit === 'working_day' ? parseDays : parseDuration;
  const amounts = Object.entries(entry).map(([priority, text]) => [priority, parse(text) ?? 0] as const);
  const byPriority = new Map(amounts.filter(([priority]) => priority !== 'default').map(([priority, goal]) => [Number(priority), goal]));
  return { byPriority, fallback: amounts.find(([priority]) => priority === 'default')?.[1] };
}
