import { duration, memberWords, word } from '../format.ts';
import type { Row } from './table.ts';
import type { Lane, Mark, Stretch } from './timeline.ts';

const text = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : String(value));
const seconds = (row: Row, name: string): number => (typeof row[name] === 'number' ? row[name] : 0);

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
  const state = history.map((row) =>
    stretch(row, end, word(text(row.state) ?? 'unknown'), tones[text(row.state) ?? ''] ?? 'new', text(row.state_source) ?? undefined)
  );
  const lanes: Lane[] = [{ name: 'State', note: end ? 'as it ended; nothing since' : `to ${asOf.slice(0, 10)}`, stretches: merged(state) }];
  for (const [field, name] of [
    ['team', 'Team'],
    ['priority', 'Priority']
  ] as const) {
    const open = history.filter((row) => !isOver(row));
    const held = merged(open.map((row) => stretch(row, end, memberWords(field, text(row[field]) ?? 'nobody'), 'working')));
    if (field === 'team' || new Set(held.map((one) => one.label)).size > 1) lanes.push({ name, stretches: alternating(held) });
  }
  return lanes.filter((lane) => lane.stretches.length > 0);
}

const isOver = (row: Row): boolean => ['resolved', 'closed', 'cancelled'].includes(String(row.state));

/** A little after the last change, so that a long-closed record does not shrink its life to a dot. */
function overEnd(history: readonly Row[]): string {
  const first = Date.parse(String(history[0]?.from_at));
  const last = Date.parse(String(history.at(-1)?.from_at));
  return new Date(last + Math.max(60_000, (last - first) * 0.05)).toISOString();
}

const stretch = (row: Row, end: string | null, label: string, tone: Stretch['tone'], note?: string): Stretch => ({
  from: String(row.from_at),
  to: text(row.to_at) ?? end,
  label,
  tone,
  ...(note ? { note } : {})
});

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

/** One lane per clock: its segments, split where the goal was passed, with due, breach and stop marked. */
export function clockLanes(clocks: readonly Row[], segments: readonly Row[]): Lane[] {
  return clocks.map((clock) => {
    const own = segments.filter((segment) => segment.clock_id === clock.clock_id);
    const over = clock.is_breached ? text(clock.breached_at) : null;
    return {
      name: text(clock.target) ?? 'clock',
      note: [text(clock.agreement), Number(clock.cycle) > 1 ? `cycle ${clock.cycle}` : null].filter((part) => part !== null).join(' · '),
      stretches: own.flatMap((segment) => pieces(segment, over)),
      marks: marksOf(clock, over)
    };
  });
}

function pieces(segment: Row, over: string | null): Stretch[] {
  const isPaused = segment.kind === 'paused';
  const note = [
    `${duration(seconds(segment, 'business_seconds'))} working time`,
    text(segment.team),
    text(segment.state) && word(String(segment.state)),
    text(segment.calendar)
  ]
    .filter(Boolean)
    .join(', ');
  const from = String(segment.from_at);
  const to = text(segment.to_at);
  const whole: Stretch = {
    from,
    to,
    label: isPaused ? 'paused' : 'running',
    tone: isPaused ? 'waiting' : over && over <= from ? 'over' : 'working',
    note
  };
  if (isPaused || !over || over <= from || (to !== null && over >= to)) return [whole];
  return [
    { ...whole, to: over },
    { ...whole, from: over, label: 'over the goal', tone: 'over' }
  ];
}

function marksOf(clock: Row, over: string | null): Mark[] {
  const marks: Mark[] = [];
  const due = text(clock.due_at);
  const stopped = text(clock.stopped_at);
  if (over) marks.push({ at: over, label: 'breached', tone: 'over' });
  else if (due && (!stopped || due <= stopped)) marks.push({ at: due, label: 'due', tone: 'due' });
  if (stopped && !over)
    marks.push({
      at: stopped,
      label: clock.stage === 'cancelled' ? 'cancelled' : 'met',
      tone: clock.stage === 'cancelled' ? 'due' : 'met'
    });
  return marks;
}
