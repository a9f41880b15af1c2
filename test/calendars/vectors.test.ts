import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addBusinessSeconds, businessSeconds } from '#warehouse/calendars/business-time.ts';
import { parseDayWindow, type Calendar } from '#warehouse/calendars/calendar.ts';
import { openWindows } from '#warehouse/calendars/windows.ts';
import { sharedData } from '#test/shared-data.ts';
import { at } from './calendar-files.ts';

interface VectorCalendar {
  tz: string;
  hours: Record<string, [string, string][]>;
  holidays: string[];
  recurring_holidays_mm_dd: string[];
  date_hours: Record<string, [string, string][]>;
  date_breaks: Record<string, [string, string][]>;
}
interface Vector {
  kind: 'between' | 'add';
  source: string;
  calendar: string;
  start: string;
  end?: string;
  expected_seconds?: number;
  add_seconds?: number;
  expected_end?: string;
  note: string;
}

const file = sharedData('business-time/vectors.json');
const { calendars, vectors } = (file ? JSON.parse(readFileSync(file, 'utf8')) : { calendars: {}, vectors: [] }) as {
  calendars: Record<string, VectorCalendar>;
  vectors: Vector[];
};

const windowsOf = (pairs: [string, string][] = []) => pairs.map(([from, to]) => parseDayWindow(`${from}-${to}`)!);
const dated = (days: Record<string, [string, string][]>) =>
  Object.fromEntries(Object.entries(days).map(([date, pairs]) => [date, windowsOf(pairs)]));

function calendarOf(name: string): Calendar {
  const { tz, hours, holidays, recurring_holidays_mm_dd, date_hours, date_breaks } = calendars[name]!;
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => windowsOf(hours[day]));
  const named = [...holidays, ...recurring_holidays_mm_dd].map((date) => ({ date, name: date }));
  return { name, version: 1, zone: tz, week, holidays: named, special: dated(date_hours), breaks: dated(date_breaks) };
}

/** Conventions that differ, by start, with our answer in place of theirs. Ours counts seconds that really pass, and adding none moves nothing. */
const conventions: Record<string, { why: string; answer: number }> = {
  '2020-10-24 22:00:00+00:00': { why: 'theirs is 24 h of wall clock, ours the 25 h that pass', answer: 25 * 3600 },
  '2006-01-03 00:00:00': { why: 'theirs moves to the next opening when adding nothing, ours stays', answer: at('2006-01-03 00:00:00') }
};

const titled = (kind: Vector['kind']) =>
  vectors
    .filter((vector) => vector.kind === kind)
    .map((vector, index) => {
      const convention = conventions[vector.start];
      return {
        title: `${index + 1} ${vector.calendar} ${vector.start}${convention ? ` (convention: ${convention.why})` : ''}`,
        vector,
        convention
      };
    });

describe.skipIf(!file)(`third-party vectors${file ? '' : ' (skipped: shared data business-time/vectors.json is not here)'}`, () => {
  test.each(titled('between'))('between: $title', ({ vector, convention }) => {
    const calendar = calendarOf(vector.calendar);
    const [from, to] = [at(vector.start, calendar.zone), at(vector.end!, calendar.zone)];
    const windows = openWindows([calendar], Math.min(from, to), Math.max(from, to));
    expect(businessSeconds(windows, from, to)).toBe(convention ? convention.answer : vector.expected_seconds);
  });

  test.each(titled('add'))('add: $title', ({ vector, convention }) => {
    const calendar = calendarOf(vector.calendar);
    const from = at(vector.start, calendar.zone);
    const windows = openWindows([calendar], from, from + 60 * 86_400);
    expect(addBusinessSeconds(windows, from, vector.add_seconds!)).toBe(
      convention ? convention.answer : at(vector.expected_end!, calendar.zone)
    );
  });

  test('all 58 were read', () => expect(vectors).toHaveLength(58));
});
