import type { OpenWindow } from './windows.ts';

/** Open seconds before an instant. Windows must reach the instant. */
export function openSecondsBefore(windows: readonly OpenWindow[], at: number): number {
  const window = windows[lastStartingAtOrBefore(windows, at)];
  return window ? window.before + Math.min(at, window.to) - window.from : 0;
}

/** Open seconds in `[from, to)`; 0 when `to` lies before `from`. Epoch seconds; windows must span both. */
export const businessSeconds = (windows: readonly OpenWindow[], from: number, to: number): number =>
  Math.max(0, openSecondsBefore(windows, to) - openSecondsBefore(windows, from));

/**
 * The earliest instant by which `seconds` open seconds have passed since `from` (R9: closing time counts as that instant, not
 * the next opening). With 0 seconds it is `from` itself.
 * @returns undefined when the windows end before
 */
export function addBusinessSeconds(windows: readonly OpenWindow[], from: number, seconds: number): number | undefined {
  if (seconds <= 0) return from;
  const wanted = openSecondsBefore(windows, from) + seconds;
  const window = windows[firstReaching(windows, wanted)];
  return window && window.from + wanted - window.before;
}

function lastStartingAtOrBefore(windows: readonly OpenWindow[], at: number): number {
  return firstIndex(windows, (window) => window.from > at) - 1;
}

const firstReaching = (windows: readonly OpenWindow[], wanted: number): number =>
  firstIndex(windows, (window) => window.before + window.to - window.from >= wanted);

/** Binary search for the first window that fits; the test must turn from false to true once. */
function firstIndex(windows: readonly OpenWindow[], fits: (window: OpenWindow) => boolean): number {
  let [low, high] = [0, windows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(windows[middle] as OpenWindow)) high = middle;
    else low = middle + 1;
  }
  return low;
}
