import { addBusinessSeconds } from '../calendars/business-time.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { commonWindows, openWindows, type OpenWindow } from '../calendars/windows.ts';
import { allOf } from './resolve-condition.ts';
import type { Agreement, Definitions, GoalUnit, Target } from './definitions.ts';

export interface PlannedCalendar {
  /** Name of a calendar, or `name (zone)` where a target reads its hours in another zone. */
  name: string;
  /** Versions in order of validity. */
  versions: readonly Calendar[];
  windows: readonly OpenWindow[];
}

export interface PlannedTarget extends Target {
  number: number;
  agreement: Agreement;
  /** First and last second at which a clock may start, epoch seconds. */
  validFrom: number | undefined;
  validTo: number | undefined;
}

/** Everything the pass needs that SQL does not know: targets by number, calendars as windows over the span of the data. */
export interface Plan {
  targets: readonly PlannedTarget[];
  /** First those of `baseNames`, then for each of `zones` the same in that zone. */
  calendars: readonly PlannedCalendar[];
  baseNames: readonly string[];
  /** Zones that targets name. */
  zones: readonly string[];
  /** By target: numbers of the made-up calendars that are open when all of its calendars are, and when any is. */
  bounds: ReadonlyMap<number, { all: number; any: number }>;
  /** Data instant, epoch seconds. */
  asOf: number;
  /** First instant that any clock can touch, epoch seconds. */
  from: number;
  zone: string;
}

const day = 86_400;
/** How far a due time is looked for: a calendar that stays closed longer has none. */
const furthestDue = 40 * 366 * day;

/**
 * Lays out the pass. Calendars are expanded from `from` until the longest goal of all targets is sure to end in them.
 * @param from epoch seconds of the first instant that a clock can touch
 * @param asOf epoch seconds of the data instant
 * @param hasBounds whether records without history need their bounds
 */
export function planPass(definitions: Definitions, zone: string, from: number, asOf: number, hasBounds = false): Plan {
  const targets = plannedTargets(definitions, zone);
  const reach = reachOf(targets);
  const baseNames = [...new Set(definitions.calendars.map(({ name }) => name))];
  const versionsOf = (name: string): Calendar[] =>
    definitions.calendars.filter((calendar) => calendar.name === name).sort((a, b) => a.version - b.version);
  const zones = [...new Set(targets.flatMap((target) => zonesOf(target)))];
  const zoned = zones.flatMap((other) =>
    baseNames.map((name) => {
      const isUsed = targets.some((target) => zonesOf(target).includes(other) && calendarsOf(target).includes(name));
      const versions = versionsOf(name).map((version) => ({ ...version, zone: other }));
      return { name: `${name} (${other})`, versions, windows: isUsed ? windowsBeyond(versions, from, asOf, reach) : [] };
    })
  );
  const calendars = baseNames.map((name) => {
    const versions = versionsOf(name);
    return { name, versions, windows: windowsBeyond(versions, from, asOf, reach) };
  });
  const known = { targets, calendars: [...calendars, ...zoned], baseNames, zones, bounds: new Map(), asOf, from, zone };
  return hasBounds ? withBounds(known) : known;
}

/** Adds the made-up calendars that bound a clock whose calendar nobody knows (R21); their names never leave the pass. */
function withBounds(plan: Plan): Plan {
  const calendars = [...plan.calendars];
  const bounds = new Map<number, { all: number; any: number }>();
  const kept = new Map<string, { all: number; any: number }>();
  for (const target of plan.targets) {
    const numbers = calendarNumbers(target, plan);
    if (numbers.length < 2) continue;
    const key = numbers.toSorted((a, b) => a - b).join(' ');
    const windows = numbers.map((number) => plan.calendars[number]!.windows);
    const made = kept.get(key) ?? { all: calendars.length, any: calendars.length + 1 };
    if (!kept.has(key))
      calendars.push(
        { name: '', versions: [], windows: commonWindows(windows, numbers.length) },
        { name: '', versions: [], windows: commonWindows(windows, 1) }
      );
    kept.set(key, made);
    bounds.set(target.number, made);
  }
  return { ...plan, calendars, bounds };
}

/** Calendars that clocks of a target may run on, by name. */
export const calendarsOf = ({ calendar }: Pick<Target, 'calendar'>): string[] => [
  ...new Set([...calendar.links.flatMap(({ map }) => Object.values(map)), calendar.fallback])
];
const zonesOf = ({ zone }: Pick<Target, 'zone'>): string[] =>
  zone ? [...zone.links.flatMap(({ map }) => Object.values(map)), zone.fallback].filter((name) => name !== '') : [];

/** Numbers, in `Plan.calendars`, of all calendars that clocks of a target may run on. */
export function calendarNumbers(target: PlannedTarget, { baseNames, zones }: Plan): number[] {
  const base = calendarsOf(target).map((name) => baseNames.indexOf(name));
  const others = zonesOf(target).flatMap((zone) => base.map((number) => baseNames.length * (1 + zones.indexOf(zone)) + number));
  return target.zone && target.zone.fallback !== '' ? others : [...base, ...others];
}

/** How much open time, and how many working days, must lie beyond the data instant. */
function reachOf(targets: readonly PlannedTarget[]): Reach {
  const longest = (unit: GoalUnit): number =>
    Math.max(
      0,
      ...targets.filter((target) => target.unit === unit).flatMap(({ goals }) => [...goals.byPriority.values(), goals.fallback ?? 0])
    );
  return { seconds: longest('elapsed'), days: longest('working_day') };
}
interface Reach {
  seconds: number;
  days: number;
}

/** Targets by number; the services of an agreement are part of what its targets are about. */
export function plannedTargets({ agreements }: Definitions, zone: string): PlannedTarget[] {
  return agreements
    .flatMap((agreement) => agreement.targets.map((target) => ({ agreement, target })))
    .map(({ agreement, target }, number) => ({
      ...target,
      when: allOf([agreement.services.length > 0 ? { kind: 'in', column: 'service', values: agreement.services } : undefined, target.when]),
      number,
      agreement,
      validFrom: agreement.validFrom === undefined ? undefined : midnight(agreement.validFrom, zone, 0),
      validTo: agreement.validTo === undefined ? undefined : midnight(agreement.validTo, zone, 1) - 1
    }));
}

const midnight = (date: string, zone: string, daysLater: number): number =>
  Math.floor(Temporal.PlainDate.from(date).add({ days: daysLater }).toZonedDateTime(zone).epochMilliseconds / 1000);

function windowsBeyond(versions: readonly Calendar[], from: number, asOf: number, { seconds, days }: Reach): OpenWindow[] {
  for (let reach = seconds + 3 * days * day + 30 * day; ; reach *= 3) {
    const windows = openWindows(versions, from, asOf + Math.min(reach, furthestDue));
    const isEnough = addBusinessSeconds(windows, asOf, seconds + 1) !== undefined && hasDays(windows, asOf, days);
    if (reach >= furthestDue || isEnough) return windows;
  }
}

/** Whether so many dates with open time lie ahead; windows that touch are merged, so whole days are counted by their length. */
function hasDays(windows: readonly OpenWindow[], asOf: number, days: number): boolean {
  if (days === 0) return true;
  const ahead = windows.filter(({ to }) => to > asOf);
  return ahead.reduce((sum, { from, to }) => sum + Math.max(1, Math.floor((to - Math.max(from, asOf)) / day)), 0) > days + 2;
}
