/** A stretch of time on a lane, ends as ISO instants; `to` empty: still so at the data instant. */
export interface Stretch {
  from: string;
  to: string | null;
  label: string;
  /** What colours it: a state of a record or of a clock. */
  tone: 'new' | 'working' | 'waiting' | 'done' | 'over' | 'closed';
  note?: string;
}

/** An instant on a lane: due, breached, handed over. */
export interface Mark {
  at: string;
  label: string;
  tone: 'due' | 'over' | 'met';
}

export interface Lane {
  name: string;
  note?: string;
  stretches: readonly Stretch[];
  marks?: readonly Mark[];
}

export interface PlacedStretch extends Stretch {
  /** Left edge and width, in per cent of the picture. */
  left: number;
  width: number;
}

export interface PlacedLane extends Omit<Lane, 'stretches' | 'marks'> {
  stretches: PlacedStretch[];
  marks: (Mark & { left: number })[];
}

export interface Timeline {
  from: string;
  to: string;
  lanes: PlacedLane[];
  ticks: { at: string; left: number }[];
}

const hour = 3_600_000;
const steps = [
  hour / 12,
  hour / 4,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
  48 * hour,
  168 * hour,
  336 * hour,
  720 * hour,
  2160 * hour
];

/**
 * Lanes of stretches and marks on one linear scale of calendar time, from the first instant to the last (or `asOf` while
 * something still runs). Nothing is moved or dropped: zero-length stretches keep their place.
 */
export function timeline(lanes: readonly Lane[], asOf: string): Timeline {
  const ends = lanes.flatMap((lane) => [
    ...lane.stretches.flatMap((one) => [Date.parse(one.from), Date.parse(one.to ?? asOf)]),
    ...(lane.marks ?? []).map((mark) => Date.parse(mark.at))
  ]);
  const from = Math.min(...ends);
  const to = Math.max(...ends, from + 1);
  if (ends.length === 0) return { from: asOf, to: asOf, lanes: [], ticks: [] };
  const place = (at: number): number => ((at - from) / (to - from)) * 100;
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    lanes: lanes.map((lane) => ({
      ...lane,
      stretches: lane.stretches.map((one) => {
        const left = place(Date.parse(one.from));
        return { ...one, left, width: Math.max(0, place(Date.parse(one.to ?? asOf)) - left) };
      }),
      marks: (lane.marks ?? []).map((mark) => ({ ...mark, left: place(Date.parse(mark.at)) }))
    })),
    ticks: ticks(from, to).map((at) => ({ at: new Date(at).toISOString(), left: place(at) }))
  };
}

/** Round instants of UTC, at most eight. */
function ticks(from: number, to: number): number[] {
  const step = steps.find((size) => (to - from) / size <= 8) ?? (to - from) / 8;
  const found: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) found.push(at);
  return found;
}
