import { memberWords, word } from '../format.ts';
import type { Row } from './table.ts';
import type { Lane, Stretch } from './timeline.ts';

const text = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : String(value));

const tones: Record<string, Stretch['tone']> = {
  new: 'new',
  in_progress: 'working',
  on_hold: 'waiting',
  resolved: 'done',
  closed: 'closed',
  cancelled: 'closed'
};

/** Lanes of a record's life: its state, who held it, and its priority where that changed. Rows of `fact.history`, in order. */
export function historyLanes(history: readonly Row[], asOf: string): Lane[] {
  const last = history.at(-1);
  const end = last && isOver(last) ? overEnd(history) : null;
  const states = merged(
    history.map((row) =>
      stretch(row, word(text(row.state) ?? 'unknown'), tones[text(row.state) ?? ''] ?? 'new', text(row.state_source) ?? undefined)
    )
  );
  const note = end ? 'until it was over' : `to ${asOf.slice(0, 10)}`;
  const lanes: Lane[] = [{ name: 'State', note, stretches: end === null ? states : cut(states, end) }];
  for (const [field, name] of [
    ['team', 'Team'],
    ['priority', 'Priority']
  ] as const) {
    const open = history.filter((row) => !isOver(row));
    const held = merged(open.map((row) => stretch(row, memberWords(field, text(row[field]) ?? 'nobody'), 'working')));
    if (field === 'team' || new Set(held.map((one) => one.label)).size > 1)
      lanes.push({ name, note: 'while it was open', stretches: alternating(held) });
  }
  return lanes.filter((lane) => lane.stretches.length > 0);
}

const isOver = (row: Row): boolean => ['resolved', 'closed', 'cancelled'].includes(String(row.state));

/** A little after it was over for good, so that the wait for its closing does not shrink its life to a dot. */
function overEnd(history: readonly Row[]): string {
  const first = Date.parse(String(history[0]?.from_at));
  const over = Date.parse(String(history[history.findLastIndex((row) => !isOver(row)) + 1]?.from_at));
  return new Date(over + Math.max(60_000, (over - first) * 0.05)).toISOString();
}

const stretch = (row: Row, label: string, tone: Stretch['tone'], note?: string): Stretch => ({
  from: String(row.from_at),
  to: text(row.to_at),
  label,
  tone,
  ...(note ? { note } : {})
});

/** What begins before an instant; what lasts longer is drawn up to there and keeps its own end. */
const cut = (stretches: readonly Stretch[], end: string): Stretch[] =>
  stretches.filter(({ from }) => from < end).map((one) => (one.to === null || one.to > end ? { ...one, drawnTo: end } : one));

/** Neighbours that say the same become one stretch. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const one of stretches) {
    const before = found.at(-1);
    if (before && before.label === one.label && before.to === one.from) found[found.length - 1] = { ...before, to: one.to };
    else found.push(one);
  }
  return found;
}

/** Two tones in turn, so that a hand-over shows. */
const alternating = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.map((one, at) => ({ ...one, tone: at % 2 === 0 ? 'new' : 'closed' }));
