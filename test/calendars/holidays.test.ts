import { describe, expect, test } from 'vitest';
import { berlinHolidays, newYorkHolidays } from '#ingest/sample/holidays.ts';
import { isAlwaysOpen, type Calendar } from '#warehouse/calendars/calendar.ts';
import { holidaysIn } from '#warehouse/calendars/closures.ts';
import { openWindows } from '#warehouse/calendars/windows.ts';
import { businessSeconds } from '#warehouse/calendars/business-time.ts';
import { resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import type { CalendarEntry, HolidayEntry } from '#warehouse/service-levels/schema.ts';
import { at, hour } from './calendar-files.ts';

const office = (holidays: HolidayEntry[], zone = 'Europe/Berlin', read?: (name: string) => string): Calendar => {
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-17:00']])) as CalendarEntry['hours'];
  return resolveCalendars([{ name: 'office', zone, hours: week, holidays }], read)[0]!;
};
const open = (calendar: Calendar, from: string, to: string): number => {
  const [a, b] = [at(from, calendar.zone), at(to, calendar.zone)];
  return businessSeconds(openWindows([calendar], a, b), a, b) / hour;
};

describe('holidays by name', () => {
  test.each([
    ['Berlin', { country: 'DE', state: 'BE' }, berlinHolidays, ['2025', '2026']],
    ['United States, federal', { country: 'US' }, newYorkHolidays, ['2025']]
  ])('%s: as its authorities published them', (_place, entry, published, years) => {
    for (const year of years) {
      const told = holidaysIn(office([entry]), Number(year)).map(({ date }) => date);
      expect(told).toEqual(published.map(({ date }) => date).filter((date) => date.startsWith(year)));
    }
  });
  test('close their days, whatever the year', () => {
    const calendar = office([{ country: 'DE', state: 'BE' }, '12-24', { date: '2026-05-04', name: 'Works outing' }]);
    expect(isAlwaysOpen(calendar)).toBe(false);
    expect(open(calendar, '2026-05-01 00:00', '2026-05-09 00:00')).toBe(4 * 8);
    expect(open(calendar, '2031-12-22 00:00', '2031-12-27 00:00')).toBe(2 * 8);
    expect(open(calendar, '1999-04-01 00:00', '1999-04-06 00:00')).toBe(8);
    expect(
      holidaysIn(calendar, 2026)
        .filter(({ date }) => date.startsWith('2026-05'))
        .map(({ name }) => name)
    ).toEqual(['Labour Day', 'Works outing', 'Ascension Day', 'Whit Monday']);
  });
  test('a name left out stays open, with its substitute day', () => {
    const all = office([{ country: 'US' }], 'America/New_York');
    const some = office([{ country: 'US', without: ['Independence Day', 'Columbus Day'] }], 'America/New_York');
    expect(open(all, '2026-07-03 00:00', '2026-07-04 00:00')).toBe(0);
    expect(open(some, '2026-07-03 00:00', '2026-07-04 00:00')).toBe(8);
    expect(open(some, '2026-10-12 00:00', '2026-10-13 00:00')).toBe(8);
    expect(open(some, '2026-11-26 00:00', '2026-11-27 00:00')).toBe(0);
  });
  test('half a bank holiday closes half a day', () => {
    const calendar = office([{ country: 'DE', state: 'BE', types: ['public', 'bank'] }]);
    expect(open(calendar, '2026-12-24 00:00', '2026-12-25 00:00')).toBe(5);
  });
  test('a holiday of several days, where wall time of the place is ahead of the machine', () => {
    const singapore = holidaysIn(office([{ country: 'SG' }], 'Asia/Singapore'), 2026).map(({ date }) => date);
    expect(singapore).toEqual(expect.arrayContaining(['2026-02-17', '2026-02-18', '2026-05-27', '2026-08-10']));
  });
  test('the same whatever zone the machine is in', () => {
    const before = process.env['TZ'];
    const told = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'].map((zone) => {
      process.env['TZ'] = zone;
      return holidaysIn(office([{ country: 'IN', without: [zone] }], 'Asia/Kolkata'), 2027);
    });
    process.env['TZ'] = before;
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });
});

