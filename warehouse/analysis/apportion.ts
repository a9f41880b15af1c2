/**
 * Splits `units` among parts in proportion to their values, in whole units that add up to `units` exactly: each part gets its quota
 * rounded down, and the units left over go to the largest remainders (Hamilton's method), ties to the larger value, then the first.
 * @param values whole numbers, none below 0
 * @param units how many to give out, for example 1,000 for shares of a tenth of a percent
 * @returns one whole number per value; all 0 where the values are
 */
export function apportion(values: readonly number[], units = 1000): number[] {
  const exact = values.map((value) => BigInt(value));
  const total = exact.reduce((sum, value) => sum + value, 0n);
  if (total === 0n) return values.map(() => 0);
  const quotas = exact.map((value, index) => ({
    index,
    value,
    floor: (value * BigInt(units)) / total,
    rest: (value * BigInt(units)) % total
  }));
  const left = units - Number(quotas.reduce((sum, { floor }) => sum + floor, 0n));
  const order = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0);
  const favoured = new Set(
    [...quotas]
      .sort((a, b) => order(a.rest, b.rest) || order(a.value, b.value) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index)
  );
  return quotas.map(({ index, floor }) => Number(floor) + (favoured.has(index) ? 1 : 0));
}

/** The same parts as shares 0–1 in steps of a tenth of a percent; they add up to 1 as printed. */
export const wholeShares = (values: readonly number[]): number[] => apportion(values, 1000).map((units) => units / 1000);
