import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedPeriod, shiftPeriod } from '#dashboard/boards/period-shift.ts';
import { offeredGrains, offeredPeriods, periodChoices, periodWords } from '#dashboard/boards/periods.ts';
import { addMonths, spanOf } from '#dashboard/boards/span.ts';
import { readPeriod, writePeriod } from '#warehouse/query/params.ts';
import { resolvePeriod } from '#warehouse/query/period.ts';

const today = '2026-03-18';
const shifted = (text: string, steps: 1 | -1, at = today): string | undefined => {
  const period = shiftPeriod(readPeriod(text)!, { today: at }, steps);
  return period && writePeriod(period);
};

describe('a period shifted by its own length', () => {
  it.each([
    ['last-12-months', '2024-04-01..2025-04-01'],
    ['last-3-complete-months', '2025-09-01..2025-12-01'],
    ['last-4-weeks', '2026-01-26..2026-02-23'],
    ['last-10-days', '2026-02-27..2026-03-09'],
    ['month-to-date', 'last-1-complete-months'],
    ['quarter-to-date', 'last-1-complete-quarters'],
    ['year-to-date', 'last-1-complete-years'],
    ['week-to-date', 'last-1-complete-weeks'],
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

  it('has none beside all time', () => expect(shiftPeriod({ all: true }, { today }, -1)).toBeUndefined());

  const date = fc
    .date({ min: new Date('2001-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const late = { today: '2041-01-01' };
  it('never counts a day twice or leaves one out', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        if (from === to) return;
        const before = spanOf(shiftPeriod({ from, to }, late, -1)!, late)!;
        const after = spanOf(shiftPeriod({ from, to }, late, 1)!, late)!;
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
        const own = spanOf(period, { today: day })!;
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

describe('the periods offered', () => {
  const labels = (calendar: Parameters<typeof offeredPeriods>[0]): string[] =>
    offeredPeriods(calendar).flatMap(({ choices }) => choices.map(({ label }) => label));

  it('name the calendar units they mean, counted from the data instant', () => {
    const said = labels({ today: '2026-01-02' });
    for (const words of ['week: W52 2025', 'month: Dec 2025', 'quarter: Q4 2025', 'year: 2025'])
      expect(said).toContain(`Last complete ${words}`);
    expect(said).toContain('This week to date: W1 2026');
    expect(said).toContain('This quarter to date: Q1 2026');
  });

  it('hold fiscal ones where fiscal years are not calendar years, and what an address asks for', () => {
    expect(labels({ today }).join()).not.toContain('fiscal');
    expect(labels({ today, fiscalStart: 4 })).toContain('Last complete fiscal year: FY 2024/25');
    expect(offeredGrains({ today, fiscalStart: 1 }, 'month')).toEqual(['day', 'week', 'month', 'quarter', 'year']);
    expect(offeredGrains({ today }, 'fiscal_year')).toContain('fiscal_year');
    expect(offeredGrains({ today, fiscalStart: 4 }, 'month')).toContain('fiscal_quarter');
  });

  it('are all read by the query door', () => {
    for (const { value } of periodChoices) expect(writePeriod(readPeriod(value)!)).toBe(value);
  });

  it.each([
    ['2026-Q3', 'Q3 2026'],
    ['2026-W01', '29 Dec 2025 to 4 Jan 2026 (W1)'],
    ['2026-07-01..2026-08-15', '1 Jul 2026 to 14 Aug 2026'],
    ['2026-07-01..2026-07-02', '1 Jul 2026'],
    ['last-1-complete-quarters', 'last complete quarter'],
    ['last-1-fiscal_years', 'last 1 fiscal year']
  ])('%s is %s in words', (period, words) => expect(periodWords(readPeriod(period)!)).toBe(words));
});

it('fixes the days of a period that moves, none after the data instant', () => {
  const fixed = (text: string) => fixedPeriod(readPeriod(text)!, { today: '2026-10-31' });
  expect(fixed('last-12-months')).toEqual({ from: '2025-11-01', to: '2026-11-01' });
  expect(fixedPeriod(readPeriod('last-12-months')!, { today: '2026-10-15' })).toEqual({ from: '2025-11-01', to: '2026-10-16' });
  expect(fixed('last-1-complete-quarters')).toEqual({ from: '2026-07-01', to: '2026-10-01' });
  expect([fixed('all'), fixed('2026-01-01..2026-02-01')]).toEqual([undefined, undefined]);
});
