import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, shiftPeriod, spanOf } from '#dashboard/boards/period-shift.ts';
import { readPeriod, writePeriod } from '#warehouse/query/params.ts';
import { resolvePeriod } from '#warehouse/query/period.ts';

const today = '2026-03-18';
const shifted = (text: string, steps: 1 | -1, at = today): string | undefined => {
  const period = shiftPeriod(readPeriod(text)!, at, steps);
  return period && writePeriod(period);
};

describe('a period shifted by its own length', () => {
  it.each([
    ['last-12-months', '2024-04-01..2025-04-01'],
    ['last-3-complete-months', '2025-09-01..2025-12-01'],
    ['last-4-weeks', '2026-01-26..2026-02-23'],
    ['last-10-days', '2026-02-27..2026-03-09'],
    ['month-to-date', 'last-1-complete-months'],
    ['quarter-to-date', '2025-10-01..2026-01-01'],
    ['year-to-date', '2025-01-01..2026-01-01'],
    ['week-to-date', '2026-03-09..2026-03-16'],
    ['2026-02', '2026-01-01..2026-02-01'],
    ['2026-01-15..2026-02-15', '2025-12-15..2026-01-15'],
    ['2026-01-31..2026-03-31', '2025-11-30..2026-01-31'],
    ['2026-03-02..2026-03-09', '2026-02-23..2026-03-02'],
    ['2025-10-01..2026-10-01', '2024-10-01..2025-10-01'],
    ['2024-02-29..2024-03-29', '2024-01-29..2024-02-29']
  ])('%s has %s before it', (period, before) => expect(shifted(period, -1)).toBe(before));

  it.each([
    ['2024-04-01..2025-04-01', 'last-12-months'],
    ['2026-01-01..2026-02-01', 'last-1-complete-months'],
    ['2026-02-01..2026-03-01', 'month-to-date'],
    ['2025-01-31..2025-02-28', '2025-02-28..2025-03-28'],
    ['last-12-months', undefined],
    ['month-to-date', undefined],
    ['2026-03-18..2026-03-19', undefined]
  ])('%s has %s after it', (period, after) => expect(shifted(period, 1)).toBe(after));

  it('has none beside all time', () => expect(shiftPeriod({ all: true }, today, -1)).toBeUndefined());

  const date = fc
    .date({ min: new Date('2001-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  it('never counts a day twice or leaves one out', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        if (from === to) return;
        const before = spanOf(shiftPeriod({ from, to }, '2041-01-01', -1)!, '2041-01-01')!;
        const after = spanOf(shiftPeriod({ from, to }, '2041-01-01', 1)!, '2041-01-01')!;
        expect([before.to, after.from]).toEqual([from, to]);
        expect(before.from < from && after.to > to).toBe(true);
      })
    );
  });

  it('means the same days as the query door', () => {
    const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
    fc.assert(
      fc.property(date, fc.constantFrom(...units), fc.integer({ min: 1, max: 30 }), fc.boolean(), (day, unit, last, complete) => {
        const period = { last, unit, ...(complete ? { complete } : {}) };
        const facts = { asOf: new Date(`${day}T12:00:00Z`), zone: 'UTC', dataFrom: '1990-01-01' };
        const door = resolvePeriod(period, facts);
        const own = spanOf(period, day)!;
        expect(own.from).toBe(door.from);
        expect(own.to >= door.to).toBe(true);
        if (complete) expect(own.to).toBe(door.to);
      })
    );
  });

  it('adds months as a calendar does', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -13)).toBe('2023-02-28');
  });
});
