import { alwaysOpen, parseDayWindow } from '../calendars/calendar.ts';
import { isZone } from '../calendars/offsets.ts';
import { didYouMean, error, warning, type Finding } from './finding.ts';
import { checkHolidays } from './holiday-rules.ts';
import type { ReadFile } from './resolve.ts';
import type { CalendarEntry } from './schema.ts';
import type { Path } from './source-file.ts';
import { checkVersions, isDate } from './version-rules.ts';

/** Everything about calendars that their shape alone cannot tell. */
export function checkCalendars(entries: readonly CalendarEntry[], read: ReadFile): Finding[] {
  return [
    ...entries.flatMap((entry, index) => [...checkCalendar(entry, index), ...checkHolidays(entry, ['calendars', index], read)]),
    ...checkVersions(entries, 'calendars')
  ];
}

function checkCalendar(entry: CalendarEntry, index: number): Finding[] {
  const path = ['calendars', index];
  const found: Finding[] = [];
  if (!isZone(entry.zone))
    found.push(
      error(
        [...path, 'zone'],
        `"${entry.zone}" is no IANA time zone`,
        didYouMean(entry.zone, Intl.supportedValuesOf('timeZone'), 'Write it like "Europe/Berlin".')
      )
    );
  if (entry.name === alwaysOpen.name)
    found.push(error([...path, 'name'], `"${alwaysOpen.name}" is built in: always open, in UTC`, 'Choose another name.'));
  for (const [at, dates] of datesOf(entry))
    if (!isDate(dates)) found.push(error([...path, ...at], `${dates} is no date`, 'Check day and month.'));
  for (const [at, text] of windowTexts(entry))
    if (!parseDayWindow(text))
      found.push(
        error(
          [...path, ...at],
          `"${text}" is no window of a day`,
          'Write "09:00-17:00"; a whole day is "00:00-24:00", over midnight "22:00-06:00".'
        )
      );
  if (!isEverOpen(entry))
    found.push(warning([...path, 'hours'], `"${entry.name}" is never open, so no time would ever count`, 'Say its hours.'));
  return found;
}

const isEverOpen = ({ hours, special }: CalendarEntry): boolean =>
  hours === 'always' || [...Object.values(hours), ...Object.values(special ?? {})].some((windows) => (windows ?? []).length > 0);

function datesOf(entry: CalendarEntry): [Path, string][] {
  const holidays = (entry.holidays ?? []).flatMap((holiday, index): [Path, string][] => {
    if (typeof holiday === 'string') return [[['holidays', index], holiday]];
    return 'date' in holiday ? [[['holidays', index, 'date'], holiday.date]] : [];
  });
  const keys = (['special', 'breaks'] as const).flatMap((key) =>
    Object.keys(entry[key] ?? {}).map((date): [Path, string] => [[key, date], date])
  );
  return [...holidays, ...keys];
}

function windowTexts(entry: CalendarEntry): [Path, string][] {
  const keys = ['hours', 'special', 'breaks'] as const;
  return keys.flatMap((key) => {
    const days = entry[key];
    if (days === undefined || days === 'always') return [];
    return Object.entries(days).flatMap(([day, texts]) => (texts ?? []).map((text, index): [Path, string] => [[key, day, index], text]));
  });
}
