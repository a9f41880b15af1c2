import type { OpenWindow } from './windows.ts';

/** Slot widths in seconds, widest first: the wider, the fewer rows to look up in. */
const steps = [86_400, 43_200, 28_800, 21_600, 14_400, 10_800, 7200, 3600, 1800, 900, 300, 60, 30, 20, 15, 10, 5, 4, 3, 2, 1];

/**
 * The widest step in seconds at which no slot holds parts of two windows, for all calendars together. Then one row per slot, the
 * last window `w` that begins before the slot ends, tells the open seconds before any instant `t` of the slot:
 * `w.before - w.from + clamp(t, w.from, w.to)`.
 */
export function gridStep(calendars: readonly (readonly OpenWindow[])[]): number {
  const isAlone = (step: number) => (window: OpenWindow, index: number, windows: readonly OpenWindow[]) => {
    const previous = windows[index - 1];
    return !previous || Math.floor((previous.to - 1) / step) < Math.floor(window.from / step);
  };
  return steps.find((step) => calendars.every((windows) => windows.every(isAlone(step)))) ?? 1;
}

/**
 * The widest step in seconds of cumulative open time at which no slot `(k * step, (k + 1) * step]` holds two closings: no longer
 * than any whole window. Then one row per slot, its first window `w` and the gap after it, tells the earliest instant by which `c`
 * open seconds have passed: `c + w.from - w.before`, and the gap on top when `c` lies beyond the window.
 */
export function inverseStep(calendars: readonly (readonly OpenWindow[])[]): number {
  const shortest = calendars
    .flatMap((windows) => windows.slice(1, -1))
    .reduce((least, { from, to }) => Math.min(least, to - from), Infinity);
  return steps.find((step) => step <= shortest) ?? 1;
}
