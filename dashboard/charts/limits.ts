/** Natural limits of one stretch of a process: what it does by itself, bucket by bucket. */
export interface Stretch {
  /** Positions in the series, first to last. */
  from: number;
  to: number;
  mean: number;
  /** By position from `from` on; equal throughout when they follow from moving ranges. */
  lower: readonly number[];
  upper: readonly number[];
  /** `ranges`: mean ± 2.66 × mean moving range; `chance`: what chance alone does to a share of so few records. */
  by: 'ranges' | 'chance';
}

export interface Signal {
  /** Positions in the series, first to last. */
  from: number;
  to: number;
  rule: 'outside' | 'run';
  side: 'above' | 'below';
}

export type Values = readonly (number | null)[];

/** How many points in a row on one side of the mean make a signal. */
export const runLength = 8;
/** Fewer known points than this and there are no limits. */
export const leastPoints = 6;
/** A share expects at least so many records on its rarer side in every bucket, or its limits follow from chance. */
const plenty = 20;
/** Below this many expected records the exact binomial distribution is used instead of its normal form. */
const exactBelow = 5;
/** One side of three standard deviations of a normal distribution. */
const tail = 0.001_35;

export interface Limits {
  mean: number;
  lower: number;
  upper: number;
  /** Mean absolute difference of neighbours. */
  movingRange: number;
}

/**
 * Natural process limits of an individuals chart: mean ± 2.66 × mean moving range (Shewhart; Wheeler, “Understanding
 * Variation”). Needs at least 6 points; values may be missing.
 */
export function limits(values: Values, bounds: readonly [number, number] = [-Infinity, Infinity]): Limits | undefined {
  const known = values.filter((value) => value !== null);
  if (known.length < leastPoints) return undefined;
  const mean = meanOf(known);
  const movingRange = meanOf(known.slice(1).map((value, at) => Math.abs(value - (known[at] ?? value))));
  const reach = 2.66 * movingRange;
  return { mean, movingRange, lower: Math.max(bounds[0], mean - reach), upper: Math.min(bounds[1], mean + reach) };
}

/**
 * Between which shares of `size` records a process of this share lies but for 0.27 % of the time: the limits of a p-chart
 * (share ± 3 × √(share × (1 − share) / size)); where fewer than 5 records are expected on either side, of the exact binomial
 * distribution.
 */
export function chanceLimits(share: number, size: number): readonly [lower: number, upper: number] {
  if (size * Math.min(share, 1 - share) < exactBelow) return [quantile(share, size, tail) / size, quantile(share, size, 1 - tail) / size];
  const reach = 3 * Math.sqrt((share * (1 - share)) / size);
  return [Math.max(0, share - reach), Math.min(1, share + reach)];
}

/** Probabilities of 0, 1, … `size` hits, each hit with probability `share`, which is neither 0 nor 1. */
function* binomial(share: number, size: number): Generator<number> {
  let log = size * Math.log1p(-share);
  const odds = Math.log(share) - Math.log1p(-share);
  for (let count = 0; count <= size; count += 1) {
    yield Math.exp(log);
    log += odds + Math.log((size - count) / (count + 1));
  }
}

/** The smallest count whose cumulated binomial probability reaches `level`. */
export function quantile(share: number, size: number, level: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return size;
  let [count, cumulated] = [0, 0];
  for (const probability of binomial(share, size)) {
    cumulated += probability;
    if (cumulated >= level) return count;
    count += 1;
  }
  return size;
}

/** Binomial probability of at most `count` hits of `size`; `share` is neither 0 nor 1. */
export const atMost = (count: number, share: number, size: number): number =>
  Math.min(
    1,
    binomial(share, size)
      .take(count + 1)
      .reduce((sum, one) => sum + one, 0)
  );

export interface Course {
  values: Values;
  /** For a share: how many records each value is over. */
  sizes?: Values;
  bounds?: readonly [number, number];
  /** Positions at which a new process begins. */
  resets?: readonly number[];
}

/** The stretches between resets that have limits; one with too few points has none. */
export function stretchesOf({ values, sizes, bounds, resets = [] }: Course): Stretch[] {
  const starts = [...new Set([0, ...resets.filter((at) => at > 0 && at < values.length)])].sort((a, b) => a - b);
  return starts.flatMap((from, at) => {
    const to = (starts[at + 1] ?? values.length) - 1;
    return stretchOf(values.slice(from, to + 1), sizes?.slice(from, to + 1), bounds).map((one) => ({ ...one, from, to }));
  });
}

function stretchOf(values: Values, sizes: Values | undefined, bounds: Course['bounds']): Omit<Stretch, 'from' | 'to'>[] {
  const shared = sizes && byChance(values, sizes);
  if (shared) return [shared];
  const within = limits(values, bounds);
  return within ? [{ mean: within.mean, lower: values.map(() => within.lower), upper: values.map(() => within.upper), by: 'ranges' }] : [];
}

/** Undefined when every bucket has plenty of records: then the process's own ups and downs say more than chance. */
function byChance(values: Values, sizes: Values): Omit<Stretch, 'from' | 'to'> | undefined {
  const known = values.flatMap((value, at) => (value === null || !sizes[at] ? [] : [{ value, size: sizes[at] }]));
  if (known.length < leastPoints) return undefined;
  const records = known.reduce((total, { size }) => total + size, 0);
  const mean = known.reduce((total, { value, size }) => total + value * size, 0) / records;
  if (known.every(({ size }) => size * Math.min(mean, 1 - mean) >= plenty)) return undefined;
  const each = values.map((_, at) => chanceLimits(mean, sizes[at] || records / known.length));
  return { mean, lower: each.map(([lower]) => lower), upper: each.map(([, upper]) => upper), by: 'chance' };
}

/** Points beyond the limits, and runs of eight or more on one side of the mean, in order of time. Nothing runs across a reset. */
export function signalsOf(values: Values, stretches: readonly Stretch[]): Signal[] {
  return stretches
    .flatMap((stretch) => [...outside(values, stretch), ...runs(values, stretch)])
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function outside(values: Values, { from, to, lower, upper }: Stretch): Signal[] {
  const found: Signal[] = [];
  for (let at = from; at <= to; at += 1) {
    const value = values[at] ?? null;
    if (value === null) continue;
    const side = value > upper[at - from]! + 1e-12 ? 'above' : value < lower[at - from]! - 1e-12 ? 'below' : undefined;
    if (side) found.push({ from: at, to: at, rule: 'outside', side });
  }
  return found;
}

function runs(values: Values, { from, to, mean }: Stretch): Signal[] {
  const found: Signal[] = [];
  const side = (at: number): number => {
    const value = values[at];
    return value === null || value === undefined ? 0 : Math.sign(value - mean);
  };
  let start = from;
  for (let at = from + 1; at <= to + 1; at += 1) {
    if (at <= to && side(at) === side(start)) continue;
    if (side(start) !== 0 && at - start >= runLength)
      found.push({ from: start, to: at - 1, rule: 'run', side: side(start) > 0 ? 'above' : 'below' });
    start = at;
  }
  return found;
}

const meanOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
