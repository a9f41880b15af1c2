import type { TargetEntry } from '#warehouse/service-levels/schema.ts';
import type { CourseRow, WorldRecord } from '../world.ts';
import { isState, list, meets, namesState, type Reader } from './condition.ts';
import { instantOf, stretchesOf, type Stretch } from './course.ts';

/** A part of a clock's life on one row of the course. */
export interface Piece {
  from: number;
  to: number;
  isPaused: boolean;
  row: CourseRow;
  read: Reader;
}
export interface Played {
  cycle: number;
  start: number;
  end?: number;
  isCancelled: boolean;
  /** Whether an instant of the record stopped it. */
  isByField: boolean;
  /** In which it starts. */
  first: Piece;
  pieces: Piece[];
}

/** What a target says about a stretch, its defaults filled in. */
export interface Rules {
  target: TargetEntry;
  isWanted: (stretch: Stretch) => boolean;
  isStopped: (stretch: Stretch) => boolean;
  isCancelled: (stretch: Stretch) => boolean;
  isEnded: (stretch: Stretch) => boolean;
  isReset: (stretch: Stretch, before: Stretch) => boolean;
  reopen: 'resume' | 'new_cycle' | 'ignore';
}

const fieldsOf = (moments: TargetEntry['start']): string[] =>
  list(moments).filter((word): word is string => typeof word === 'string' && !isState(word));

export function rulesOf(record: WorldRecord, target: TargetEntry): Rules {
  const { type = 'incident' } = record;
  const holds =
    (entry: Parameters<typeof meets>[1]) =>
    ({ read }: Stretch): boolean =>
      meets(type, entry, read);
  const isWanted = target.when === undefined ? () => true : holds(target.when);
  const stops = conditionsOf(target.stop);
  if (stops.some(namesState)) stops.push('closed');
  const cancels = list<unknown>(target.cancel ?? 'cancelled');
  const words = cancels.filter((word) => word !== 'when_ends') as Parameters<typeof meets>[1][];
  const isStopped = (stretch: Stretch) => stops.some((entry) => holds(entry)(stretch));
  const isCancelled = (stretch: Stretch) =>
    words.some((entry) => holds(entry)(stretch)) || (cancels.includes('when_ends') && !isWanted(stretch));
  const reset = target.reset ?? (target.metric === 'update' ? 'replied' : undefined);
  const isReset = (stretch: Stretch, before: Stretch): boolean => {
    if (reset === undefined) return false;
    if (reset === 'replied') return stretch.isReplied;
    if (typeof reset === 'object' && 'changed' in reset)
      return list<string>(reset.changed as string | string[]).some((column) => stretch.read(column) !== before.read(column));
    const entry = reset as Parameters<typeof meets>[1];
    return holds(entry)(stretch) && !holds(entry)(before);
  };
  const isByField = fieldsOf(target.stop).length > 0 || target.metric === 'response';
  return {
    target,
    isWanted,
    isStopped,
    isCancelled,
    isEnded: (stretch) => isStopped(stretch) || isCancelled(stretch),
    isReset,
    reopen: target.reopen ?? (isByField ? 'ignore' : 'resume')
  };
}

/** States and conditions among the moments. */
const conditionsOf = (moments: TargetEntry['start']) =>
  list(moments).filter((part) => typeof part !== 'string' || isState(part)) as Parameters<typeof meets>[1][];

/** Plays the course of a record against a target: the clocks that come of it, the stretches of each tiled from start to end. */
export function play(record: WorldRecord, target: TargetEntry, asOf: number, isValid: (start: number) => boolean): Played[] {
  const { type = 'incident' } = record;
  const rules = rulesOf(record, target);
  const all = stretchesOf(record, asOf);
  const known = (column: string) => instantOf(record, column, asOf);

  const begins = conditionsOf(target.start);
  const t0 =
    fieldsOf(target.start)
      .map(known)
      .find((at) => at !== undefined) ?? all.find(({ read }) => begins.some((entry) => meets(type, entry, read)))?.from;
  if (t0 === undefined) return [];
  const isSeen = ({ from, to }: Stretch): boolean => to > t0 || from === t0;
  const attaching = all.findIndex((stretch) => isSeen(stretch) && rules.isWanted(stretch) && !rules.isEnded(stretch));
  if (attaching === -1) return [];
  const attached = attaching === 0 ? t0 : Math.max(t0, all[attaching]!.from);
  const retroactive = target.retroactive_start === undefined ? undefined : known(target.retroactive_start);
  const start = Math.min(retroactive ?? attached, attached);
  if (!isValid(start)) return [];

  const paused = pausesOf(type, target, all, ({ from, to }) => to > Math.min(t0, start) || from === Math.min(t0, start));
  const earlier = start === attached ? [] : beforeAttaching(all.slice(0, attaching + 1), rules, paused, start, attached);
  const fields = fieldsOf(target.stop).flatMap((column) => known(column) ?? []);
  const stopField = fields.length === 0 ? Infinity : Math.max(start, Math.min(...fields));
  const clocks = new Course(rules, all, paused, stopField).run(attaching, start, attached, earlier);
  return clocks.filter(({ cycle, start }) => cycle === 1 || start < stopField).map((clock) => cut(clock, stopField, asOf));
}

