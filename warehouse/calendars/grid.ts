import type { OpenWindow } from './windows.ts';

/**
 * One slot of a calendar's grid. At most one stretch `[openFrom, openTo]` of it is open, so the open seconds before an instant
 * `t` of the slot are `shift + clamp(t, openFrom, openTo)`. Epoch seconds.
 */
export interface Slot {
  slot: number;
  shift: number;
  openFrom: number;
  openTo: number;
}

/**
 * One slot of the inverse grid, over cumulative open seconds `c` in `(slot * step, (slot + 1) * step]`. At most one closed stretch
 * lies inside, so the earliest instant by which `c` open seconds have passed is `shift + c`, plus `jump` when `c > jumpAfter`.
 */
export interface InverseSlot {
  slot: number;
  shift: number;
  jumpAfter: number;
  jump: number;
}

/** Slot widths in seconds, widest first: the wider, the fewer rows to look up in. */
const steps = [86_400, 43_200, 28_800, 21_600, 14_400, 10_800, 7200, 3600, 1800, 900, 300, 60, 30, 20, 15, 10, 5, 4, 3, 2, 1];

/** The widest step in seconds at which no slot holds parts of two windows, for all calendars together. */
export function gridStep(calendars: readonly (readonly OpenWindow[])[]): number {
  const isAlone = (step: number) => (window: OpenWindow, index: number, windows: readonly OpenWindow[]) => {
    const previous = windows[index - 1];
    return !previous || slotOf(previous.to - 1, step) < slotOf(window.from, step);
  };
  return steps.find((step) => calendars.every((windows) => windows.every(isAlone(step)))) ?? 1;
}

/** The widest step in seconds at which no inverse slot holds two closings: no longer than any whole window. */
export function inverseStep(calendars: readonly (readonly OpenWindow[])[]): number {
  const shortest = calendars
    .flatMap((windows) => windows.slice(1, -1))
    .reduce((least, { from, to }) => Math.min(least, to - from), Infinity);
  return steps.find((step) => step <= shortest) ?? 1;
}

const slotOf = (at: number, step: number): number => Math.floor(at / step);

/** Slots that cover `[from, to]` for the windows of one calendar, all of which must lie inside. */
export function gridSlots(windows: readonly OpenWindow[], step: number, from: number, to: number): Slot[] {
  const slots: Slot[] = [];
  let index = 0;
  let before = 0;
  for (let slot = slotOf(from, step); slot <= slotOf(to, step); slot++) {
    const [start, end] = [slot * step, (slot + 1) * step];
    for (; windows[index] && windows[index]!.to <= start; index++) before = endOf(windows[index]!);
    const window = windows[index];
    if (!window || window.from >= end) slots.push({ slot, shift: before - start, openFrom: start, openTo: start });
    else slots.push({ slot, shift: window.before - window.from, openFrom: Math.max(window.from, start), openTo: Math.min(window.to, end) });
  }
  return slots;
}

/** Slots of the inverse grid for the windows of one calendar, up to the end of the last. */
export function inverseSlots(windows: readonly OpenWindow[], step: number): InverseSlot[] {
  const slots: InverseSlot[] = [];
  let slot = 0;
  for (const [index, window] of windows.entries()) {
    const next = windows[index + 1];
    for (; slot * step < endOf(window); slot++) {
      const hasJump = next !== undefined && endOf(window) < (slot + 1) * step;
      slots.push({ slot, shift: window.from - window.before, jumpAfter: endOf(window), jump: hasJump ? next.from - window.to : 0 });
    }
  }
  return slots;
}

/** Open seconds up to the end of a window, itself included. */
const endOf = ({ from, to, before }: OpenWindow): number => before + to - from;
