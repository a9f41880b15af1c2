import fc from 'fast-check';
import type { CalendarEntry } from '#warehouse/service-levels/schema.ts';

/** Whole, half and quarter hours of offset; clocks that change by one hour, half an hour and two; changes around Ramadan. */
export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/St_Johns',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'UTC'
] as const;

const time = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((fives) => fives * 5);
const window = fc
  .tuple(minuteOf, fc.integer({ min: 12, max: 24 * 12 - 1 }))
  .map(([from, fives]) => `${time(from)}-${from + fives * 5 === 1440 ? '24:00' : time((from + fives * 5) % 1440)}`);
const windows = fc.array(window, { minLength: 0, maxLength: 2 });

/** `YYYY-MM-DD` so many days after an instant of UTC. */
export const dateAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
const dateFrom = (start: string) => fc.integer({ min: 0, max: 20 }).map((days) => dateAfter(start, days));

const days = {
  mon: fc.array(window, { minLength: 1, maxLength: 2 }),
  tue: windows,
  wed: windows,
  thu: windows,
  fri: windows,
  sat: windows,
  sun: windows
};
const dated = (start: string, least: number) =>
  fc.dictionary(dateFrom(start), fc.array(window, { minLength: least, maxLength: 2 }), { maxKeys: 2 });
const holiday = (start: string) =>
  fc.oneof(
    dateFrom(start),
    dateFrom(start).map((date) => date.slice(5)),
    dateFrom(start).map((date) => ({ date, name: 'A day off' }))
  );

/** Weekly hours with windows that overlap, touch and pass midnight, holidays, special days and breaks. */
export const calendarNamed = (name: string, start: string): fc.Arbitrary<CalendarEntry> =>
  fc.record({
    name: fc.constant(name),
    zone: fc.constantFrom(...zones),
    hours: fc.oneof({ weight: 5, arbitrary: fc.record(days) }, { weight: 1, arbitrary: fc.constant('always' as const) }),
    holidays: fc.array(holiday(start), { maxLength: 2 }),
    special: dated(start, 0),
    breaks: dated(start, 1)
  });

/** One to three versions of a calendar, the last one for good; between two there may be days on which none counts. */
export const calendarVersions = (name: string, start: string): fc.Arbitrary<CalendarEntry[]> =>
  fc
    .tuple(
      fc.array(calendarNamed(name, start), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(1, 1, 2)), { minLength: 2, maxLength: 2 }),
      fc.boolean()
    )
    .map(([versions, cuts, isOneZone]) => {
      let day = 0;
      return versions.map((version, index) => {
        const from = index === 0 ? {} : { valid_from: dateAfter(start, day) };
        const [length, gap] = cuts[index % cuts.length]!;
        const to = index === versions.length - 1 ? {} : { valid_to: dateAfter(start, day + length) };
        day += length + gap;
        return { ...version, ...from, ...to, zone: isOneZone ? versions[0]!.zone : version.zone };
      });
    });
