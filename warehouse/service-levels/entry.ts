/**
 * Packs an entry into an end so that `min` and `max` find the first and the last: second, order, state, and whether it cancels.
 * @param entry alias of a row with from_s, n and bit
 */
export const entryPack = (entry: string, cancels: string): string =>
  `(${entry}.from_s * 268435456 + ${entry}.n * 256 + ${entry}.bit * 2 + CASE WHEN ${cancels} THEN 1 ELSE 0 END)`;
export const unpack = {
  seconds: (packed: string) => `(${packed} // 268435456)`,
  n: (packed: string) => `((${packed} // 256) & 1048575)`,
  bit: (packed: string) => `((${packed} // 2) & 127)`,
  cancels: (packed: string) => `((${packed} & 1) <> 0)`
};
