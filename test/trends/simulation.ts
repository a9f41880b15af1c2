import { findSignals } from '#warehouse/trends/signals.ts';
import type { Stream } from '#warehouse/trends/stream.ts';

/** Deterministic random numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Marsaglia and Tsang 2000. */
export function gamma(shape: number, next: () => number): number {
  if (shape < 1) return gamma(shape + 1, next) * (1 - next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(next);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function poisson(mean: number, next: () => number): number {
  let left = mean;
  let count = 0;
  for (; left > 30; left -= 30) count += poisson(30, next);
  const limit = Math.exp(-left);
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}

export interface World {
  streams: Stream[];
  all: number[];
  /** Streams that really changed, by kind of change. */
  planted: Map<string, Plant>;
  /** True rate a week and dispersion of each stream. */
  truth: Map<string, { rate: number; dispersion: number; isSeasonal: boolean }>;
}
export type Plant = 'burst' | 'doubling' | 'new';

const daily = [1.25, 1.1, 1.05, 1, 0.95, 0.35, 0.3];

/**
 * A made-up desk: streams with rates from one a month to some twenty a week, Poisson or over-dispersed by week, with working
 * days, a season that most streams share and a fifth do not. Every `plantEvery`th stream is changed: a burst (five times the
 * rate and at least 6 more in the last week), a doubling of the last two weeks, or a stream that begins ten days ago.
 */
export function simulate(seed: number, { count = 300, weeks = 40, plantEvery = 0 } = {}): World {
  const next = random(seed);
  const days = weeks * 7;
  const phase = next() * 2 * Math.PI;
  const season = Array.from({ length: weeks }, (_, index) => 1 + 0.35 * Math.sin(phase + (2 * Math.PI * index) / 52) + 0.05 * normal(next));
  const planted = new Map<string, Plant>();
  const truth = new Map<string, { rate: number; dispersion: number; isSeasonal: boolean }>();
  const all = new Array<number>(days).fill(0);
  const streams = Array.from({ length: count }, (_, index) => {
    const rate = Math.exp(0.7 + 1.1 * normal(next));
    const dispersion = [0, 0.05, 0.2, 0.6][Math.floor(next() * 4)]!;

    const isSeasonal = next() < 0.8;
    truth.set(`s${index}`, { rate, dispersion, isSeasonal });
    const plant =
      plantEvery > 0 && index % plantEvery === 0 ? (['burst', 'doubling', 'new'] as const)[(index / plantEvery) % 3]! : undefined;
    if (plant) planted.set(`s${index}`, plant);
    const counts = new Array<number>(days).fill(0);
    for (let at = 0; at < weeks; at++) {
      const swing = dispersion === 0 ? 1 : gamma(1 / dispersion, next) * dispersion;
      const mean = rate * swing * (isSeasonal ? Math.max(season[at]!, 0.1) : 1);
      for (let day = 0; day < 7; day++) {
        const back = at * 7 + day;
        counts[back] = poisson(changed(plant, back, (mean * daily[day]!) / 6, rate), next);
      }
    }
    counts.forEach((value, back) => (all[back]! += value));
    return { id: `s${index}`, days: counts };
  });
  return { streams, all, planted, truth };
}

function changed(plant: Plant | undefined, back: number, mean: number, rate: number): number {
  if (plant === 'burst') return back < 7 ? mean + Math.max(4 * rate, 6) / 7 : mean;
  if (plant === 'doubling') return back < 14 ? mean * 2 : mean;
  if (plant === 'new') return back < 10 ? 0.8 : 0;
  return mean;
}

export interface Tally {
  runs: number;
  tests: number;
  alerts: number;
  /** Runs in which a stream that did not change was alerted. */
  runsWithFalse: number;
  /** Mean over the runs of false alerts ÷ alerts: the false-discovery rate. */
  falseShare: number;
  /** Share of the planted changes of a kind that were alerted. */
  found: (plant: Plant, which?: (truth: { rate: number; dispersion: number }) => boolean) => number;
}

/** Simulates desks and counts what was alerted rightly and wrongly; a stream counts once. */
export function tally(runs: number, options: { plantEvery?: number; count?: number }, seed = 1000): Tally {
  const plants: { plant: Plant; truth: { rate: number; dispersion: number }; isFound: boolean }[] = [];
  let tests = 0;
  let alerts = 0;
  let runsWithFalse = 0;
  let falseShare = 0;
  for (let run = 0; run < runs; run++) {
    const world = simulate(seed + run, { weeks: 44, ...options });
    const { signals } = findSignals(world.streams, world.all, world.all.length);
    const alerted = new Set(signals.filter(({ level }) => level === 'alert').map(({ id }) => id));
    const wrong = [...alerted].filter((id) => !world.planted.has(id)).length;
    tests += signals.length;
    alerts += alerted.size;
    if (wrong > 0) runsWithFalse++;
    if (alerted.size > 0) falseShare += wrong / alerted.size / runs;
    for (const [id, plant] of world.planted) plants.push({ plant, truth: world.truth.get(id)!, isFound: alerted.has(id) });
  }
  const found: Tally['found'] = (plant, which = () => true) => {
    const those = plants.filter((each) => each.plant === plant && which(each.truth));
    return those.filter(({ isFound }) => isFound).length / Math.max(those.length, 1);
  };
  return { runs, tests, alerts, runsWithFalse, falseShare, found };
}
