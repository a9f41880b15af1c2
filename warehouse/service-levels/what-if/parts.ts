import { isDeepStrictEqual } from 'node:util';
import { workingDays } from '../../calendars/working-days.ts';
import { openWindows } from '../../calendars/windows.ts';
import type { Calendar } from '../../calendars/calendar.ts';
import type { Agreement, Target } from '../definitions.ts';
import { calendarsOf } from '../plan.ts';

/** The parts of a target that decide what its clocks do, in the order in which they are told. */
export const parts = [
  'validity',
  'when',
  'start',
  'stop',
  'cancel',
  'reset',
  'reopen',
  'priority_change',
  'pause',
  'calendar',
  'zone',
  'unit',
  'goals'
] as const;
export type Part = (typeof parts)[number];

/** A target with everything its clocks depend on. */
export interface Side {
  agreement: Agreement;
  target: Target;
  /** Those of its definitions. */
  calendars: readonly Calendar[];
}

/** Epoch seconds over which calendars are compared. */
export interface Reach {
  from: number;
  to: number;
}

/**
 * Which parts differ between two versions of a target. Calendars differ when their names or their hours do; another unit takes the
 * goals along.
 */
export function changedParts(before: Side, after: Side, reach: Reach): Part[] {
  const differs = (part: Part): boolean =>
    part === 'calendar' ? isOtherCalendar(before, after, reach) : !isDeepStrictEqual(read[part](before), read[part](after));
  const found = parts.filter(differs);
  return found.includes('unit') ? found.filter((part) => part !== 'goals') : found;
}

const read: Record<Exclude<Part, 'calendar'>, (side: Side) => unknown> = {
  validity: ({ agreement: { validFrom, validTo } }) => [validFrom, validTo],
  when: ({ agreement: { services }, target: { when } }) => [[...services].sort(), when],
  start: ({ target: { start, retroactiveStart, hasRetroactivePause } }) => [start, retroactiveStart, hasRetroactivePause],
  stop: ({ target: { stop } }) => stop,
  cancel: ({ target: { cancel, isCancelledWhenUnmet } }) => [cancel, isCancelledWhenUnmet],
  reset: ({ target: { reset } }) => reset,
  reopen: ({ target: { reopen } }) => reopen,
  priority_change: ({ target: { priorityChange } }) => priorityChange,
  pause: ({ target: { pause, resume } }) => [pause, resume],
  zone: ({ target: { zone } }) => zone,
  unit: ({ target: { unit } }) => unit,
  goals: ({ target: { goals } }) => [new Map([...goals.byPriority].sort(([a], [b]) => a - b)), goals.fallback]
};

const versionsOf = ({ calendars }: Side, name: string): Calendar[] =>
  calendars.filter((calendar) => calendar.name === name).sort((a, b) => a.version - b.version);

/** Whether a name stands for the same hours on both sides. */
export function isSameHours(before: Side, after: Side, name: string, { from, to }: Reach): boolean {
  const [old, other] = [versionsOf(before, name), versionsOf(after, name)];
  if (isDeepStrictEqual(old, other)) return true;
  const zones = (versions: readonly Calendar[]): string[] => versions.map(({ zone }) => zone);
  if (!isDeepStrictEqual(zones(old), zones(other))) return false;
  if (!isDeepStrictEqual(openWindows(old, from, to), openWindows(other, from, to))) return false;
  return before.target.unit === 'elapsed' || isDeepStrictEqual(workingDays(old, from, to), workingDays(other, from, to));
}

function isOtherCalendar(before: Side, after: Side, reach: Reach): boolean {
  if (!isDeepStrictEqual(before.target.calendar, after.target.calendar)) return true;
  return calendarsOf(before.target).some((name) => !isSameHours(before, after, name, reach));
}

/** The old target with one part of the new one: what it alone would do. A part takes along what it cannot stand without. */
export function withPart(before: Side, after: Side, part: Part): Side {
  const { target, agreement } = before;
  const other = after.target;
  const taken: Record<Part, () => Partial<Target>> = {
    validity: () => ({}),
    when: () => ({ when: other.when }),
    start: () => ({ start: other.start, retroactiveStart: other.retroactiveStart, hasRetroactivePause: other.hasRetroactivePause }),
    stop: () => ({ stop: other.stop }),
    cancel: () => ({ cancel: other.cancel, isCancelledWhenUnmet: other.isCancelledWhenUnmet }),
    reset: () => ({ reset: other.reset }),
    reopen: () => ({ reopen: other.reopen }),
    priority_change: () => ({ priorityChange: other.priorityChange }),
    pause: () => ({ pause: other.pause, resume: other.resume }),
    calendar: () => ({ calendar: other.calendar }),
    zone: () => ({ zone: other.zone }),
    unit: () => ({ unit: other.unit, goals: other.goals }),
    goals: () => ({ goals: other.goals })
  };
  const frame: Agreement = {
    ...agreement,
    ...(part === 'validity' ? { validFrom: after.agreement.validFrom, validTo: after.agreement.validTo } : {}),
    ...(part === 'when' ? { services: after.agreement.services } : {})
  };
  return { agreement: frame, target: { ...target, ...taken[part]() }, calendars: part === 'calendar' ? after.calendars : before.calendars };
}
