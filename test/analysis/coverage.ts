import { productLimit, survivalQuantile } from '#warehouse/analysis/survival.ts';

export interface Trial {
  shape: 'exponential' | 'lognormal';
  /** Share whose quantile is asked for. */
  share: number;
  clocks: number;
  /** About which share of the clocks is still open. */
  censoring: number;
  runs: number;
  seed: number;
}

/** Mulberry32: uniform numbers from 0 to 1 that are the same on every machine. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** True quantiles of both shapes, in the unit of the scale (mean of the exponential, median of the lognormal with σ = 1). */
const truth = {
  exponential: (share: number): number => -Math.log(1 - share),
  lognormal: (share: number): number => Math.exp({ 0.8: 0.841621233572914, 0.9: 1.2815515655446, 0.95: 1.64485362695147 }[share] ?? NaN)
};

/**
 * How often the interval of the quantile holds the true one, over simulated clocks of which some are open: a clock that began at a
 * random moment of a stretch is known only up to the stretch's end.
 * @returns runs in which the interval had both ends, and of them those that held the truth
 */
export function coverage({ shape, share, clocks, censoring, runs, seed }: Trial): { told: number; held: number } {
  const draw = uniform(seed);
  const scale = 36_000;
  const time = (): number =>
    shape === 'exponential' ? -Math.log(1 - draw()) : Math.exp(Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw()));
  const wanted = truth[shape](share) * scale;
  const observed = (shape === 'exponential' ? 1 : Math.exp(0.5)) / Math.max(censoring, 1e-9);
  let [told, held] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const rows = Array.from({ length: clocks }, () => {
      const [lasted, known] = [time(), draw() * observed];
      return { seconds: Math.round(Math.min(lasted, known) * scale), ended: lasted <= known ? 1 : 0, censored: lasted <= known ? 0 : 1 };
    });
    const { low, high } = survivalQuantile(productLimit(rows), share);
    if (low === null || high === null) continue;
    told += 1;
    if (low <= wanted && wanted <= high) held += 1;
  }
  return { told, held };
}
