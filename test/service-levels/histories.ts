import fc from 'fast-check';
import { states } from '#warehouse/contract.ts';
import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { calendarVersions, dateAfter } from './random/calendars.ts';
import { words } from './random/conditions.ts';
import { plainTarget, randomTarget } from './random/targets.ts';
import type { CourseRow, WorldRecord } from './world.ts';

export { calendarNamed, calendarVersions, dateAfter, zones } from './random/calendars.ts';

/** Fridays before changes of clocks: Berlin, New York, Lord Howe, Troll, Casablanca; one week without. */
const beginnings = [
  '2026-03-27T00:00Z',
  '2025-10-24T00:00Z',
  '2026-03-06T00:00Z',
  '2025-10-31T00:00Z',
  '2026-04-03T00:00Z',
  '2026-10-02T00:00Z',
  '2026-02-13T00:00Z',
  '2026-03-20T00:00Z',
  '2026-06-12T00:00Z'
];

/** A value that mostly stays as it was. */
const kept = <T>(...values: readonly (T | undefined)[]): fc.Arbitrary<{ value: T | undefined } | undefined> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.constantFrom(...values).map((value) => ({ value })) }
  );
const seldom = <T>(...values: readonly (T | undefined)[]): fc.Arbitrary<{ value: T | undefined } | undefined> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.constantFrom(...values).map((value) => ({ value })) }
  );

const step = fc.record({
  gap: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 3600 }) },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 2 * 86_400 }) }
  ),
  values: fc.record({
    state: kept(...states, 'new', 'in_progress', 'in_progress', 'on_hold'),
    state_source: kept(...words.state_source, undefined),
    team: kept(...words.team, undefined),
    priority: kept(1, 2, 3, undefined),
    assignee: seldom('ann', 'bob', undefined),
    impact: seldom(1, 2, 3, undefined),
    urgency: seldom(1, 2),
    category: seldom(...words.category, undefined),
    service: seldom(...words.service, undefined),
    configuration_item: seldom('srv1', 'srv2', undefined),
    supplier: seldom(...words.supplier, undefined)
  }),
  replied: fc.constantFrom(true, undefined, undefined, undefined),
  noted: fc.constantFrom('private' as const, 'automatic' as const, 'caller' as const, ...Array<undefined>(9).fill(undefined))
});

/** Courses in which anything can happen: rows in one second, values that are not known, stretches of no length, rows that change nothing. */
const courseFrom = (start: number): fc.Arbitrary<CourseRow[]> =>
  fc.array(step, { minLength: 1, maxLength: 8 }).map((steps) => {
    let row: CourseRow = { at: start, state: 'new', team: 'A', priority: 3, category: 'network', supplier: undefined };
    return steps.map(({ gap, values, replied, noted }, index) => {
      const changes = Object.fromEntries(Object.entries(values).flatMap(([key, change]) => (change ? [[key, change.value]] : [])));
      row = { ...row, ...changes, at: row.at + (index === 0 ? gap % 86_400 : gap), replied, noted };
      return row;
    });
  });

const aroundOpening = fc.option(fc.integer({ min: -3600, max: 4 * 86_400 }), { nil: undefined, freq: 2 });

const recordFrom = (start: number): fc.Arbitrary<Omit<WorldRecord, 'id'>> =>
  fc
    .record({
      course: courseFrom(start),
      acknowledged_at: aroundOpening,
      first_response_at: aroundOpening,
      title: fc.constantFrom(...words.title, undefined),
      location: fc.constantFrom(...words.location, undefined),
      is_major: fc.constantFrom(true, false, undefined),
      hasHistory: fc.constantFrom(...Array<boolean>(14).fill(true), false)
    })
    .map(({ course, acknowledged_at, first_response_at, title, location, is_major, hasHistory }) => {
      const after = (seconds: number | undefined) => (seconds === undefined ? undefined : course[0]!.at + seconds);
      const all = { acknowledged_at: after(acknowledged_at), first_response_at: after(first_response_at), title, location, is_major };
      const fields = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as WorldRecord['fields'];
      return { course, fields, hasHistory };
    });

export interface Scene {
  calendars: CalendarEntry[];
  agreement: { valid_from?: string; valid_to?: string };
  targets: TargetEntry[];
  records: WorldRecord[];
  asOf: number;
  /** Reporting zone. */
  zone: string;
}

/**
 * Two calendars in versions, some targets and many records around a change of clocks, seen at an instant that may lie amid them. A pass
 * costs the same for one record as for hundreds, so scenes are big.
 */
export const sceneOf = (records: number, targets: number): fc.Arbitrary<Scene> =>
  fc.constantFrom(...beginnings).chain((start) => sceneFrom(start, records, targets));

/** The same, with records that begin on the day of an instant (ISO 8601). The same draw from another instant is the same scene moved there. */
export function sceneFrom(
  start: string,
  records: number,
  targets: number,
  target: fc.Arbitrary<TargetEntry> = randomTarget(start)
): fc.Arbitrary<Scene> {
  const begin = Date.parse(start) / 1000;
  return fc
    .record({
      calendars: fc.tuple(calendarVersions('one', start), calendarVersions('two', start)).map((both) => both.flat()),
      validity: fc.constantFrom({}, {}, { valid_from: dateAfter(start, 1) }, { valid_to: dateAfter(start, 2) }),
      targets: fc.array(target, { minLength: targets, maxLength: targets }),
      records: fc.array(recordFrom(begin), { minLength: records, maxLength: records }),
      asOf: fc.oneof(fc.integer({ min: 0, max: 3 * 86_400 }), fc.integer({ min: -8 * 86_400, max: 0 })),
      zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe')
    })
    .map(({ validity, targets, records, asOf, ...rest }) => {
      const last = Math.max(...records.flatMap(({ course }) => course.map(({ at }) => at)));
      return {
        ...rest,
        agreement: validity,
        targets: targets.map((target, index) => ({ ...target, name: `${target.metric} ${index}` })),
        records: records.map((record, index) => ({ ...record, id: `INC${index}` })),
        asOf: Math.max(last + asOf, begin + 86_400)
      };
    });
}

/** A few records and targets that only states end and pause. */
export const plainScene = fc.constantFrom(...beginnings).chain((start) => sceneFrom(start, 12, 3, plainTarget));
