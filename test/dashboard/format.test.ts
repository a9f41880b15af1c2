import { describe, expect, it } from 'vitest';
import {
  bucket,
  clockTime,
  columnDigits,
  compact,
  count,
  day,
  difference,
  duration,
  exact,
  hours,
  instant,
  memberWords,
  percent,
  points,
  relativeDigits,
  unrounded,
  worked
} from '#dashboard/format.ts';

describe('percent', () => {
  it('has one decimal, two within half a point of the target', () => {
    expect(percent(0.9342)).toBe('93.4 %');
    expect(percent(0.9342, 0.95)).toBe('93.4 %');
    expect(percent(0.9462, 0.95)).toBe('94.62 %');
    expect(percent(0.95, 0.95)).toBe('95.00 %');
  });
  it('is never rounded across a target, nor to 0 or 100', () => {
    expect(percent(0.9496, 0.95)).toBe('94.96 %');
    expect(percent(0.94996, 0.95)).toBe('94.996 %');
    expect(percent(0.949999, 0.95)).toBe('94.9999 %');
    expect(percent(0.95004, 0.95)).toBe('95.004 %');
    expect(percent(0.9998)).toBe('99.98 %');
    expect(percent(0.0002)).toBe('0.02 %');
    expect(percent(1)).toBe('100.0 %');
    expect(percent(0)).toBe('0.0 %');
  });
  it('says not applicable with a dash', () => expect(percent(null)).toBe('—'));
});

describe('counts', () => {
  it('are compact from 10,000 on', () => {
    expect(compact(9999)).toBe('9,999');
    expect(compact(12_408)).toBe('12.4k');
    expect(compact(1_250_000)).toBe('1.3M');
    expect(count(12_408)).toBe('12,408');
    expect(count(0)).toBe('0');
    expect(compact(undefined)).toBe('—');
  });
});

describe('duration', () => {
  it('has its two leading units', () => {
    expect(duration(187_200)).toBe('2 d 4 h');
    expect(duration(12_000)).toBe('3 h 20 min');
    expect(duration(86_400 + 59)).toBe('1 d');
    expect(duration(45)).toBe('45 s');
    expect(duration(0)).toBe('0 s');
    expect(duration(-3600)).toBe('−1 h');
    expect(duration(null)).toBe('—');
  });
  it('is rounded half up to the smaller unit that it shows, and carried over', () => {
    expect(duration(7199)).toBe('2 h');
    expect(duration(3629)).toBe('1 h');
    expect(duration(3630)).toBe('1 h 1 min');
    expect(duration(3599.4)).toBe('59 min 59 s');
    expect(duration(3599.6)).toBe('1 h');
    expect(duration(59.5)).toBe('1 min');
    expect(duration(0.4)).toBe('0 s');
    expect(duration(86_399)).toBe('1 d');
    expect(duration(86_400 + 86_399)).toBe('2 d');
    expect(duration(86_400 + 1799)).toBe('1 d');
    expect(duration(86_400 + 1800)).toBe('1 d 1 h');
    expect(duration(-7199)).toBe('−2 h');
    expect(worked(86_399)).toBe('24 h');
    expect(worked(86_369)).toBe('23 h 59 min');
    expect(worked(-91_800)).toBe('−26 h');
    expect(hours(-5400)).toBe('−1.5 h');
  });
  it('never shows a unit filled up, and is never off by more than half of the smaller one', () => {
    const size = { d: 86_400, h: 3600, min: 60, s: 1 } as const;
    const most = { d: Infinity, h: 24, min: 60, s: 60 } as const;
    for (let seconds = 0; seconds < 400_000; seconds += 97.3) {
      const parts = [...duration(seconds).matchAll(/([\d,]+) (d|h|min|s)/g)].map(([, amount, unit]) => {
        return { amount: Number(amount!.replace(',', '')), unit: unit as keyof typeof size };
      });
      const again = parts.reduce((sum, { amount, unit }) => sum + amount * size[unit], 0);
      const smaller = seconds < 3599.5 ? 1 : seconds < 86_370 ? 60 : 3600;
      expect(Math.abs(again - seconds)).toBeLessThanOrEqual(smaller / 2);
      expect(parts.every(({ amount, unit }) => amount < most[unit])).toBe(true);
    }
  });
  it('keeps every second for the tool tip', () => {
    expect(unrounded(7199, 'seconds')).toBe('01:59:59 (h:min:s)');
    expect(unrounded(45, 'seconds')).toBeUndefined();
    expect(unrounded(7199, 'count')).toBeUndefined();
  });
  it('to the second where it matters', () => expect(clockTime(187_449)).toBe('52:04:09'));
});

