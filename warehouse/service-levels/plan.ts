import { addBusinessSeconds } from '../calendars/business-time.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { openWindows, type OpenWindow } from '../calendars/windows.ts';
import { recordTypes, type RecordType } from '../contract.ts';
import type { Agreement, Definitions, Target } from './definitions.ts';

export interface PlannedCalendar {
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
  calendars: readonly PlannedCalendar[];
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
 */
export function planPass(definitions: Definitions, zone: string, from: number, asOf: number): Plan {
  const targets = plannedTargets(definitions, zone);
  const longest = Math.max(0, ...targets.flatMap(({ goals }) => [...goals.byPriority.values(), goals.fallback ?? 0]));
  const names = [...new Set(definitions.calendars.map(({ name }) => name))];
  const calendars = names.map((name) => {
    const versions = definitions.calendars.filter((calendar) => calendar.name === name).sort((a, b) => a.version - b.version);
    return { name, versions, windows: windowsBeyond(versions, from, asOf, longest) };
  });
  return { targets, calendars, asOf, from, zone };
}

export const typesOf = (plan: Plan): RecordType[] =>
  recordTypes.filter((type) => plan.targets.some(({ recordType }) => recordType === type));

function plannedTargets({ agreements }: Definitions, zone: string): PlannedTarget[] {
  return agreements
    .flatMap((agreement) => agreement.targets.map((target) => ({ agreement, target })))
    .map(({ agreement, target }, number) => ({
      ...target,
      number,
      agreement,
      validFrom: agreement.validFrom === undefined ? undefined : midnight(agreement.validFrom, zone, 0),
      validTo: agreement.validTo === undefined ? undefined : midnight(agreement.validTo, zone, 1) - 1
    }));
}

const midnight = (date: string, zone: string, daysLater: number): number =>
  Math.floor(Temporal.PlainDate.from(date).add({ days: daysLater }).toZonedDateTime(zone).epochMilliseconds / 1000);

function windowsBeyond(versions: readonly Calendar[], from: number, asOf: number, seconds: number): OpenWindow[] {
  for (let reach = seconds + 30 * day; ; reach *= 3) {
    const windows = openWindows(versions, from, asOf + Math.min(reach, furthestDue));
    if (reach >= furthestDue || addBusinessSeconds(windows, asOf, seconds + 1) !== undefined) return windows;
  }
}
