import type { Family, Key } from './families.ts';
import { cosine, type Weights } from './similarity.ts';

export interface KnownError {
  id: string;
  title: string;
  service: string | null;
}
export interface KnownErrorMatch {
  id: string;
  /** Cosine of the weighted terms, 0–1. */
  similarity: number;
}

/** From this similarity on, a family without a linked problem is a recurrence of the known error. */
export const leastMatch = 0.6;

/**
 * The known error whose title is nearest to one of each family's most frequent wordings, through shared terms only. A known error of
 * another service is never a match.
 * @returns per family, undefined when none shares a term
 */
export function matchKnownErrors(
  families: readonly Family[],
  keys: readonly Key[],
  errors: readonly KnownError[],
  weights: Weights,
  termsOf: (title: string) => readonly string[]
): (KnownErrorMatch | undefined)[] {
  const read = errors.map((error) => ({ ...error, terms: termsOf(error.title) }));
  const byTerm = new Map<string, typeof read>();
  for (const error of read) for (const term of error.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), error]);
  return families.map((family) => {
    let best: KnownErrorMatch | undefined;
    for (const key of family.wordings) {
      const { terms } = keys[key]!;
      for (const { id, service, terms: own } of new Set(terms.flatMap((term) => byTerm.get(term) ?? []))) {
        if (service !== null && family.service !== null && service !== family.service) continue;
        const similarity = cosine(terms, own, weights);
        if (similarity > (best?.similarity ?? 0) || (similarity === best?.similarity && id < best.id)) best = { id, similarity };
      }
    }
    return best;
  });
}
