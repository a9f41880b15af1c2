import { createRequire } from 'node:module';
import type HolidayLibrary from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { noClosures, remembered, type ClosureRule, type Closures } from './closures.ts';
import type { DayWindow } from './calendar.ts';

export const holidayTypes = ['public', 'bank', 'school', 'optional', 'observance'] as const;
export type HolidayType = (typeof holidayTypes)[number];

/** A place whose holidays the library `date-holidays` knows, by its codes: ISO 3166-1, the state, and a region of it. */
export interface Place {
  country: string;
  state?: string;
  region?: string;
}

type Library = typeof HolidayLibrary;
let library: Library | undefined;
/** Half a second of data: only read where a calendar names a country. */
function holidayLibrary(): Library {
  library ??= createRequire(import.meta.url)('date-holidays') as Library;
  return library;
}

/** Codes and names one level below: countries, states of a country, regions of a state; empty where there are none. */
export function placesIn({ country, state }: Partial<Place>): ReadonlyMap<string, string> {
  const known = new (holidayLibrary())();
  const found =
    country === undefined
      ? known.getCountries('en')
      : state === undefined
        ? known.getStates(country, 'en')
        : known.getRegions(country, state, 'en');
  return new Map(Object.entries((found as Record<string, string> | undefined) ?? {}));
}

const rules = new Map<string, ClosureRule>();

/** A garbled date in a record must not make the library work through two thousand years. */
const [firstYear, lastYear] = [1970, 2100];

/**
 * The holidays of a place from 1970 to 2100, under their English names. A holiday of some hours (a bank holiday from 14:00 on) closes those hours only.
 * @param types which kinds of holidays count
 * @param without names that do not count, their substitute days neither
 */
export function publicHolidays(place: Place, types: readonly HolidayType[], without: readonly string[]): ClosureRule {
  const key = JSON.stringify([place.country, place.state, place.region, types, without]);
  const rule = rules.get(key) ?? remembered(expander(place, types, without));
  rules.set(key, rule);
  return rule;
}

/** Names of the holidays of a place in a year, substitute days under the name of what they stand for. */
export const holidayNames = (place: Place, types: readonly HolidayType[], year: number): string[] => [
  ...new Set(told(place, types, year).map(({ name }) => plainName(name)))
];

function expander(place: Place, types: readonly HolidayType[], without: readonly string[]): ClosureRule {
  return (year) =>
    year < firstYear || year > lastYear
      ? noClosures
      : told(place, types, year)
          .filter(({ name }) => !without.includes(plainName(name)))
          .reduce(withHoliday, { holidays: [], breaks: {} });
}

const instances = new Map<string, HolidayLibrary>();
function told(place: Place, types: readonly HolidayType[], year: number): HolidaysTypes.Holiday[] {
  const key = JSON.stringify([place.country, place.state, place.region]);
  const holidays = instances.get(key) ?? new (holidayLibrary())(place, { languages: 'en' });
  instances.set(key, holidays);
  return holidays.getHolidays(year, 'en').filter(({ type }) => (types as readonly string[]).includes(type));
}

const plainName = (name: string): string => name.replace(/ \(substitute day\)$/, '');

/** The text tells the wall time at the place, whatever zone the machine is in; the length comes from the instants. */
function withHoliday(sum: Closures, { date: text, name, start, end }: HolidaysTypes.Holiday): Closures {
  const [date = '', time = '00:00:00'] = text.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const from = hours * 3600 + minutes * 60 + seconds;
  const first = Temporal.PlainDate.from(date);
  if (from > 0) return { ...sum, breaks: withBreak(sum.breaks, date, { from, to: 86_400 }) };
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  const all = Array.from({ length: days }, (_, day) => ({ date: first.add({ days: day }).toString(), name }));
  return { ...sum, holidays: [...sum.holidays, ...all] };
}

const withBreak = (breaks: Closures['breaks'], date: string, window: DayWindow): Closures['breaks'] => ({
  ...breaks,
  [date]: [...(breaks[date] ?? []), window]
});
