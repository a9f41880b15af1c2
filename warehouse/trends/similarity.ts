/** A distinct text: its terms and how many records say it. */
export interface Text {
  terms: readonly string[];
  count: number;
}

export type Weights = ReadonlyMap<string, number>;

/**
 * Rarer terms weigh more, ln(records ÷ records with the term), but a term said by hardly anyone can hardly be shared, so it is
 * damped by n ÷ (n + 2): otherwise one name or misspelling would keep two reports of one fault apart.
 */
export function termWeights(texts: readonly Text[]): Map<string, number> {
  const frequency = termFrequency(texts);
  const all = texts.reduce((sum, text) => sum + text.count, 0);
  return new Map([...frequency].map(([term, count]) => [term, (Math.log((all + 1) / count) * count) / (count + 2)]));
}

/** Records per term. */
export function termFrequency(texts: readonly Text[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { terms, count } of texts) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + count);
  return frequency;
}

/** Length of a text in weighted terms; terms in `silent` weigh nothing. */
export function norm(terms: readonly string[], weights: Weights, silent: ReadonlySet<string>): number {
  return Math.sqrt(terms.reduce((sum, term) => (silent.has(term) ? sum : sum + (weights.get(term) ?? 0) ** 2), 0));
}

/** Cosine of two weighted term sets, 0 (nothing shared) to 1 (same terms). Both term lists are sorted. */
export function cosine(a: readonly string[], b: readonly string[], weights: Weights, silent: ReadonlySet<string> = new Set()): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]! < b[j]!) i++;
    else if (a[i]! > b[j]!) j++;
    else {
      if (!silent.has(a[i]!)) shared += (weights.get(a[i]!) ?? 0) ** 2;
      i++;
      j++;
    }
  }
  return shared === 0 ? 0 : shared / (norm(a, weights, silent) * norm(b, weights, silent));
}
