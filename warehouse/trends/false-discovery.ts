/**
 * Benjamini–Hochberg q-values: the least false-discovery rate at which each test would be called. One pool per run, whatever
 * the tests are. Ties get the same q; order of the input changes nothing.
 */
export function qValues(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[b]! - pValues[a]!);
  const q = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((index, position) => {
    const rank = pValues.length - position;
    least = Math.min(least, (pValues[index]! * pValues.length) / rank);
    q[index] = least;
  });
  return q;
}
