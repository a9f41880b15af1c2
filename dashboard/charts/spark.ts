export interface Spark {
  /** SVG path of the line; gaps where values are missing. */
  path: string;
  /** Height of the target line, when it lies within the picture. */
  target: number | undefined;
  last: { x: number; y: number } | undefined;
  /** The value that was pointed at. */
  cursor: { x: number; y: number } | undefined;
}

/** A word-sized line: path in a box of `width` × `height`, the range fitted to the data and the target. */
export function spark(values: readonly (number | null)[], width: number, height: number, target?: number | null, pointed?: number): Spark {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { path: '', target: undefined, last: undefined, cursor: undefined };
  const all = target === null || target === undefined ? known : [...known, target];
  const least = Math.min(...all);
  const reach = Math.max(...all) - least || 1;
  const x = (at: number): number => round(values.length === 1 ? width / 2 : 2 + (at / (values.length - 1)) * (width - 4));
  const y = (value: number): number => round(height - 2 - ((value - least) / reach) * (height - 4));
  let pen = 'M';
  let path = '';
  let last: Spark['last'];
  values.forEach((value, at) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    path += `${pen}${x(at)} ${y(value)}`;
    pen = 'L';
    last = { x: x(at), y: y(value) };
  });
  const value = values[pointed ?? -1];
  const cursor = value === null || value === undefined ? undefined : { x: x(pointed ?? 0), y: y(value) };
  return { path, target: target === null || target === undefined ? undefined : y(target), last, cursor };
}

const round = (value: number): number => Math.round(value * 10) / 10;
