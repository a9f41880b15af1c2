import type { OpenWindow } from './windows.ts';

/** Look-ups in one calendar's windows that remember where the last one was. */
export interface OpenMeter {
  /** Open seconds before an instant; windows must reach it. */
  before(at: number): number;
  /** The earliest instant by which `seconds` open seconds have passed since `from`, or undefined when the windows end before. */
  add(from: number, seconds: number): number | undefined;
}

/** The same answers as `openSecondsBefore` and `addBusinessSeconds`; faster when the instants asked for rise. Epoch seconds. */
export function openMeter(windows: readonly OpenWindow[]): OpenMeter {
  let started = -1;
  let reached = 0;
  const reachOf = (window: OpenWindow): number => window.before + window.to - window.from;
  const before = (at: number): number => {
    if (started >= 0 && windows[started]!.from > at) started = -1;
    while (started + 1 < windows.length && windows[started + 1]!.from <= at) started += 1;
    const window = windows[started];
    return window ? window.before + Math.min(at, window.to) - window.from : 0;
  };
  const add = (from: number, seconds: number): number | undefined => {
    if (seconds <= 0) return from;
    const wanted = before(from) + seconds;
    if (reached > 0 && reachOf(windows[reached - 1]!) >= wanted) reached = 0;
    while (reached < windows.length && reachOf(windows[reached]!) < wanted) reached += 1;
    const window = windows[reached];
    return window && window.from + wanted - window.before;
  };
  return { before, add };
}
