import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessSeconds, businessSeconds } from '#warehouse/calendars/business-time.ts';
import { openWindows } from '#warehouse/calendars/windows.ts';
import { resolveCalendars } from '#warehouse/service-levels/resolve.ts';
import type { CalendarEntry } from '#warehouse/service-levels/schema.ts';
import { calendarNamed, calendarVersions, zones } from '#test/service-levels/histories.ts';
import { countOpen, countUntil, Hours } from '#test/service-levels/oracle.ts';

const begin = '2026-03-26T00:00Z';
const from = Date.parse(begin) / 1000;
const span = 8 * 86_400;
const calendar = calendarNamed('any', begin);
const instant = fc.integer({ min: from, max: from + span });
const pair = fc.tuple(instant, instant).map(([a, b]) => (a <= b ? ([a, b] as const) : ([b, a] as const)));
const reach = from + 60 * 86_400;

const windowsOf = (entry: CalendarEntry, to = reach) => openWindows(resolveCalendars([entry]), from, to);
/** `npm run faults` tries more, by way of the engine. */
const runs = { numRuns: 400 };

describe('laws of business time, on random calendars over a change of clocks', () => {
  test('1: elapsed(a, c) = elapsed(a, b) + elapsed(b, c)', () =>
    fc.assert(
      fc.property(calendar, pair, instant, (entry, [a, c], middle) => {
        const [windows, b] = [windowsOf(entry), Math.min(Math.max(middle, a), c)];
        expect(businessSeconds(windows, a, c)).toBe(businessSeconds(windows, a, b) + businessSeconds(windows, b, c));
      }),
      runs
    ));
  test('2: the due time after what has elapsed lies not after, and is the same inside a window', () =>
    fc.assert(
      fc.property(calendar, pair, (entry, [a, b]) => {
        const windows = windowsOf(entry);
        const due = addBusinessSeconds(windows, a, businessSeconds(windows, a, b))!;
        expect(due).toBeLessThanOrEqual(b);
        if (windows.some((window) => window.from < b && b <= window.to && a < b && businessSeconds(windows, a, b) > 0)) expect(due).toBe(b);
      }),
      runs
    ));
  test('3: a holiday more never adds time and never makes a due time earlier', () =>
    fc.assert(
      fc.property(calendar, pair, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 40_000 }), (entry, [a, b], day, seconds) => {
        const date = new Date((from + day * 86_400) * 1000).toISOString().slice(0, 10);
        const [before, after] = [windowsOf(entry), windowsOf({ ...entry, holidays: [...(entry.holidays ?? []), date] })];
        expect(businessSeconds(after, a, b)).toBeLessThanOrEqual(businessSeconds(before, a, b));
        const [due, later] = [addBusinessSeconds(before, a, seconds), addBusinessSeconds(after, a, seconds)];
        if (due !== undefined && later !== undefined) expect(later).toBeGreaterThanOrEqual(due);
      }),
      runs
    ));
  test('7: moving a calendar and its data by whole weeks without a change of clocks changes nothing, in every zone', () => {
    const quiet = Date.parse('2026-04-17T00:00Z') / 1000;
    const law = fc.property(calendar, fc.constantFrom(...zones), pair, fc.integer({ min: 1, max: 8 }), (entry, zone, [a, b], weeks) => {
      const still = { ...entry, zone, holidays: [], special: {}, breaks: {} };
      const shift = weeks * 7 * 86_400;
      const windows = openWindows(resolveCalendars([still]), quiet, quiet + 120 * 86_400);
      const at = (instant: number): number => instant - from + quiet;
      expect(businessSeconds(windows, at(a) + shift, at(b) + shift)).toBe(businessSeconds(windows, at(a), at(b)));
    });
    fc.assert(law, runs);
  });
  test('11: versions of a calendar, as counted minute by minute', () =>
    fc.assert(
      fc.property(calendarVersions('any', begin), pair, (entries, [a, b]) => {
        expect(businessSeconds(openWindows(resolveCalendars(entries), from, reach), a, b)).toBe(new Hours(entries).between(a, b));
      }),
      { numRuns: 60 }
    ));
  test('11: as counted minute by minute, forwards and back', () =>
    fc.assert(
      fc.property(calendar, pair, fc.integer({ min: 1, max: 40_000 }), (entry, [a, b], seconds) => {
        const windows = windowsOf(entry);
        expect(businessSeconds(windows, a, b)).toBe(countOpen(entry, a, b));
        expect(addBusinessSeconds(windows, a, seconds)).toBe(countUntil(entry, a, seconds));
      }),
      { numRuns: 60 }
    ));
  test('11: boundaries told to the second', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 0, max: 6000 }), (odd, length) => {
        const text = `09:00:${String(odd).padStart(2, '0')}-10:30:07`;
        const entry: CalendarEntry = { name: 'odd', zone: 'Europe/Berlin', hours: { thu: [text, '11:00-11:00:03'] } };
        const start = from + 8 * 3600 - 1800;
        expect(businessSeconds(windowsOf(entry), start, start + length)).toBe(countOpen(entry, start, start + length));
      }),
      { numRuns: 10 }
    ));
  test('every instant has an answer at the far ends: windows cut at the edges of the span', () => {
    const entry: CalendarEntry = { name: 'nights', zone: 'Europe/Berlin', hours: { wed: ['22:00-06:00'] } };
    expect(windowsOf(entry, from + 3600)).toEqual([{ from, to: from + 3600, before: 0 }]);
  });
});