describe('changes', () => {
  it('are points for a share, relative for the rest, always signed', () => {
    expect(points(0.012)).toBe('+1.2 pp');
    expect(difference(0.93, 0.95, 'share')).toBe('−2.0 pp');
    expect(difference(109, 100, 'count')).toBe('+9.0 %');
    expect(difference(150, 100, 'count')).toBe('+50 %');
    expect(difference(5, 0, 'count')).toBe('+5 from 0');
    expect(difference(null, 1, 'count')).toBe('—');
  });
});

describe('a column', () => {
  it('has one number of decimals: that of the figure which needs most', () => {
    const column = (values: (number | null)[], unit: string, target?: number): string[] => {
      const digits = columnDigits(
        values.map((value) => ({ value, target })),
        unit
      );
      return values.map((value) => exact(value, unit, target, digits));
    };
    expect(column([12, 12.4, 3.25, null], 'number')).toEqual(['12.00', '12.40', '3.25', '—']);
    expect(column([12, 12.4], 'number')).toEqual(['12.0', '12.4']);
    expect(column([12, 7], 'number')).toEqual(['12', '7']);
    expect(column([0.9342, 0.9496, 1], 'share', 0.95)).toEqual(['93.42 %', '94.96 %', '100.00 %']);
    expect(column([0.5, 0.25], 'share')).toEqual(['50.0 %', '25.0 %']);
    expect(column([12_408, 3], 'count')).toEqual(['12,408', '3']);
  });
  it('of relative changes too', () => {
    const pairs = [
      [109, 100],
      [150, 100],
      [3, 0]
    ] as const;
    expect(pairs.map(([now, before]) => difference(now, before, 'count', relativeDigits(pairs)))).toEqual([
      '+9.0 %',
      '+50.0 %',
      '+3 from 0'
    ]);
  });
});

describe('dates', () => {
  it('are told in the words of their grain', () => {
    expect(day('2026-08-03')).toBe('3 Aug 2026');
    expect(bucket('2026-03-01', 'month')).toBe('Mar 2026');
    expect(bucket('2026-04-01', 'quarter')).toBe('Q2 2026');
    expect(bucket('2026-08-03', 'week')).toBe('week of 3 Aug (W32)');
    expect(bucket('2026-12-28', 'week')).toBe('week of 28 Dec (W53)');
    expect(bucket('2024-12-30', 'week')).toBe('week of 30 Dec (W1)');
    expect(bucket('2026-04-01', 'fiscal_quarter')).toBe('Apr–Jun 2026');
    expect(bucket('2025-11-01', 'fiscal_quarter')).toBe('Nov–Jan 2026');
    expect(bucket('2025-04-01', 'fiscal_year')).toBe('FY 2025/26');
    expect(bucket('2026-01-01', 'fiscal_year')).toBe('FY 2026');
    expect(instant('2026-08-03T04:00:00Z', 'Europe/Berlin')).toContain('06:00');
  });
});

it('members are words', () => {
  expect(memberWords('priority', '2')).toBe('P2');
  expect(memberWords('state', 'on_hold')).toBe('on hold');
  expect(memberWords('opened_weekday', '7')).toBe('Sun');
  expect(memberWords('team', 'EMEA_Net')).toBe('EMEA_Net');
});
