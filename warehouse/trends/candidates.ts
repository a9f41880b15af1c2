import type { Level, Signal } from './signals.ts';
import type { Waves } from './waves.ts';

/** What the choice of candidates needs to know of a family; counts are of the days before the data instant. */
export interface Feature {
  familyId: string;
  count28: number;
  count182: number;
  /** Separate ISO weeks with an incident. */
  weeks182: number;
  callers182: number;
  items182: number;
  /** Days from first to last incident within the 182. */
  spread182: number;
  /** Days since the last incident. */
  quietDays: number;
  lost364: number;
  /** Over everything known. */
  count: number;
  lost: number;
  openProblemId: string | null;
  knownErrorId: string | null;
}

export type CandidateKind = 'signal' | 'recurring' | 'pareto';

export interface Candidate {
  feature: Feature;
  kind: CandidateKind;
  /** Every rule that names it, the one of `kind` first. */
  reasons: CandidateKind[];
  level: Level;
  /** Set when it goes quiet and comes back. */
  waves: Waves | undefined;
  /** The family's most telling test; absent when there was too little to go by. */
  signal: Signal | undefined;
  /** Share of the lost time of all families in 364 days. */
  lostShare: number;
  impact: Impact;
}

/** Seconds lost in the next 28 days if nothing changes, with the parts they are made of. */
export interface Impact {
  seconds: number;
  incidents: number;
  /** From the last 28 days for a signal, else from the last 182. */
  basisDays: 28 | 182;
  /** Mean per incident, drawn towards that of all families as if five more incidents had it. */
  meanSeconds: number;
}

export const choice = {
  recurring: { count: 5, others: 2, weeks: 3, spreadDays: 28, quietDays: 56 },
  /** The families that together make half of the lost time of a year, at most this many. */
  pareto: { share: 0.5, most: 20 },
  /** Candidates without a signal, at most. */
  mostQuiet: 100,
  shrinkage: 5
} as const;

const levels: readonly Level[] = ['alert', 'watch', 'none'];

/**
 * Families worth a problem manager's time: with a signal; or recurring with no open problem or known error; or among those that
 * cost most. Ranked by the strength of the evidence (alert or recurring in waves; watch; recurring steadily; costly), then by
 * impact: until decisions tell how likely each is real, no made-up probability is mixed into the hours.
 * @returns ranked, ties by family id
 */
export function chooseCandidates(
  features: readonly Feature[],
  signals: readonly Signal[],
  wavesOf: ReadonlyMap<string, Waves>
): Candidate[] {
  const best = mostTelling(signals);
  const total = features.reduce((sum, feature) => sum + feature.lost364, 0);
  const costly = paretoTop(features, total);
  const mean =
    features.reduce((sum, { lost }) => sum + lost, 0) /
    Math.max(
      features.reduce((sum, { count }) => sum + count, 0),
      1
    );
  const found = features.flatMap((feature): Candidate[] => {
    const signal = best.get(feature.familyId);
    const level = signal?.level ?? 'none';
    const reasons: CandidateKind[] = [];
    if (level !== 'none') reasons.push('signal');
    if (isRecurring(feature)) reasons.push('recurring');
    if (costly.has(feature.familyId)) reasons.push('pareto');
    const [kind] = reasons;
    if (!kind) return [];
    const lostShare = total > 0 ? feature.lost364 / total : 0;
    const waves = wavesOf.get(feature.familyId);
    return [{ feature, kind, reasons, level, waves, signal, lostShare, impact: impactOf(feature, level !== 'none', mean) }];
  });
  found.sort(
    (a, b) => strength(a) - strength(b) || b.impact.seconds - a.impact.seconds || (a.feature.familyId < b.feature.familyId ? -1 : 1)
  );
  let quiet = 0;
  return found.filter(({ kind, reasons }) => kind === 'signal' || reasons.includes('pareto') || ++quiet <= choice.mostQuiet);
}

/** 0 is the strongest evidence. */
function strength({ level, reasons, waves }: Candidate): number {
  if (level === 'alert' || (waves && reasons.includes('recurring'))) return 0;
  if (level === 'watch') return 1;
  return reasons.includes('recurring') ? 2 : 3;
}

function mostTelling(signals: readonly Signal[]): Map<string, Signal> {
  const rank = (signal: Signal): number => levels.indexOf(signal.level);
  const best = new Map<string, Signal>();
  for (const signal of signals) {
    const other = best.get(signal.id);
    if (!other || rank(signal) < rank(other) || (rank(signal) === rank(other) && signal.p < other.p)) best.set(signal.id, signal);
  }
  return best;
}

const isRecurring = ({ openProblemId, knownErrorId, ...feature }: Feature): boolean =>
  openProblemId === null &&
  knownErrorId === null &&
  feature.count182 >= choice.recurring.count &&
  Math.max(feature.callers182, feature.items182) >= choice.recurring.others &&
  feature.weeks182 >= choice.recurring.weeks &&
  feature.spread182 >= choice.recurring.spreadDays &&
  feature.quietDays <= choice.recurring.quietDays;

function paretoTop(features: readonly Feature[], total: number): Set<string> {
  const sorted = features.filter(({ lost364 }) => lost364 > 0);
  sorted.sort((a, b) => b.lost364 - a.lost364 || (a.familyId < b.familyId ? -1 : 1));
  const top = new Set<string>();
  let sum = 0;
  for (const { familyId, lost364 } of sorted) {
    if (top.size >= choice.pareto.most || sum >= choice.pareto.share * total) break;
    sum += lost364;
    top.add(familyId);
  }
  return top;
}

function impactOf(feature: Feature, isSignal: boolean, mean: number): Impact {
  const incidents = isSignal ? feature.count28 : (feature.count182 * 28) / 182;
  const meanSeconds = (feature.lost + choice.shrinkage * mean) / (feature.count + choice.shrinkage);
  return { seconds: incidents * meanSeconds, incidents, basisDays: isSignal ? 28 : 182, meanSeconds };
}
