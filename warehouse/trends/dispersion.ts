/** Weekly counts of one stream and what share of the baseline's exposure each week had (mean 1). */
export interface Weekly {
  counts: readonly number[];
  exposure: readonly number[];
}

/** Dispersions that are weighed against each other: 0 is Poisson, 2 lets a week's rate swing by 140 %. */
export const dispersions = [0, 0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.7, 1.2, 2, 3.5] as const;
const rounds = 60;
/** Weight of every dispersion before any stream is seen, in streams. */
const pseudo = 0.5;

/** Rate per unit of exposure; half an incident is added, so that a stream never seen before has a rate above 0. */
export const rateOf = ({ counts, exposure }: Weekly): number => (total(counts) + 0.5) / total(exposure);

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Cox–Reid adjusted profile likelihood of each dispersion (log, up to a constant): the adjustment takes back what estimating the
 * rate from the same weeks gave away, which otherwise makes short streams look calmer than they are (McCarthy, Chen, Smyth
 * 2012, edgeR).
 */
export function profile(weekly: Weekly): number[] {
  const rate = rateOf(weekly);
  return dispersions.map((dispersion, at) => {
    let likelihood = 0;
    let knowledge = 0;
    for (let index = 0; index < weekly.counts.length; index++) {
      const mean = rate * weekly.exposure[index]!;
      const count = weekly.counts[index]!;
      const spread = Math.log1p(dispersion * mean);
      likelihood += rising(at, count) + count * (Math.log(mean) - spread) - (dispersion === 0 ? mean : spread / dispersion);
      knowledge += mean / (1 + dispersion * mean);
    }
    return likelihood - 0.5 * Math.log(knowledge);
  });
}

const risings: number[][] = dispersions.map(() => [0]);

/** log ∏ (1 + dispersion · k) for k < count: what the gamma functions of the negative binomial come to. */
function rising(at: number, count: number): number {
  const known = risings[at]!;
  for (let k = known.length - 1; k < count; k++) known.push(known[k]! + Math.log1p(dispersions[at]! * k));
  return known[count]!;
}

/**
 * Empirical Bayes: how common each dispersion is among all streams (maximum likelihood over the grid by expectation
 * maximisation), then for each stream the weights of the dispersions given its own weeks. A stream with few counts takes the
 * common answer, one with many keeps its own.
 * @returns one array of weights per profile, each adding up to 1
 */
export function shrunkDispersions(profiles: readonly (readonly number[])[]): number[][] {
  const size = dispersions.length;
  const likelihood = Float64Array.from(profiles.flatMap(relative));
  const weights = new Float64Array(likelihood.length);
  let prior: number[] = dispersions.map(() => 1 / size);
  for (let round = 0; round <= rounds; round++) {
    const sums: number[] = dispersions.map(() => pseudo);
    for (let start = 0; start < likelihood.length; start += size) {
      let all = 0;
      for (let at = 0; at < size; at++) all += weights[start + at] = prior[at]! * likelihood[start + at]!;
      for (let at = 0; at < size; at++) sums[at]! += weights[start + at]! /= all;
    }
    const all = total(sums);
    prior = sums.map((sum) => sum / all);
  }
  return profiles.map((_, index) => Array.from(weights.subarray(index * size, (index + 1) * size)));
}

function relative(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  return logs.map((log) => Math.exp(log - most));
}
