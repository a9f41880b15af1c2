import type { Group } from './groups.ts';
import { changedParts, type Part, type Reach, type Side } from './parts.ts';
import { wayOf, type Way } from './route.ts';

/** One target after the change, beside the version of it that it replaces, and how its clocks are found. */
export interface Case {
  groupAt: number;
  /** Places in the group. */
  oldAt: number | undefined;
  newAt: number;
  before: Side | undefined;
  after: Side;
  changed: Part[];
  way: Way;
}

/** The cases of a group: versions are the same when they have the same id. */
export function casesOf(group: Group, groupAt: number, reach: Reach, hasUntold: boolean, isKnown: boolean): Case[] {
  return group.after.map((after, newAt) => {
    const found = group.before.findIndex(({ target }) => target.id === after.target.id);
    const before = group.before[found];
    const changed = before ? changedParts(before, after, reach) : [];
    const way = before && isKnown ? wayOf(before, after, changed, hasUntold) : 'pass';
    return { groupAt, oldAt: before ? found : undefined, newAt, before, after, changed, way };
  });
}

/** Whether every clock stays under the target that it was under, so that old and new need no matching. */
export const isInPlace = (group: Group, cases: readonly Case[]): boolean =>
  group.before.length === group.after.length && cases.every(({ way, oldAt }) => oldAt !== undefined && way !== 'pass');
