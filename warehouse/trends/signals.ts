import { profile, shrunkDispersions, type Weekly } from './dispersion.ts';
import { exceedance, predict, ratioLow, type Mixture } from './expectation.ts';
import { qValues } from './false-discovery.ts';
import { quantile } from './negative-binomial.ts';
import { countDays, rules, tests, week, weeksOf, type Stream, type Test } from './stream.ts';
import { calmVolume, weekdayShares } from './volume.ts';

export type Level = 'alert' | 'watch' | 'none';

/** One test of one stream; its p-value stands in the run's one pool. */
export interface Signal {
  id: string;
  kind: Test['kind'];
  /** Stretch that was tested (of several: the most surprising), in days back from the data instant. */
  days: number;
  observed: number;
  expected: number;
  p: number;
  q: number;
  level: Level;
  /** Which expectation was the less surprising one: own history alone, or own history scaled by total volume. */
  against: 'history' | 'volume';
  /** What was expected, as a distribution; `interval` and `ratioLow` read it. */
  mixture: Mixture;
}
type Draft = Omit<Signal, 'q' | 'level'>;

type Exposure = (days: number) => [exposure: number, squaredError: number];

/** What would be expected of a stream under one of the two views of it. */
interface Model {
  against: Signal['against'];
  weekly: Weekly;
  exposure: Exposure;
}
interface Fit {
  stream: Stream;
  models: (Model & { weights: number[] })[];
}

/** A usual week of a stream by its own baseline: mean, and the upper end of the central 95 %. */
export interface Usual {
  expected: number;
  upper: number;
}

export interface Findings {
  /** One per stream and test for which there was enough to go by. */
  signals: Signal[];
  usual: Map<string, Usual>;
}

/**
 * Tests every stream for a level shift, a burst and a drift against its own history, both as it is and scaled by total volume; the
 * less surprising of the two counts, so that neither a wave of all incidents nor a quiet week of the others makes an alarm. All
 * p-values of a run form one Benjamini–Hochberg pool; a stretch too small for the minimum effect enters it with p = 1.
 * @param all every incident per day, including those of no stream; index as in `Stream`
 * @param knownDays days for which there are records at all; a test needs its guard and eight weeks of baseline
 * @param today share of day 0 that had passed at the data instant
 */
export function findSignals(streams: readonly Stream[], all: ArrayLike<number>, knownDays: number, today = 1): Findings {
  const usual = new Map<string, Usual>();
  const drafts: Draft[] = [];
  for (const guardDays of [...new Set(tests.map((test) => test.guardDays))].sort((a, b) => b - a)) {
    const fits = fit(streams, all, guardDays, knownDays, today);
    for (const test of tests) if (test.guardDays === guardDays) drafts.push(...fits.map((each) => judge(each, test)));
    for (const { stream, models } of fits) usual.set(stream.id, usualWeek(models[0]!));
  }
  const q = qValues(drafts.map((draft) => draft.p));
  return { signals: drafts.map((draft, index) => finish(draft, q[index]!)), usual };
}

function usualWeek({ weekly, weights }: Fit['models'][number]): Usual {
  const { mean, mixture } = predict(weekly, weights, { exposure: 1, weeks: 1, exposureError: 0 });
  return { expected: mean, upper: quantile(0.975, mixture) };
}

function fit(streams: readonly Stream[], all: ArrayLike<number>, guardDays: number, knownDays: number, today: number): Fit[] {
  const weeks = Math.min(rules.baselineWeeks, Math.floor((knownDays - guardDays) / week));
  if (weeks < rules.leastBaselineWeeks) return [];
  const span = guardDays + weeks * week;
  const volume = calmVolume(streams, all, span);
  const common = weekdayShares(volume, guardDays, span);
  const tested = streams.filter((stream) => countDays(stream.days, 0, span) >= rules.leastCount);
  const models = tested.flatMap((stream) => {
    const counts = weeksOf(stream.days, guardDays, weeks);
    const shares = weekdayShares(stream.days, guardDays, span, common);
    return [fromHistory(counts, shares, today), fromVolume(stream, counts, shares, common, volume, guardDays)];
  });
  const weights = shrunkDispersions(models.map(({ weekly }) => profile(weekly)));
  return tested.map((stream, index) => ({
    stream,
    models: [2 * index, 2 * index + 1].map((at) => ({ ...models[at]!, weights: weights[at]! }))
  }));
}

function fromHistory(counts: number[], shares: readonly number[], today: number): Model {
  const exposure: Exposure = (days) => {
    let sum = Math.floor(days / week) - (1 - today) * shares[0]!;
    for (let day = 0; day < days % week; day++) sum += shares[day]!;
    return [Math.max(sum, 1e-6), 0];
  };
  return { against: 'history', weekly: { counts, exposure: counts.map(() => 1) }, exposure };
}

/** Exposure is the volume of all other streams; one incident a week is added, so that no week is without exposure. */
function fromVolume(
  stream: Stream,
  counts: number[],
  shares: readonly number[],
  common: readonly number[],
  volume: Float64Array,
  guardDays: number
): Model {
  const others = (day: number): number => Math.max(volume[day]! - (stream.days[day] ?? 0), 0);
  const volumes = counts.map((_, index) => {
    let sum = 1;
    for (let day = guardDays + index * week; day < guardDays + (index + 1) * week; day++) sum += others(day);
    return sum;
  });
  const mean = volumes.reduce((sum, value) => sum + value, 0) / volumes.length;
  const exposure: Exposure = (days) => {
    let sum = days / week;
    for (let day = 0; day < days; day++) sum += (others(day) * shares[day % week]!) / common[day % week]!;
    return [sum / mean, 1 / sum];
  };
  return { against: 'volume', weekly: { counts, exposure: volumes.map((value) => value / mean) }, exposure };
}

function judge({ stream, models }: Fit, { kind, stretches }: Test): Draft {
  const drafts = stretches.map((days) => {
    const observed = countDays(stream.days, 0, days);
    const answers = models.map(({ against, weekly, weights, exposure }) => {
      const [size, exposureError] = exposure(days);
      const { mean: expected, mixture } = predict(weekly, weights, { exposure: size, weeks: days / week, exposureError });
      const isSmall = observed < rules.leastObserved || observed <= rules.leastRatio * expected;
      const p = isSmall ? 1 : exceedance(observed, mixture);
      return { id: stream.id, kind, days, observed, expected, p, against, mixture };
    });
    return answers.reduce((least, answer) =>
      answer.p > least.p || (answer.p === least.p && answer.expected > least.expected) ? answer : least
    );
  });
  const strongest = drafts.reduce((best, draft) => (draft.p < best.p ? draft : best));
  return { ...strongest, p: Math.min(1, strongest.p * stretches.length) };
}

function finish(draft: Draft, q: number): Signal {
  const isLarge = q <= rules.watch && ratioLow(draft.observed, draft.mixture) >= rules.leastRatio;
  return { ...draft, q, level: !isLarge ? 'none' : q <= rules.alert ? 'alert' : 'watch' };
}
