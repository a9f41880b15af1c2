/** The candidate that a misspelt word most likely meant, or undefined when none is near (more than a third of the letters differ). */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate));
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  if (!best || best.distance > Math.max(wanted.length, fold(best.candidate).length) / 3) return undefined;
  return best.candidate;
}

/** `; did you mean "x"?` or nothing, to hang on a message. */
export function hint(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** Header names compare without case, spaces, underscores, hyphens and byte-order marks: `Assignment group` = `assignment_group`. */
export const fold = (name: string): string =>
  name
    .replaceAll('\uFEFF', '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** Least number of letters to insert, delete, change or swap with the neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
