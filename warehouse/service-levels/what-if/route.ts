import { isDeepStrictEqual } from 'node:util';
import { isOfState } from '../condition-sql.ts';
import type { Target } from '../definitions.ts';
import type { Part, Side } from './parts.ts';

/**
 * How the clocks of a changed target are found.
 * - `nothing`: they are the published ones
 * - `facts`: from the published clocks and segments, where a change only weighs the same seconds anew
 * - `pass`: from the courses of the records
 */
export type Way = 'nothing' | 'facts' | 'pass';

const priorities = [0, 1, 2, 3, 4, 5, 6, 7];
const goalOf = ({ goals }: Target, priority: number): number | undefined => goals.byPriority.get(priority) ?? goals.fallback;

/**
 * The least that tells the new clocks.
 * @param hasUntold whether some record has no history: then pauses and calendars decide bounds, which the segments do not tell
 */
export function wayOf(before: Side, after: Side, changed: readonly Part[], hasUntold: boolean): Way {
  const [old, next] = [before.target, after.target];
  const ways: Partial<Record<Part, () => boolean>> = {
    goals: () => next.unit === 'elapsed' && priorities.every((each) => goalOf(next, each) === undefined || goalOf(old, each) !== undefined),
    calendar: () => next.unit === 'elapsed' && !hasUntold && isToldBySegments(old, next),
    zone: () => next.unit === 'elapsed' && !hasUntold && isToldBySegments(old, next),
    pause: () => !hasUntold && isPausedByState(old) && isPausedByState(next)
  };
  if (changed.length === 0) return 'nothing';
  return changed.every((part) => ways[part]?.() ?? false) ? 'facts' : 'pass';
}

/** A segment tells its calendar and its team: with the same chains the first is enough, else chains may ask for the team only. */
export function isToldBySegments(old: Target, next: Target): boolean {
  if (isDeepStrictEqual([old.calendar, old.zone], [next.calendar, next.zone])) return true;
  return [...next.calendar.links, ...(next.zone?.links ?? [])].every(({ column }) => column === 'team');
}

/** What counts and what does not hangs on the state alone, which a segment tells. */
function isPausedByState({ pause, resume, stop, cancel, isCancelledWhenUnmet, retroactiveStart }: Target): boolean {
  return !resume && !isCancelledWhenUnmet && !retroactiveStart && [pause, stop.condition, cancel].every(isOfState);
}
