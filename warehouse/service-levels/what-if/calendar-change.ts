import { windowDifference, type Difference } from '../../calendars/difference.ts';
import type { Chain } from '../definitions.ts';
import { calendarNumbers, type Plan, type PlannedTarget } from '../plan.ts';

/** Two versions of a target, both in one plan. */
export interface PlannedChange {
  before: PlannedTarget;
  after: PlannedTarget;
  /** Whether the calendar that a segment ran on tells the new one; else its team does. */
  isSameChain: boolean;
}

/** An old and a new calendar of the plan, by number, that a segment may have, and where they differ in the span of the plan. */
export interface CalendarPair {
  before: number;
  after: number;
  differences: readonly Difference[];
}

/** Pairs of calendars that a segment of the target may have. */
export function calendarPairs({ before, after, isSameChain }: PlannedChange, plan: Plan): CalendarPair[] {
  const [old, next] = [calendarNumbers(before, plan), calendarNumbers(after, plan)];
  const pairs = isSameChain ? old.map((number, at) => [number, next[at]!]) : old.flatMap((number) => next.map((other) => [number, other]));
  const windowsOf = (number: number) => plan.calendars[number]!.windows;
  return pairs.map(([number, other]) => ({
    before: number!,
    after: other!,
    differences: windowDifference(windowsOf(number!), windowsOf(other!), plan.from, plan.asOf)
  }));
}

/** The new calendar of a segment without a team, and of each team that the chains name. */
export function calendarsByTeam({ after }: PlannedChange, plan: Plan): { fallback: number; teams: Map<string, number> } {
  const teams = [after.calendar, after.zone].flatMap((chain) => chain?.links ?? []).flatMap(({ map }) => Object.keys(map));
  const numberOf = (team: string | undefined): number => {
    const base = plan.baseNames.indexOf(nameOf(after.calendar, team));
    const zone = after.zone ? nameOf(after.zone, team) : '';
    return zone === '' ? base : plan.baseNames.length * (1 + plan.zones.indexOf(zone)) + base;
  };
  return { fallback: numberOf(undefined), teams: new Map(teams.map((team) => [team, numberOf(team)])) };
}

const nameOf = ({ links, fallback }: Chain, team: string | undefined): string =>
  links.map(({ map }) => (team !== undefined && Object.hasOwn(map, team) ? map[team] : undefined)).find((name) => name !== undefined) ??
  fallback;
