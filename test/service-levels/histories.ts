import fc from 'fast-check';
import { states } from '#warehouse/contract.ts';
import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import type { CourseRow, WorldRecord } from './world.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/St_Johns', 'UTC'] as const;
/** Fridays before changes of clocks, Berlin and New York and Lord Howe, spring and autumn. */
const beginnings = [
  '2026-03-27T00:00Z',
  '2025-10-24T00:00Z',
  '2026-03-06T00:00Z',
  '2025-10-31T00:00Z',
  '2026-04-03T00:00Z',
  '2026-10-02T00:00Z'
];

const time = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((fives) => fives * 5);
const window = fc
  .tuple(minuteOf, fc.integer({ min: 12, max: 24 * 12 - 1 }))
  .map(([from, fives]) => `${time(from)}-${from + fives * 5 === 1440 ? '24:00' : time((from + fives * 5) % 1440)}`);
const windows = fc.array(window, { minLength: 0, maxLength: 2 });
const dates = Array.from(
  { length: 21 },
  (_, index) => (start: string) => new Date(Date.parse(start) + index * 86_400_000).toISOString().slice(0, 10)
);

const days = {
  mon: fc.array(window, { minLength: 1, maxLength: 2 }),
  tue: windows,
  wed: windows,
  thu: windows,
  fri: windows,
  sat: windows,
  sun: windows
};
const dated = (start: string) =>
  fc.dictionary(fc.constantFrom(...dates.map((date) => date(start))), fc.array(window, { minLength: 1, maxLength: 2 }), { maxKeys: 2 });

/** Weekly hours with windows that overlap, touch and pass midnight, holidays, special days and breaks. */
export const calendarNamed = (name: string, start: string): fc.Arbitrary<CalendarEntry> =>
  fc.record({
    name: fc.constant(name),
    zone: fc.constantFrom(...zones),
    hours: fc.oneof({ weight: 5, arbitrary: fc.record(days) }, { weight: 1, arbitrary: fc.constant('always' as const) }),
    holidays: fc.uniqueArray(fc.constantFrom(...dates.map((date) => date(start))), { maxLength: 2 }),
    special: dated(start),
    breaks: dated(start)
  });

const courseFrom = (start: number): fc.Arbitrary<CourseRow[]> =>
  fc
    .array(
      fc.record({
        gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3600 }), fc.integer({ min: 1, max: 2 * 86_400 })),
        state: fc.constantFrom(...states),
        team: fc.constantFrom('A', 'B', undefined),
        priority: fc.constantFrom(1, 2, 3, undefined)
      }),
      { minLength: 1, maxLength: 7 }
    )
    .map((rows) => {
      let at = start;
      return rows.map(({ gap, ...row }, index) => ({ ...row, at: (at += index === 0 ? gap % 86_400 : gap) }));
    });

const recordFrom = (id: string, start: number): fc.Arbitrary<WorldRecord> =>
  fc
    .record({ course: courseFrom(start), acknowledgedAfter: fc.option(fc.integer({ min: -3600, max: 4 * 86_400 })) })
    .map(({ course, acknowledgedAfter }) => ({
      id,
      course,
      fields: (acknowledgedAfter === null ? {} : { acknowledged_at: course[0]!.at + acknowledgedAfter }) as Record<string, number>
    }));

const goals = fc.constantFrom<TargetEntry['goals']>({ default: '4h' }, { '1': '1h', '2': '3h', default: '8h' }, { '1': '30m', '3': '10h' });
const calendarSource = fc.constantFrom<TargetEntry['calendar']>('one', 'two', { by_team: { A: 'one', B: 'two' }, default: 'two' });

/** Targets with every policy spelled out, so that nothing hangs on defaults. */
const targets: fc.Arbitrary<TargetEntry[]> = fc
  .tuple(
    fc.record({
      goals,
      calendar: calendarSource,
      reopen: fc.constantFrom('resume', 'new_cycle', 'ignore'),
      priority_change: fc.constantFrom('retarget', 'restart')
    }),
    fc.record({ goals, calendar: calendarSource, priority_change: fc.constantFrom('retarget', 'restart') })
  )
  .map(([resolution, response]) => {
    const shared = { record_type: 'incident' as const, cancel: ['cancelled' as const] };
    return [
      {
        name: 'resolution',
        metric: 'resolution',
        start: ['opened_at'],
        stop: ['resolved', 'closed'],
        pause: ['on_hold'],
        ...shared,
        ...resolution
      },
      {
        name: 'response',
        metric: 'response',
        start: ['opened_at'],
        stop: ['acknowledged_at', 'in_progress', 'closed'],
        pause: [],
        reopen: 'ignore',
        ...shared,
        ...response
      },
      {
        name: 'follow-up',
        metric: 'workaround',
        start: ['acknowledged_at'],
        stop: ['resolved', 'closed'],
        pause: ['on_hold'],
        ...shared,
        ...resolution
      }
    ] as TargetEntry[];
  });

export interface Scene {
  calendars: CalendarEntry[];
  targets: TargetEntry[];
  records: WorldRecord[];
  asOf: number;
}

/** Two calendars, three targets and a few records around a change of clocks. */
export const scene: fc.Arbitrary<Scene> = fc.constantFrom(...beginnings).chain((start) => {
  const begin = Date.parse(start) / 1000;
  const records = fc.tuple(...Array.from({ length: 8 }, (_, index) => recordFrom(`INC${index}`, begin)));
  return fc
    .record({
      calendars: fc.tuple(calendarNamed('one', start), calendarNamed('two', start)),
      targets,
      records,
      after: fc.integer({ min: 0, max: 3 * 86_400 })
    })
    .map(({ calendars, targets, records, after }) => {
      const last = Math.max(...records.flatMap(({ course }) => course.map(({ at }) => at)));
      return { calendars: [...calendars], targets, records: [...records], asOf: last + after };
    });
});
