import { describe, expect, it } from 'vitest';
import { findSignals } from '#warehouse/trends/signals.ts';
import { findWaves } from '#warehouse/trends/waves.ts';
import { rules } from '#warehouse/trends/stream.ts';
import { poisson, random, tally } from './simulation.ts';

describe('signals on simulated desks', () => {
  it('raises false alarms at most as often as promised where nothing changed', () => {
    const { runs, runsWithFalse } = tally(60, { count: 100 });
    expect(runsWithFalse / runs).toBeLessThanOrEqual(rules.alert + 0.02);
  });

  it('keeps the share of false alarms and finds what was planted', () => {
    const { falseShare, found } = tally(60, { count: 100, plantEvery: 10 });
    expect(falseShare).toBeLessThanOrEqual(rules.alert + 0.02);
    expect(found('new')).toBeGreaterThan(0.8);
    expect(found('burst', (truth) => truth.rate > 5 && truth.dispersion < 0.1)).toBeGreaterThan(0.8);
    expect(found('doubling', (truth) => truth.rate > 5 && truth.dispersion < 0.1)).toBeGreaterThan(0.2);
  });
});

/** A stream with the same count every day. */
const even = (id: string, perDay: (day: number) => number) => ({ id, days: Array.from({ length: 280 }, (_, day) => perDay(day)) });
/** Forty Poisson streams of three a week each, times a factor per day that they share. */
const desk = (factor: (day: number) => number) => {
  const next = random(11);
  return Array.from({ length: 40 }, (_, index) => even(`o${index}`, (day) => poisson((3 / 7) * factor(day), next)));
};
const others = desk(() => 1);
const totals = (streams: readonly { days: number[] }[]) =>
  streams[0]!.days.map((_, day) => streams.reduce((sum, { days }) => sum + days[day]!, 0));
const levelsOf = (streams: { id: string; days: number[] }[]) =>
  new Map(
    findSignals(streams, totals(streams), 280)
      .signals.filter(({ level }) => level !== 'none')
      .map(({ id, kind, level }) => [`${id} ${kind}`, level])
  );

describe('signals', () => {
  it('tests nothing with less than twelve weeks of records', () => {
    expect(findSignals(others, totals(others), 83).signals).toEqual([]);
    expect(findSignals(others, totals(others), 84).signals.length).toBeGreaterThan(0);
  });

  it('alerts on a family that bursts, and on no other', () => {
    const levels = levelsOf([...others, even('burst', (day) => (day < 7 ? 4 : day % 7 === 3 ? 2 : 0))]);
    expect(levels.get('burst burst')).toBe('alert');
    expect([...levels.keys()].every((key) => key.startsWith('burst'))).toBe(true);
  });

  it('does not alert when everything grows alike, nor when only the others rest', () => {
    expect(levelsOf(desk((day) => (day < 14 ? 3 : 1))).size).toBe(0);
    const steady = even('steady', (day) => (day % 2 === 0 ? 2 : 1));
    expect(levelsOf([...desk((day) => (day < 14 ? 0.1 : 1)), steady]).size).toBe(0);
  });

  it('finds a drift that no single week shows', () => {
    const drift = even('drift', (day) => (day < 91 ? (day % 7 < 5 ? 1 : 0) : day % 7 === 1 || day % 7 === 4 ? 1 : 0));
    expect(levelsOf([...others, drift]).get('drift drift')).toBe('alert');
  });

  it('does not depend on the order of streams', () => {
    const streams = [...others, even('burst', (day) => (day < 7 ? 4 : 0))];
    const shape = (list: typeof streams) =>
      findSignals(list, totals(streams), 280)
        .signals.map(({ id, kind, q }) => [id, kind, q.toFixed(9)].join())
        .sort();
    expect(shape([...streams].reverse())).toEqual(shape(streams));
  });
});

describe('waves', () => {
  it('finds what goes quiet and comes back', () => {
    expect(findWaves(even('waves', (day) => (day % 30 < 2 ? 5 : 0)))).toMatchObject({ everyDays: 30, share: 1 });
  });
  it('finds none in a steady or a single-burst family', () => {
    expect(findWaves(even('steady', (day) => day % 3))).toBeUndefined();
    expect(findWaves(even('once', (day) => (day < 7 ? 5 : day % 14 === 0 ? 1 : 0)))).toBeUndefined();
  });
});
