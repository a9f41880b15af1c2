import type { OpenWindow } from './windows.ts';

/** A stretch in which one of two calendars is open and the other is not. */
export interface Difference {
  from: number;
  to: number;
  /** 1: open only afterwards; -1: open only before. */
  by: 1 | -1;
}

/** Where two lists of open windows differ within `[from, to)`, in order. Epoch seconds. */
export function windowDifference(before: readonly OpenWindow[], after: readonly OpenWindow[], from: number, to: number): Difference[] {
  const turns = [...turnsOf(before, 1, 0), ...turnsOf(after, 0, 1)].sort((a, b) => a.at - b.at);
  const found: Difference[] = [];
  const open = { before: 0, after: 0 };
  for (const [index, turn] of turns.entries()) {
    open.before += turn.before;
    open.after += turn.after;
    const span = { from: Math.max(turn.at, from), to: Math.min(turns[index + 1]?.at ?? turn.at, to) };
    const by = Math.sign(open.after - open.before);
    if (by === 0 || span.from >= span.to) continue;
    const last = found.at(-1);
    if (last && last.to === span.from && last.by === by) last.to = span.to;
    else found.push({ ...span, by: by === 1 ? 1 : -1 });
  }
  return found;
}

const turnsOf = (windows: readonly OpenWindow[], before: number, after: number) =>
  windows.flatMap((window) => [
    { at: window.from, before, after },
    { at: window.to, before: -before, after: -after }
  ]);
