import { eventNames, readCalendarFile } from '../calendars/ical.ts';
import { isZone } from '../calendars/offsets.ts';
import { holidayNames, placesIn } from '../calendars/public-holidays.ts';
import { didYouMean, error, warning, type Finding } from './finding.ts';
import type { ReadFile } from './resolve.ts';
import type { CalendarEntry, HolidayEntry } from './schema.ts';
import type { Path } from './source-file.ts';

type Named = Extract<HolidayEntry, { country: string }>;
type Imported = Extract<HolidayEntry, { ical: string }>;

/** Holidays by name must be of a place that is known, and files must be there and readable. */
export function checkHolidays({ holidays = [], zone }: CalendarEntry, path: Path, read: ReadFile): Finding[] {
  return holidays.flatMap((entry, index) => {
    if (typeof entry === 'string' || 'date' in entry) return [];
    const at = [...path, 'holidays', index];
    return 'ical' in entry ? checkFile(entry, zone, at, read) : checkPlace(entry, at);
  });
}

function checkPlace(entry: Named, path: Path): Finding[] {
  const { country, state, region } = entry;
  const steps = [
    { key: 'country', word: country, among: placesIn({}), of: 'the world' },
    ...(state === undefined ? [] : [{ key: 'state', word: state, among: placesIn({ country }), of: country }]),
    ...(region === undefined
      ? []
      : [{ key: 'region', word: region, among: placesIn({ country, state: state ?? '' }), of: `${country} ${state ?? ''}`.trim() }])
  ];
  const wrong = steps.find(({ word, among }) => !among.has(word));
  if (wrong)
    return [
      error([...path, wrong.key], `no ${wrong.key} "${wrong.word}" of ${wrong.of} is known`, placeSuggestion(wrong.word, wrong.among))
    ];
  return checkWithout(entry, path);
}

function placeSuggestion(word: string, among: ReadonlyMap<string, string>): string {
  const byName = [...among].find(([, name]) => name.toLowerCase() === word.toLowerCase());
  if (byName) return `Did you mean "${byName[0]}"?`;
  if (among.size === 0) return 'There are none: leave it out.';
  const list = [...among].map(([code, name]) => `${code} (${name})`);
  return list.length > 60 ? 'Write the two letters of ISO 3166-1: DE.' : `Known: ${list.join(', ')}.`;
}

/** Some holidays come only in some years, so names are looked for in many. */
function checkWithout({ without = [], types = ['public'], ...place }: Named, path: Path): Finding[] {
  if (without.length === 0) return [];
  const known = new Set([2024, 2025, 2026, 2027, 2028].flatMap((year) => holidayNames(place, types, year)));
  return without.flatMap((name, index) =>
    known.has(name)
      ? []
      : [
          warning(
            [...path, 'without', index],
            `"${name}" is no holiday there`,
            didYouMean(name, [...known], `Known: ${[...known].join(', ')}.`)
          )
        ]
  );
}

function checkFile({ ical, without = [] }: Imported, zone: string, path: Path, read: ReadFile): Finding[] {
  try {
    const text = read(ical);
    readCalendarFile(text, isZone(zone) ? zone : 'UTC', without)(2026);
    const known = eventNames(text);
    return without.flatMap((name, index) =>
      known.includes(name)
        ? []
        : [warning([...path, 'without', index], `"${name}" is no event of ${ical}`, didYouMean(name, known, 'Correct the name.'))]
    );
  } catch (cause) {
    return [error([...path, 'ical'], `"${ical}" cannot be used: ${firstLine(cause)}`, 'Put an iCalendar file (RFC 5545) there.')];
  }
}

const firstLine = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!.slice(0, 200);
