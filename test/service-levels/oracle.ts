import type { State } from '#warehouse/contract.ts';
import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import type { ClockRow, CourseRow, WorldRecord } from './world.ts';

/**
 * The second route: counts minutes one after another, asks the runtime's formatter for the wall time of each, and plays the course of
 * a record row by row. Shares no code with the engine; only the words of the definitions.
 */
const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface Wall {
  date: string;
  dateBefore: string;
  second: number;
}

const walls = new Map<string, Wall>();
const formats = new Map<string, Intl.DateTimeFormat>();

function wallAt(zone: string, epoch: number): Wall {
  const key = `${zone} ${epoch}`;
  const known = walls.get(key);
  if (known) return known;
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })));
  const [date, time] = format.format(epoch * 1000).split(' ') as [string, string];
  const [h, m, s] = time.split(':').map(Number) as [number, number, number];
  const before = new Date(`${date}T12:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  const wall = { date, dateBefore: before.toISOString().slice(0, 10), second: h * 3600 + m * 60 + s };
  walls.set(key, wall);
  return wall;
}

const secondOf = (text: string): number => text.split(':').reduce((sum, part, index) => sum + Number(part) * [3600, 60, 1][index]!, 0);

function covers(texts: readonly string[] | undefined, second: number, isDayAfter: boolean): boolean {
  return (texts ?? []).some((text) => {
    const [from, to] = text.split('-').map(secondOf) as [number, number];
    const isOverMidnight = to < from;
    if (isDayAfter) return isOverMidnight && second < to;
    return second >= from && (isOverMidnight || second < to);
  });
}

function hoursOn(calendar: CalendarEntry, date: string): readonly string[] | undefined {
  if (calendar.special?.[date]) return calendar.special[date];
  const free = (calendar.holidays ?? []).map((holiday) => (typeof holiday === 'string' ? holiday : holiday.date));
  if (free.includes(date) || free.includes(date.slice(5))) return [];
  if (calendar.hours === 'always') return ['00:00-24:00'];
  return calendar.hours[dayNames[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7]!];
}

const answers = new WeakMap<CalendarEntry, Map<number, boolean>>();

/** Is the calendar open in the minute (or second) that begins here? */
export function isOpen(calendar: CalendarEntry, epoch: number): boolean {
  const known = answers.get(calendar) ?? new Map<number, boolean>();
  answers.set(calendar, known);
  const answer = known.get(epoch) ?? askOpen(calendar, epoch);
  known.set(epoch, answer);
  return answer;
}

function askOpen(calendar: CalendarEntry, epoch: number): boolean {
  const { date, dateBefore, second } = wallAt(calendar.zone, epoch);
  if ((calendar.valid_from ?? '') > date || (calendar.valid_to ?? '9999') < date) return false;
  const isInBreak = covers(calendar.breaks?.[date], second, false) || covers(calendar.breaks?.[dateBefore], second, true);
  return !isInBreak && (covers(hoursOn(calendar, date), second, false) || covers(hoursOn(calendar, dateBefore), second, true));
}

/** A second where a boundary is told to the second, else a minute. */
const tickOf = (calendar: CalendarEntry): number => (/\d\d:\d\d:\d\d/.test(JSON.stringify(calendar)) ? 1 : 60);

/** Open seconds in `[from, to)`, counted. */
export function countOpen(calendar: CalendarEntry, from: number, to: number): number {
  const tick = tickOf(calendar);
  let sum = 0;
  for (let at = Math.floor(from / tick) * tick; at < to; at += tick)
    if (isOpen(calendar, at)) sum += Math.min(at + tick, to) - Math.max(at, from);
  return sum;
}

/** The first instant by which so many open seconds have passed, within 50 days; undefined when none. */
export function countUntil(calendar: CalendarEntry, from: number, seconds: number): number | undefined {
  const tick = tickOf(calendar);
  let left = seconds;
  for (let at = Math.floor(from / tick) * tick; at < from + 50 * 86_400; at += tick) {
    if (!isOpen(calendar, at)) continue;
    const [begin, end] = [Math.max(at, from), at + tick];
    if (end - begin >= left) return begin + left;
    left -= end - begin;
  }
  return undefined;
}

interface Piece {
  from: number;
  to: number;
  isPaused: boolean;
  /** The row that ended the clock: it counts for nothing. */
  isEnding: boolean;
  row: CourseRow;
}
interface Played {
  cycle: number;
  start: number;
  end?: number;
  isCancelled: boolean;
  pieces: Piece[];
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : ([] as T[]).concat(value as T[]));
const seconds = (text: string): number =>
  [...text.matchAll(/(\d+)([smhd])/g)].reduce((sum, [, n, unit]) => sum + Number(n) * { s: 1, m: 60, h: 3600, d: 86_400 }[unit as 's']!, 0);

/** Plays a record's course against a target (its words, policies spelled out) and answers the clocks that must come of it. */
export function expectedClocks(
  record: WorldRecord,
  target: TargetEntry,
  calendars: readonly CalendarEntry[],
  asOf: number
): Partial<ClockRow>[] {
  return play(record, target, asOf).flatMap((clock) => judge(clock, record, target, calendars, asOf));
}

function play(record: WorldRecord, target: TargetEntry, asOf: number): Played[] {
  const known = (name: string): number | undefined => {
    const value = name === 'opened_at' ? record.course[0]!.at : (record.fields?.[name] as number | undefined);
    return value !== undefined && value <= asOf ? value : undefined;
  };
  const start = list(target.start)
    .map(known)
    .find((value) => value !== undefined);
  if (start === undefined) return [];
  const fields = list(target.stop).flatMap((word) => known(word) ?? []);
  const stopField = fields.length > 0 ? Math.max(start, Math.min(...fields)) : Infinity;
  const isStop = (state: State) => list(target.stop).includes(state);
  const isCancel = (state: State) => list(target.cancel).includes(state);
  const isDone = (state: State) => isStop(state) || isCancel(state);

  const rows = record.course.map((row, index) => ({
    row,
    previous: record.course[index - 1],
    until: record.course[index + 1]?.at ?? Infinity
  }));
  const seen = rows.filter(({ row, until }) => until > start || row.at === start);
  const clocks: Played[] = [];
  let clock: Played | undefined;
  let cycle = 1;
  let before: CourseRow | undefined;
  const waiting: Piece[] = [];
  const first = seen[0]!;
  const wasDoneBefore =
    first.previous === undefined ? isDone(first.row.state) : first.row.at < start ? isDone(first.row.state) : isDone(first.previous.state);
  const begin = (at: number, from: number): void => {
    clock = { cycle, start: at, isCancelled: false, pieces: [] };
    clocks.push(clock);
    if (from > at) clock.pieces.push(...waiting);
  };
  if (!wasDoneBefore) begin(start, start);
  for (const { row } of seen) {
    const at = row === first.row ? start : Math.max(row.at, start);
    if (at > stopField) break;
    const isReopened = before !== undefined && isDone(before.state) && !isDone(row.state);
    const isChanged =
      target.priority_change === 'restart' && before?.priority !== undefined && row.priority !== before.priority && !isDone(row.state);
    const isOver = target.reopen === 'ignore' && clock?.end !== undefined && !clock.isCancelled;
    if (target.reopen === 'ignore' && before !== undefined && isDone(before.state)) break;
    if (!isOver && (isChanged || (isReopened && target.reopen === 'new_cycle'))) {
      if (clock && clock.end === undefined) Object.assign(clock, { end: at, isCancelled: true });
      cycle++;
      begin(at, at);
    } else if (isReopened && target.reopen === 'resume') {
      if (clock)
        Object.assign(clock, { end: undefined, isCancelled: false, pieces: clock.pieces.map((piece) => ({ ...piece, isEnding: false })) });
      else begin(start, at);
    }
    const isContinued = before !== undefined && isDone(before.state) && clock !== undefined && clock.pieces.length > 0;
    const isEnding = clock !== undefined && clock.end === undefined && isDone(row.state) && !isContinued;
    if (clock && isEnding) Object.assign(clock, { end: at, isCancelled: !isStop(row.state) });
    const piece = { from: at, to: Infinity, isPaused: isDone(row.state) || list(target.pause).includes(row.state), isEnding, row };
    if (clock) clock.pieces.push(piece);
    else waiting.push(piece);
    before = row;
  }
  return clocks.filter((each) => each.cycle === 1 || each.start < stopField).map((each) => closed(each, stopField, asOf));
}

/** Cuts the pieces of a clock at its end; an instant that stops it wins over a state at the same second. */
function closed(clock: Played, stopField: number, asOf: number): Played {
  const isByField = stopField <= (clock.end ?? Infinity) && stopField < Infinity;
  const end = isByField ? stopField : clock.end;
  const until = end ?? asOf;
  const to = (index: number) => Math.min(clock.pieces[index + 1]?.from ?? until, until);
  const cut = clock.pieces.map((piece, index) => ({ ...piece, to: to(index) })).filter(({ from, to }) => from <= to);
  const lasting = cut.filter(({ from, to }) => from < to);
  const standing = end === undefined ? cut : lasting.length > 0 ? lasting : beforeEnding(cut);
  return { ...clock, end, isCancelled: !isByField && clock.isCancelled, pieces: standing };
}

function beforeEnding(pieces: Piece[]): Piece[] {
  const index = pieces.findIndex(({ isEnding }) => isEnding);
  return index === -1 ? pieces : pieces.slice(0, index);
}

function judge(
  clock: Played,
  record: WorldRecord,
  target: TargetEntry,
  calendars: readonly CalendarEntry[],
  asOf: number
): Partial<ClockRow>[] {
  const calendarOf = ({ team }: CourseRow): CalendarEntry => {
    const source = target.calendar!;
    const name = typeof source === 'string' ? source : (team && source.by_team[team]) || source.default;
    return calendars.find((calendar) => calendar.name === name)!;
  };
  const goalOf = ({ priority }: CourseRow): number | undefined => {
    const text = target.goals[(priority === undefined ? 'default' : String(priority)) as 'default'] ?? target.goals.default;
    return text === undefined ? undefined : seconds(text);
  };
  const last = clock.pieces.at(-1)!;
  const goal = goalOf(last.row);
  if (goal === undefined) return [];
  let [elapsed, actual, paused] = [0, 0, 0];
  let crossed: number | undefined;
  let isEver = false;
  let goalSince = -Infinity;
  for (const piece of clock.pieces) {
    const { from, to, row } = piece;
    if (to > from && goalOf(row) !== goal) goalSince = Math.max(goalSince, to);
    if (piece.isPaused) paused += to - from;
    else {
      const open = countOpen(calendarOf(row), from, to);
      if (crossed === undefined && elapsed + open >= goal) crossed = countUntil(calendarOf(row), from, goal - elapsed);
      elapsed += open;
      actual += to - from;
      if (elapsed > (goalOf(row) ?? Infinity)) isEver = true;
    }
  }
  isEver ||= elapsed > goal;
  const isBreached = elapsed > goal && !clock.isCancelled;
  const isDone = clock.end !== undefined;
  const stage = clock.isCancelled ? 'cancelled' : isBreached ? 'breached' : isDone ? 'met' : last.isPaused ? 'paused' : 'running';
  const ahead = () => countUntil(calendarOf(last.row), clock.end ?? asOf, goal - elapsed);
  const due = stage === 'paused' || stage === 'cancelled' ? null : (crossed ?? ahead() ?? null);
  return [
    {
      record_id: record.id,
      target: target.name,
      cycle: clock.cycle,
      started: clock.start,
      stopped: clock.end ?? null,
      goal,
      due,
      breached: isBreached ? Math.max(crossed!, goalSince) : null,
      elapsed,
      actual,
      paused,
      remaining: clock.isCancelled ? null : goal - elapsed,
      stage,
      is_completed: isDone && !clock.isCancelled,
      is_breached: isBreached,
      is_ever_breached: isEver,
      team: last.row.team ?? null,
      priority: last.row.priority ?? null
    }
  ];
}