const calendarFile = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR'].join('\r\n');
let count = 0;
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${++count}@test`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const withEvents = (...events: string[]): Calendar => office([{ ical: 'team.ics' }], 'Europe/Berlin', () => calendarFile(...events));

describe('iCalendar files', () => {
  test('events of whole days are holidays, their end excluded', () => {
    const calendar = withEvents(
      event('SUMMARY:Shutdown', 'DTSTART;VALUE=DATE:20260803', 'DTEND;VALUE=DATE:20260806'),
      event('SUMMARY:One day', 'DTSTART;VALUE=DATE:20260807', 'TRANSP:TRANSPARENT')
    );
    expect(open(calendar, '2026-08-03 00:00', '2026-08-08 00:00')).toBe(8);
    expect(holidaysIn(calendar, 2026).map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-08-03 Shutdown',
      '2026-08-04 Shutdown',
      '2026-08-05 Shutdown',
      '2026-08-07 One day'
    ]);
  });
  test('timed events are breaks in their own zone; free and cancelled ones are not', () => {
    const calendar = withEvents(
      event('SUMMARY:Meeting', 'DTSTART;TZID=America/New_York:20260810T080000', 'DTEND;TZID=America/New_York:20260810T090000'),
      event('SUMMARY:In UTC', 'DTSTART:20260811T080000Z', 'DURATION:PT90M'),
      event('SUMMARY:Floating', 'DTSTART:20260812T160000', 'DTEND:20260813T100000'),
      event('SUMMARY:Free', 'DTSTART:20260814T080000Z', 'DTEND:20260814T100000Z', 'TRANSP:TRANSPARENT'),
      event('SUMMARY:Off', 'DTSTART:20260814T080000Z', 'DTEND:20260814T100000Z', 'STATUS:CANCELLED')
    );
    expect(open(calendar, '2026-08-10 14:00', '2026-08-10 15:00')).toBe(0);
    expect(open(calendar, '2026-08-10 00:00', '2026-08-11 00:00')).toBe(7);
    expect(open(calendar, '2026-08-11 00:00', '2026-08-12 00:00')).toBe(6.5);
    expect(open(calendar, '2026-08-12 00:00', '2026-08-13 00:00')).toBe(7);
    expect(open(calendar, '2026-08-13 00:00', '2026-08-14 00:00')).toBe(7);
    expect(open(calendar, '2026-08-14 00:00', '2026-08-15 00:00')).toBe(8);
  });
  test('a zone that stands in the file only', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Somewhere',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE'
    ].join('\r\n');
    const calendar = withEvents(zone, event('SUMMARY:X', 'DTSTART;TZID=Somewhere:20260810T130000', 'DTEND;TZID=Somewhere:20260810T140000'));
    expect(open(calendar, '2026-08-10 10:00', '2026-08-10 11:00')).toBe(0);
    expect(open(calendar, '2026-08-10 00:00', '2026-08-11 00:00')).toBe(7);
  });
  test('recurring events, with instances left out, moved and cancelled', () => {
    const weekly = event(
      'SUMMARY:Maintenance',
      'DTSTART;TZID=Europe/Berlin:20260302T090000',
      'DTEND;TZID=Europe/Berlin:20260302T110000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO',
      'EXDATE;TZID=Europe/Berlin:20260309T090000'
    );
    const uid = /UID:(\S+)/.exec(weekly)![1]!;
    const instance = (id: string, ...lines: string[]) =>
      [
        'BEGIN:VEVENT',
        `UID:${uid}`,
        'DTSTAMP:20260101T000000Z',
        `RECURRENCE-ID;TZID=Europe/Berlin:${id}T090000`,
        ...lines,
        'END:VEVENT'
      ].join('\r\n');
    const calendar = withEvents(
      weekly,
      instance('20260316', 'SUMMARY:Moved', 'DTSTART;TZID=Europe/Berlin:20260317T150000', 'DTEND;TZID=Europe/Berlin:20260317T180000'),
      instance(
        '20260323',
        'SUMMARY:Off',
        'DTSTART;TZID=Europe/Berlin:20260323T090000',
        'DTEND;TZID=Europe/Berlin:20260323T110000',
        'STATUS:CANCELLED'
      )
    );
    const monday = (date: string) => open(calendar, `${date} 00:00`, `${date} 24:00`.replace('24:00', '23:59'));
    expect(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-17', '2026-03-23', '2026-03-30', '2031-03-03'].map(monday)).toEqual([
      6, 8, 8, 6, 8, 6, 6
    ]);
  });
  test('a yearly day, and a rule that never comes true', () => {
    const calendar = withEvents(
      event('SUMMARY:Founding day', 'DTSTART;VALUE=DATE:20200617', 'RRULE:FREQ=YEARLY'),
      event('SUMMARY:Leap', 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'),
      event('SUMMARY:Never', 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')
    );
    expect(holidaysIn(calendar, 2019)).toEqual([]);
    expect(holidaysIn(calendar, 2044).map(({ date }) => date)).toEqual(['2044-02-29', '2044-06-17']);
    expect(holidaysIn(calendar, 2045).map(({ date }) => date)).toEqual(['2045-06-17']);
  });
  test('what cannot be read is refused', () => {
    expect(() => withEvents(event('SUMMARY:Tick', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY'))).toThrow('recurs minutely');
    expect(() =>
      holidaysIn(withEvents(event('SUMMARY:Where', 'DTSTART;TZID=Nowhere:20260101T100000', 'DTEND;TZID=Nowhere:20260101T110000')), 2026)
    ).toThrow('"Nowhere" is neither');
    expect(() => office([{ ical: 'x.ics' }], 'UTC', () => 'hello')).toThrow();
    expect(() => office([{ ical: 'x.ics' }], 'UTC', () => 'BEGIN:VCARD\r\nEND:VCARD')).toThrow('VCALENDAR');
  });
});
