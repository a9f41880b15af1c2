/** A segment of a clock, as `fact.segment` holds it; instants in epoch seconds. */
export interface ClockSegment {
  from: number;
  to: number;
  kind: 'running' | 'paused';
  calendar: string;
}

/** A stretch in which a clock ran, was paused, or stood still because the calendar was closed. */
export interface ClockStretch<S extends ClockSegment> {
  from: number;
  to: number;
  kind: 'running' | 'paused' | 'out_of_hours';
  /** Business seconds used by the end of the stretch. */
  used: number;
  segment: S;
}

interface Span {
  from: number;
  to: number;
}

/**
 * Splits the segments of one clock by the open windows of their calendars, so that each second has one reason. Stretches tile the
 * segments; the lengths of the running ones add up to the elapsed business time.
 * @param segments in order
 * @param windowsOf open windows of a calendar by name, in order, covering the segments
 */
export function explainClock<S extends ClockSegment>(
  segments: readonly S[],
  windowsOf: (calendar: string) => readonly Span[]
): ClockStretch<S>[] {
  const stretches: ClockStretch<S>[] = [];
  let used = 0;
  for (const segment of segments) {
    const parts = segment.kind === 'paused' ? [{ ...bounds(segment), isOpen: true }] : split(segment, windowsOf(segment.calendar));
    for (const { from, to, isOpen } of parts) {
      const kind = isOpen ? segment.kind : 'out_of_hours';
      if (kind === 'running') used += to - from;
      stretches.push({ from, to, kind, used, segment });
    }
  }
  return stretches;
}

const bounds = ({ from, to }: Span): Span => ({ from, to });

function split(span: Span, windows: readonly Span[]): (Span & { isOpen: boolean })[] {
  const parts: (Span & { isOpen: boolean })[] = [];
  let at = span.from;
  const add = (to: number, isOpen: boolean): void => {
    if (to > at) parts.push({ from: at, to, isOpen });
    at = Math.max(at, to);
  };
  for (const window of windows.filter(({ from, to }) => to > span.from && from < span.to)) {
    add(Math.min(window.from, span.to), false);
    add(Math.min(window.to, span.to), true);
  }
  add(span.to, false);
  return parts;
}
