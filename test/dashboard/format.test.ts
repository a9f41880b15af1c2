import { describe, expect, it } from 'vitest';
import { bucket, compact, count, day, difference, duration, instant, memberWords, percent, points, clockTime } from '#dashboard/format.ts';

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
