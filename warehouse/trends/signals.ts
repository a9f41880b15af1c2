import { profile, shrunkDispersions, type Weekly } from './dispersion.ts';
import { exceedance, predict, ratioLow, type Mixture } from './expectation.ts';
import { qValues } from './false-discovery.ts';
import { countDays, rules, week, weeksOf, type Stream } from './stream.ts';
import { calmVolume, weekdayShares } from './volume.ts';

export type SignalKind = 'level' | 'burst';
export type Level = 'alert' | 'watch' | 'none';

/** One test of one stream; its p-value stands in the run's one pool. */
export interface Signal {
  id: string;
  kind: SignalKind;
  /** Stretch that was tested (for a burst: the strongest), in days back from the data instant. */
  days: number;
  observed: number;
  expected: number;
  p: number;
  q: number;
  level: Level;
  /** Which expectation was the higher one: own history alone, or own history scaled by total volume. */
  against: 'history' | 'volume';
  /** What was expected, as a distribution; `interval` and `ratioLow` read it. */
  mixture: Mixture;
}

/** A stream made ready: weekly baseline and exposure of any window, under each of the two expectations. */
interface Fit {
  stream: Stream;
  models: {
    against: Signal['against'];
    weekly: Weekly;
    weights: number[];
    exposure: (days: number) => [exposure: number, error: number];
  }[];
}

/**
 * Tests every stream for a level shift and a burst against its own history, both as it is and scaled by total volume; the less
 * surprising of the two counts, so neither a wave of all incidents nor a quiet week of the others makes an alarm. All p-values
 * of a run form one Benjamini–Hochberg pool.
 * @param all every incident per day, including those of no stream; index as in `Stream`
 * @param knownDays days for which there are records at all; under 12 weeks nothing is tested
 * @returns signals in the order of the streams, two for each stream with enough incidents
 */
export function findSignals(streams: readonly Stream[], all: ArrayLike<number>, knownDays: number): Signal[] {
  const weeks = Math.min(rules.baselineWeeks, Math.floor((knownDays - rules.guardDays) / week));
  if (weeks < rules.leastBaselineWeeks) return [];
  const span = rules.guardDays + weeks * week;
  const tested = streams.filter((stream) => countDays(stream.days, 0, span) >= rules.leastCount);
  const signals = fit(tested, all, span, weeks).flatMap(({ stream, models }) => [
    judge(stream, models, 'level', [rules.levelDays]),
    judge(stream, models, 'burst', rules.burstDays)
  ]);
  const q = qValues(signals.map((signal) => signal.p));
  return signals.map((signal, index) => finish(signal, q[index]!));
}

function fit(streams: readonly Stream[], all: ArrayLike<number>, span: number, weeks: number): Fit[] {
  const volume = calmVolume(streams, all, span);
  const common = weekdayShares(volume, span);
  const fits = streams.map((stream) => {
    const counts = weeksOf(stream.days, rules.guardDays, weeks);
    const shares = weekdayShares(stream.days, span, common);
    const others = Float64Array.from(volume, (value, day) => Math.max(value - (stream.days[day] ?? 0), 0));
    return {
      stream,
      models: [
        { against: 'history' as const, weekly: { counts, exposure: counts.map(() => 1) }, exposure: plainExposure(shares) },
        { against: 'volume' as const, ...scaledExposure(counts, shares, common, others) }
      ]
    };
  });
  const weights = shrunkDispersions(fits.flatMap(({ models }) => models.map(({ weekly }) => profile(weekly))));
  return fits.map(({ stream, models }, at) => ({
    stream,
    models: models.map((model, index) => ({ ...model, weights: weights[at * 2 + index]! }))
  }));
}

function plainExposure(shares: readonly number[]): (days: number) => [number, number] {
  return (days) => [
    countDays(
      Array.from({ length: days }, (_, day) => shares[day % week]!),
      0,
      days
    ),
    0
  ];
}

function scaledExposure(counts: readonly number[], shares: readonly number[], common: readonly number[], others: Float64Array) {
  const volumes = weeksOf(others, rules.guardDays, counts.length).map((volume) => volume + 1);
  const mean = volumes.reduce((sum, volume) => sum + volume, 0) / volumes.length;
  const exposure = (days: number): [number, number] => {
    let sum = 0;
    for (let day = 0; day < days; day++) sum += (others[day]! * shares[day % week]!) / common[day % week]!;
    return [(sum + days / week) / mean, 1 / (sum + 1)];
  };
  return { weekly: { counts, exposure: volumes.map((volume) => volume / mean) }, exposure };
}

type Draft = Omit<Signal, 'q' | 'level'>;

function judge(stream: Stream, models: Fit['models'], kind: SignalKind, stretches: readonly number[]): Draft {
  const drafts = stretches.map((days) => {
    const observed = countDays(stream.days, 0, days);
    const answers = models.map(({ against, weekly, weights, exposure }) => {
      const [size, exposureError] = exposure(days);
      const mixture = predict(weekly, weights, { exposure: size, weeks: days / week, exposureError });
      const p = observed < rules.leastObserved || observed <= mixture[0]!.mean ? 1 : exceedance(observed, mixture);
      return { id: stream.id, kind, days, observed, expected: mixture[0]!.mean, p, against, mixture };
    });
    return answers.reduce((least, answer) => (answer.p > least.p ? answer : least));
  });
  const strongest = drafts.reduce((best, draft) => (draft.p < best.p ? draft : best));
  return { ...strongest, p: Math.min(1, strongest.p * stretches.length) };
}

function finish(draft: Draft, q: number): Signal {
  const isLarge = q <= rules.watch && ratioLow(draft.observed, draft.mixture) >= rules.leastRatio;
  return { ...draft, q, level: !isLarge ? 'none' : q <= rules.alert ? 'alert' : 'watch' };
}
