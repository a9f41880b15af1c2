import { describe, expect, test } from 'vitest';
import { addBusinessSeconds, businessSeconds } from '#warehouse/calendars/business-time.ts';
import { alwaysOpen, everyDay, type Calendar } from '#warehouse/calendars/calendar.ts';
import { openWindows } from '#warehouse/calendars/windows.ts';
import { at, hour, hours, weekdays } from './calendar-files.ts';

const nineToFive = weekdays('UTC', [hours(9, 17)]);
const year = 366 * 86_400;

function elapsed(calendar: Calendar, from: string, to: string): number {
  const [start, end] = [at(from, calendar.zone), at(to, calendar.zone)];
  return businessSeconds(openWindows([calendar], start, end), start, end);
}

function due(calendar: Calendar, from: string, seconds: number): number | undefined {
  const start = at(from, calendar.zone);
  return addBusinessSeconds(openWindows([calendar], start, start + year), start, seconds);
}

describe('worked examples of business time between two instants', () => {
  test('G1: 9–17, Monday 14:00 to Tuesday 09:00 is 3 h', () => {
    expect(elapsed(nineToFive, '2026-03-02 14:00', '2026-03-03 09:00')).toBe(3 * hour);
  });
  test('G2: 8–17, Friday evening to Monday 09:30 is 1:30', () => {
    expect(elapsed(weekdays('UTC', [hours(8, 17)]), '2014-12-12 21:00', '2014-12-15 09:30')).toBe(1.5 * hour);
  });
  test('G12: 2 November 2025 in New York lasts 25 h', () => {
    expect(elapsed({ ...alwaysOpen, zone: 'America/New_York' }, '2025-11-02 00:00', '2025-11-03 00:00')).toBe(25 * hour);
  });
  test('G15: a window Sunday 01:00–04:00 is 2 h long in spring and 4 h in autumn', () => {
    const sunday: Calendar = { ...alwaysOpen, zone: 'Europe/Berlin', week: [...everyDay([]).slice(0, 6), [hours(1, 4)]] };
    expect(elapsed(sunday, '2026-03-29 00:00', '2026-03-30 00:00')).toBe(2 * hour);
    expect(elapsed(sunday, '2026-10-25 00:00', '2026-10-26 00:00')).toBe(4 * hour);
  });
});

describe('worked examples of due times', () => {
  const cases: [title: string, calendar: Calendar, from: string, hoursToAdd: number, expected: string][] = [
    ['G3: 24 h of schedule on 9–17 from Monday 09:00', nineToFive, '2026-03-02 09:00', 24, '2026-03-04 17:00'],
    ['G4: 1 day as 24 h of schedule on 9–17, Friday 16:00', nineToFive, '2026-03-06 16:00', 24, '2026-03-11 16:00'],
    ['G5: 4 h on 8–18, Tuesday 16:00', weekdays('UTC', [hours(8, 18)]), '2026-03-03 16:00', 4, '2026-03-04 10:00'],
    ['G6: 8 h on 9–18, Monday 16:00, before its pause', weekdays('UTC', [hours(9, 18)]), '2026-03-02 16:00', 8, '2026-03-03 15:00'],
    ['G6: with 2 business hours of pause', weekdays('UTC', [hours(9, 18)]), '2026-03-02 16:00', 8 + 2, '2026-03-03 17:00'],
    ['G8: half of 8 h from an opening at 08:00, started 07:00', weekdays('UTC', [hours(8, 17)]), '2026-03-02 07:00', 4, '2026-03-02 12:00'],
    ['G8: all of it', weekdays('UTC', [hours(8, 17)]), '2026-03-02 07:00', 8, '2026-03-02 16:00'],
    [
      'G10: 24×7 in New York over the repeated hour',
      { ...alwaysOpen, zone: 'America/New_York' },
      '2025-11-02 00:30',
      4,
      '2025-11-02 03:30'
    ],
    [
      'G14: 9–17 in New York over the change of clocks',
      weekdays('America/New_York', [hours(9, 17)]),
      '2026-03-06 16:00',
      2,
      '2026-03-09T14:00Z'
    ],
    ['G19: 8 h from Monday 09:00 on 9–17 is closing time (R9)', nineToFive, '2026-03-02 09:00', 8, '2026-03-02 17:00'],
    ['G21: shift 22:00–06:00, 10 h from Monday 23:00', weekdays('UTC', [hours(22, 30)]), '2026-03-02 23:00', 10, '2026-03-04 01:00']
  ];
  test.each(cases)('%s', (_title, calendar, from, hoursToAdd, expected) => {
    expect(due(calendar, from, hoursToAdd * hour)).toBe(at(expected, calendar.zone));
  });
  test('G18: 8 h on 9–17, Tuesday 13:00, Wednesday a holiday', () => {
    const withHoliday = { ...nineToFive, holidays: [{ date: '2026-03-04', name: 'A day off' }] };
    expect(due(withHoliday, '2026-03-03 13:00', 8 * hour)).toBe(at('2026-03-05 13:00'));
  });
});
