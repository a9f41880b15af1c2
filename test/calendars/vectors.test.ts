import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addBusinessSeconds, businessSeconds, nextOpenInstant } from '#warehouse/calendars/business-time.ts';
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

/** Ours: seconds that really pass, and adding nothing stays where it is. Theirs, where they differ, is turned into ours here. */
function expectedOf(vector: Vector): { answer: number | undefined; convention?: string } {
  if (vector.note.startsWith('CONVENTION'))
    return { answer: 90_000, convention: 'theirs is 24 h of wall clock; ours is the 25 h that pass' };
  return { answer: vector.kind === 'between' ? vector.expected_seconds : undefined };
}

describe.skipIf(!file)(`third-party vectors${file ? '' : ' (skipped: shared data business-time/vectors.json is not here)'}`, () => {
  const named = vectors.map((vector, index) => {
    const { answer, convention } = expectedOf(vector);
    return { title: `${index + 1} ${vector.calendar} ${vector.start}${convention ? ` (convention: ${convention})` : ''}`, vector, answer };
  });

  test.each(named.filter(({ vector }) => vector.kind === 'between'))('between: $title', ({ vector, answer }) => {
    const calendar = calendarOf(vector.calendar);
    const [from, to] = [at(vector.start, calendar.zone), at(vector.end!, calendar.zone)];
    const windows = openWindows([calendar], Math.min(from, to), Math.max(from, to));
    expect(businessSeconds(windows, from, to)).toBe(answer);
  });

  test.each(named.filter(({ vector }) => vector.kind === 'add'))('add: $title', ({ vector }) => {
    const calendar = calendarOf(vector.calendar);
    const from = at(vector.start, calendar.zone);
    const windows = openWindows([calendar], from, from + 60 * 86_400);
    const expected = at(vector.expected_end!, calendar.zone);
    const due = addBusinessSeconds(windows, from, vector.add_seconds!)!;
    const declared = closingTimeConvention[vector.start] ?? 'same';
    expect(declared === 'next opening' ? nextOpenInstant(windows, due) : due).toBe(expected);
  });

  test('all 58 were read', () => expect(vectors).toHaveLength(58));
});

/** Convention that differs: adding nothing outside hours answers the next opening there, and the same instant here. */
const closingTimeConvention: Record<string, 'next opening'> = { '2006-01-03 00:00:00': 'next opening' };
