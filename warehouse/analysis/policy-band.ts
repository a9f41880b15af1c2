import type { Policy } from './policies.ts';

/** On which side of its goal a share lies. Judged in whole clocks, never from a rounded share. */
export type Side = 'below' | 'at' | 'above';

export interface PolicyReading extends Pick<Policy, 'name' | 'kind' | 'label' | 'formula' | 'measure'> {
  met: number;
  among: number;
  /** Null where there is nothing to count. */
  share: number | null;
  /** Null without a goal, or without a share. */
  side: Side | null;
}

export interface PolicyBand {
  goal: number | null;
  readings: PolicyReading[];
  /** Null when no policy has anything to count. */
  lowest: PolicyReading | null;
  highest: PolicyReading | null;
  /** The goal is missed under one policy and kept under another. */
  isDecidedByPolicy: boolean;
}

/** What a policy counted. */
export interface PolicyCount {
  met: number;
  among: number;
}

/**
 * Sets rival ways to say "compliance" side by side.
 * @param counts per policy, in the order of `policies`
 * @param goal share to be met, 0–1, or null
 */
export function policyBand(policies: readonly Policy[], counts: readonly PolicyCount[], goal: number | null): PolicyBand {
  const readings = policies.map(({ name, kind, label, formula, measure }, index): PolicyReading => {
    const { met, among } = counts[index] ?? { met: 0, among: 0 };
    const share = among > 0 ? met / among : null;
    return { name, kind, label, formula, ...(measure ? { measure } : {}), met, among, share, side: sideOf(met, among, goal) };
  });
  const known = readings.filter(({ share }) => share !== null);
  const by = (isBetter: (a: number, b: number) => boolean): PolicyReading | null =>
    known.reduce<PolicyReading | null>((best, one) => (best === null || isBetter(one.share!, best.share!) ? one : best), null);
  const sides = new Set(known.map(({ side }) => side));
  return {
    goal,
    readings,
    lowest: by((a, b) => a < b),
    highest: by((a, b) => a > b),
    isDecidedByPolicy: sides.has('below') && (sides.has('at') || sides.has('above'))
  };
}

/** TRICKY: 0.95 × 20 is 19.000000000000004 in binary, so a billionth of a clock is no difference. */
export function sideOf(met: number, among: number, goal: number | null): Side | null {
  if (goal === null || among === 0) return null;
  const gap = met - goal * among;
  return Math.abs(gap) <= 1e-9 * among ? 'at' : gap < 0 ? 'below' : 'above';
}
