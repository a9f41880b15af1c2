import type { Calendar } from '../../calendars/calendar.ts';
import type { RecordType } from '../../contract.ts';
import type { Chain, Definitions } from '../definitions.ts';
import { calendarsOf } from '../plan.ts';
import type { Side } from './parts.ts';

/** All versions of one target of an agreement, before and after; a record's clocks are under one of them. */
export interface Group {
  agreement: string;
  target: string;
  recordType: RecordType;
  before: Side[];
  after: Side[];
}

/** Targets of two sets of definitions, paired by agreement, name and record type. */
export function groupsOf(before: Definitions, after: Definitions): Group[] {
  const groups = new Map<string, Group>();
  const add = (definitions: Definitions, side: 'before' | 'after'): void => {
    for (const agreement of definitions.agreements)
      for (const target of agreement.targets) {
        const key = JSON.stringify([agreement.name, target.name, target.recordType]);
        const group = groups.get(key) ?? {
          agreement: agreement.name,
          target: target.name,
          recordType: target.recordType,
          before: [],
          after: []
        };
        groups.set(key, group);
        group[side].push({ agreement, target, calendars: definitions.calendars });
      }
  };
  add(before, 'before');
  add(after, 'after');
  return [...groups.values()];
}

/**
 * Definitions that hold targets of several sets at once: calendars that go by one name in both sets but are not the same get a name of
 * their own. Targets keep their order, so that their numbers in a plan are their places in the list.
 */
export function joined(sides: readonly Side[]): Definitions {
  const calendars: Calendar[] = [];
  const named = new Map<string, { source: readonly Calendar[]; name: string }[]>();
  const nameOf = (source: readonly Calendar[], name: string): string => {
    const known = named.get(name) ?? [];
    named.set(name, known);
    const found = known.find((each) => each.source === source);
    if (found) return found.name;
    const own = known.length === 0 ? name : `${name} \u2032${known.length}`;
    known.push({ source, name: own });
    calendars.push(...source.filter((calendar) => calendar.name === name).map((calendar) => ({ ...calendar, name: own })));
    return own;
  };
  const agreements = sides.map(({ agreement, target, calendars: source }) => {
    const own = new Map(calendarsOf(target).map((name) => [name, nameOf(source, name)]));
    return { ...agreement, targets: [{ ...target, calendar: renamed(target.calendar, own) }] };
  });
  return { calendars, agreements };
}

const renamed = ({ links, fallback }: Chain, names: ReadonlyMap<string, string>): Chain => ({
  links: links.map(({ column, map }) => ({
    column,
    map: Object.fromEntries(Object.entries(map).map(([value, name]) => [value, names.get(name) ?? name]))
  })),
  fallback: names.get(fallback) ?? fallback
});
