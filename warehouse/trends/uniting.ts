import { norm, type Text, type Weights } from './similarity.ts';

/** When two texts of one facet are one family. */
export const unite = {
  /** Least cosine of the weighted terms. */
  leastSimilarity: 0.5,
  /** Least weight of a term that may hold a family together: ln 8, said in under an eighth of all records. */
  leastCoreWeight: Math.log(8),
  /** Share of the records of both sides that must say a common core term. */
  coreShare: 0.5,
  /** A text looks for likes through its rarest terms, among the most frequent texts that say them. */
  probeTerms: 4,
  probeTexts: 60
} as const;

interface Group {
  members: number[];
  count: number;
  /** Records per term. */
  terms: Map<string, number>;
}

/**
 * Unites the texts of one facet that tell the same in other words. Pairs are taken from the most alike down; two groups join
 * when they share a core term, one that is rare overall and said by at least half the records of each, so that a chain of
 * half-likes cannot draw everything together.
 * @param texts in an order of their own (most frequent first, then by text), on which nothing else depends
 * @param silent terms of the facet's own name, which all its texts share for no reason
 * @returns groups of indexes, each ascending, ordered by their first
 */
export function uniteTexts(texts: readonly Text[], weights: Weights, silent: ReadonlySet<string>): number[][] {
  const groups: Group[] = texts.map((text, index) => ({
    members: [index],
    count: text.count,
    terms: new Map(text.terms.map((term) => [term, text.count]))
  }));
  const isCore = (term: string): boolean => !silent.has(term) && (weights.get(term) ?? 0) >= unite.leastCoreWeight;
  const of = texts.map((_, index) => index);
  for (const { a, b } of likePairs(texts, weights, silent)) {
    const [left, right] = [of[a]!, of[b]!].sort((x, y) => x - y) as [number, number];
    if (left === right || !haveCommonCore(groups[left]!, groups[right]!, isCore)) continue;
    for (const member of groups[right]!.members) of[member] = left;
    join(groups[left]!, groups[right]!);
  }
  return groups.filter((_, index) => of[index] === index).map(({ members }) => members.sort((x, y) => x - y));
}

function haveCommonCore(a: Group, b: Group, isCore: (term: string) => boolean): boolean {
  const [small, large] = a.terms.size < b.terms.size ? [a, b] : [b, a];
  for (const [term, count] of small.terms) {
    const other = large.terms.get(term) ?? 0;
    if (count >= unite.coreShare * small.count && other >= unite.coreShare * large.count && isCore(term)) return true;
  }
  return false;
}

function join(into: Group, from: Group): void {
  into.members.push(...from.members);
  into.count += from.count;
  for (const [term, count] of from.terms) into.terms.set(term, (into.terms.get(term) ?? 0) + count);
}

interface Pair {
  a: number;
  b: number;
  similarity: number;
}

/** Pairs at or above the least similarity, most alike first, found through an inverted index of rare terms. */
function likePairs(texts: readonly Text[], weights: Weights, silent: ReadonlySet<string>): Pair[] {
  const weigh = (term: string): number => (silent.has(term) ? 0 : (weights.get(term) ?? 0));
  const norms = texts.map((text) => norm(text.terms, weights, silent));
  const postings = new Map<string, number[]>();
  const pairs: Pair[] = [];
  texts.forEach((text, b) => {
    const rare = text.terms
      .filter((term) => weigh(term) > 0)
      .sort((x, y) => weigh(y) - weigh(x) || (x < y ? -1 : 1))
      .slice(0, unite.probeTerms);
    const shared = new Map<number, number>();
    for (const term of rare) for (const a of postings.get(term) ?? []) if (!shared.has(a)) shared.set(a, 0);
    if (shared.size > 0) {
      const own = new Set(text.terms);
      for (const a of shared.keys()) {
        let product = 0;
        for (const term of texts[a]!.terms) if (own.has(term)) product += weigh(term) ** 2;
        const similarity = product / (norms[a]! * norms[b]!);
        if (similarity >= unite.leastSimilarity) pairs.push({ a, b, similarity });
      }
    }
    for (const term of text.terms) {
      const list = postings.get(term) ?? [];
      if (list.length === 0) postings.set(term, list);
      if (list.length < unite.probeTexts && weigh(term) > 0) list.push(b);
    }
  });
  return pairs.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
}