/** Whether each stretch is paused; a pause with `resume` lasts until that holds. */
function pausesOf(
  type: WorldRecord['type'],
  target: TargetEntry,
  all: readonly Stretch[],
  isSeen: (stretch: Stretch) => boolean
): boolean[] {
  let isOn = false;
  return all.map((stretch) => {
    const holds = (entry: TargetEntry['pause']) =>
      entry !== undefined && list<unknown>(entry).length > 0 && meets(type ?? 'incident', entry, stretch.read);
    if (!isSeen(stretch)) return false;
    if (target.resume === undefined) return holds(target.pause);
    return (isOn = !holds(target.resume) && (isOn || holds(target.pause)));
  });
}

/** The time from a retroactive start to the attaching; before its first stretch a record was as in that. */
function beforeAttaching(stretches: readonly Stretch[], rules: Rules, paused: boolean[], start: number, attached: number): Piece[] {
  const doesPause = rules.target.retroactive_pause ?? true;
  return stretches
    .map((stretch, index) => ({
      from: index === 0 ? start : Math.max(stretch.from, start),
      to: Math.min(stretch.to, attached),
      isPaused: doesPause && (paused[index]! || rules.isEnded(stretch)),
      row: stretch.row,
      read: stretch.read
    }))
    .filter(({ from, to }) => from < to);
}

interface Growing extends Omit<Played, 'first' | 'isByField'> {
  /** How many pieces there were when it ended: what ended it is none of its own. */
  endPieces?: number;
}

/** The life of a record's clocks, stretch by stretch. */
class Course {
  private readonly clocks: Growing[] = [];
  private readonly rules: Rules;
  private readonly all: readonly Stretch[];
  private readonly paused: readonly boolean[];
  private readonly stopField: number;

  constructor(rules: Rules, all: readonly Stretch[], paused: readonly boolean[], stopField: number) {
    this.rules = rules;
    this.all = all;
    this.paused = paused;
    this.stopField = stopField;
  }

  run(attaching: number, start: number, attached: number, earlier: Piece[]): Growing[] {
    this.begin(start, earlier);
    this.add(attaching, attached);
    for (let index = attaching + 1; index < this.all.length && this.all[index]!.from <= this.stopField; index++)
      if (!this.step(index)) break;
    return this.clocks;
  }

  private get clock(): Growing {
    return this.clocks.at(-1)!;
  }

  private begin(start: number, pieces: Piece[] = []): void {
    this.clocks.push({ cycle: this.clocks.length + 1, start, isCancelled: false, pieces });
  }

  private end(at: number, isCancelled: boolean): void {
    Object.assign(this.clock, { end: at, isCancelled, endPieces: this.clock.pieces.length });
  }

  private add(index: number, from: number): void {
    const stretch = this.all[index]!;
    const isPaused = this.paused[index]! || this.rules.isEnded(stretch);
    this.clock.pieces.push({ from, to: stretch.to, isPaused, row: stretch.row, read: stretch.read });
  }

  /** The beginning of a stretch after the attaching. Answers whether anything more can happen. */
  private step(index: number): boolean {
    const { rules, clock } = this;
    const [stretch, before] = [this.all[index]!, this.all[index - 1]!];
    const at = stretch.from;
    const hasEnded = clock.end !== undefined;
    if (rules.isEnded(stretch)) {
      if (!hasEnded) this.end(at, !rules.isStopped(stretch) && !rules.isReset(stretch, before));
    } else if (rules.reopen === 'ignore' && hasEnded) {
      return false;
    } else if (!hasEnded && rules.isReset(stretch, before)) {
      this.end(at, false);
      this.begin(at);
    } else if (this.isRestarted(stretch, before)) {
      if (!hasEnded) this.end(at, true);
      this.begin(at);
    } else if (hasEnded && rules.reopen === 'new_cycle') {
      if (rules.isWanted(stretch)) this.begin(at);
    } else if (hasEnded) {
      Object.assign(clock, { end: undefined, endPieces: undefined, isCancelled: false });
    }
    this.add(index, at);
    return true;
  }

  private isRestarted(stretch: Stretch, before: Stretch): boolean {
    const { priority } = before.row;
    return this.rules.target.priority_change === 'restart' && priority !== undefined && stretch.row.priority !== priority;
  }
}

/**
 * A clock cut at its end; an instant that stops it wins over a state at the same second. Of a clock that has ended only stretches that
 * lasted remain, or, where none did, the last one before its end.
 */
function cut(clock: Growing, stopField: number, asOf: number): Played {
  const isByField = stopField <= (clock.end ?? Infinity) && stopField < Infinity;
  const end = isByField ? stopField : clock.end;
  const until = end ?? asOf;
  const own = clock.pieces
    .slice(0, clock.endPieces)
    .filter(({ from }) => from <= until)
    .map((piece) => ({ ...piece, to: Math.min(piece.to, until) }));
  const lasting = own.filter(({ from, to }) => from < to);
  const pieces = end === undefined ? own : lasting.length > 0 ? lasting : own.slice(-1);
  return {
    cycle: clock.cycle,
    start: clock.start,
    end,
    isCancelled: !isByField && clock.isCancelled,
    isByField,
    first: clock.pieces[0]!,
    pieces
  };
}
