/** A stretch of time on a lane, ends as ISO instants; `to` empty: still so at the data instant. */
export interface Stretch {
  from: string;
  to: string | null;
  /** Where its drawing ends, when it lasts beyond the picture. */
  drawnTo?: string;
  label: string;
  /** What colours it: a state of a record or of a clock; `hours`: the calendar is closed, `mixed`: open and closed hours in turn, `ahead`: until due. */
  tone: 'new' | 'working' | 'waiting' | 'done' | 'over' | 'closed' | 'hours' | 'mixed' | 'ahead';
  note?: string;
  /** The whole sentence, where label, ends and note do not say it. */
  says?: string;
}

/** An instant on a lane: due, breached, handed over. */
export interface Mark {
  at: string;
  label: string;
  tone: 'due' | 'over' | 'met';
  /** Left out when it lies so far beyond the stretches that it would crowd them. */
  isOptional?: boolean;
}
export interface PlacedMark extends Mark {
  left: number;
  /** Row of its label, so that neighbours do not cover each other. */
  level: number;
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
  marks: PlacedMark[];
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
export function timeline(lanes: readonly Lane[], asOf: string, zone = 'UTC'): Timeline {
  const marks = lanes.flatMap((lane) => lane.marks ?? []);
  const endOf = ({ to, drawnTo }: Stretch): number => Date.parse(drawnTo ?? to ?? asOf);
  const ends = lanes.flatMap((lane) => lane.stretches.flatMap((one) => [Date.parse(one.from), endOf(one)]));
  ends.push(...marks.filter(({ isOptional }) => !isOptional).map(({ at }) => Date.parse(at)));
  if (ends.length === 0) return { from: asOf, to: asOf, lanes: [], ticks: [] };
  const from = Math.min(...ends);
  const last = Math.max(...ends, from + 1);
  const furthest = from + (last - from) * mostBeyond;
  const isDrawn = ({ at, isOptional }: Mark): boolean => !isOptional || (Date.parse(at) >= from && Date.parse(at) <= furthest);
  const to = Math.max(last, ...marks.filter(isDrawn).map(({ at }) => Date.parse(at)));
  const place = (at: number): number => ((at - from) / (to - from)) * 100;
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    lanes: lanes.map((lane) => ({
      ...lane,
      stretches: lane.stretches.map((one) => {
        const left = place(Date.parse(one.from));
        return { ...one, left, width: Math.max(0, place(endOf(one)) - left) };
      }),
      marks: levelled((lane.marks ?? []).filter(isDrawn).map((mark) => ({ ...mark, left: place(Date.parse(mark.at)), level: 0 })))
    })),
    ticks: ticks(from, to, zone).map((at) => ({ at: new Date(at).toISOString(), left: place(at) }))
  };
}

/** How much wider an optional mark may make the picture. */
const mostBeyond = 1.5;

/** Labels closer than this (per cent of the picture) are written in rows of their own. */
const labelWidth = 12;

function levelled(marks: readonly PlacedMark[]): PlacedMark[] {
  const ends: number[] = [];
  return marks
    .toSorted((a, b) => a.left - b.left)
    .map((mark) => {
      const free = ends.findIndex((end) => end <= mark.left);
      const level = Math.min(free < 0 ? ends.length : free, 2);
      ends[level] = mark.left + labelWidth;
      return { ...mark, level };
    });
}

/** Round wall times of the zone, at most eight; days begin at midnight there, also over a change of clocks. */
function ticks(from: number, to: number, zone: string): number[] {
  const step = steps.find((size) => (to - from) / size <= 8) ?? (to - from) / 8;
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).startOfDay();
  const days = Math.round(step / (24 * hour));
  const at = (index: number): number =>
    days >= 1 ? first.add({ days: index * days }).epochMilliseconds : first.epochMilliseconds + index * step;
  const found: number[] = [];
  for (let index = 0; at(index) <= to; index++) if (at(index) >= from) found.push(at(index));
  return found;
}
