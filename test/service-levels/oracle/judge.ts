import type { CalendarEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { courseKeys, type ClockRow, type WorldRecord } from '../world.ts';
import { list } from './condition.ts';
import type { Piece, Played } from './play.ts';
import { Hours, openTogether } from './wall-clock.ts';

const always: CalendarEntry = { name: '24x7', zone: 'UTC', hours: 'always' };
const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400 };
const inSeconds = (text: string): number =>
  [...text.matchAll(/(\d+)\s*([smhd])/g)].reduce((sum, [, n, unit]) => sum + Number(n) * unitSeconds[unit as 's'], 0);

const known = new WeakMap<readonly CalendarEntry[], Map<string, Hours>>();

/** The hours of a calendar in a zone, or in its own ('' or none). */
function hoursOf(calendars: readonly CalendarEntry[], name: string, zone: string | undefined): Hours {
  let all = known.get(calendars);
  if (!all) known.set(calendars, (all = new Map()));
  const key = JSON.stringify([name, zone]);
  const versions = [always, ...calendars].filter((calendar) => calendar.name === name);
  if (!all.has(key)) all.set(key, new Hours(versions, zone || undefined));
  return all.get(key)!;
}

type ChainEntry = NonNullable<TargetEntry['calendar']>;
interface Links {
  links: { by: string; map: Record<string, string> }[];
  last: string | undefined;
}

function linksOf(chain: ChainEntry | undefined): Links {
  if (chain === undefined || typeof chain === 'string') return { links: [], last: chain };
  if (!Array.isArray(chain)) return { links: [{ by: 'team', map: chain.by_team }], last: chain.default };
  return {
    links: chain.filter((part) => typeof part !== 'string'),
    last: chain.find((part) => typeof part === 'string')
  };
}

/** The first link that knows the value counts. */
function chosen(chain: ChainEntry | undefined, { read }: Piece): string | undefined {
  const { links, last } = linksOf(chain);
  for (const { by, map } of links) {
    const value = read(by);
    if (value !== undefined && Object.hasOwn(map, String(value))) return map[String(value)];
  }
  return last;
}

/** Whether the calendar may have been another one: it follows the course, and the source does not say that the record never changed hands. */
function hasHands(record: WorldRecord, { calendar, zone }: TargetEntry): boolean {
  const columns = [calendar, zone]
    .flatMap((chain) => linksOf(chain).links.map(({ by }) => by))
    .filter((by) => (courseKeys as readonly string[]).includes(by));
  const isByTeamAlone = columns.every((by) => by === 'team');
  return columns.length > 0 && !(isByTeamAlone && record.fields?.reassignment_count === 0);
}
/** Instants at which a record that only tells how it stands says what became of it. */
const milestones = ['acknowledged_at', 'resolved_at', 'closed_at'];
const allOf = (chain: ChainEntry | undefined): (string | undefined)[] => {
  const { links, last } = linksOf(chain);
  return [...links.flatMap(({ map }) => Object.values(map)), last];
};

/** The clock that must come of what was played; none where no goal covers it. */
export function judge(
  clock: Played,
  record: WorldRecord,
  target: TargetEntry,
  calendars: readonly CalendarEntry[],
  asOf: number
): Partial<ClockRow>[] {
  const hoursIn = (piece: Piece): Hours => hoursOf(calendars, chosen(target.calendar, piece) ?? '24x7', chosen(target.zone, piece));
  const hoursAtStart = hoursIn(clock.first);
  const goalIn = ({ row }: Piece): number | undefined => {
    const text = target.goals[(row.priority === undefined ? 'default' : String(row.priority)) as 'default'] ?? target.goals.default;
    if (text === undefined) return undefined;
    return target.unit === 'working_day' ? hoursAtStart.ofWorkingDays(clock.start, parseInt(text)) : inSeconds(text);
  };
  const last = clock.pieces.at(-1)!;
  const goal = goalIn(last);
  if (goal === undefined) return [];

  let [elapsed, actual, paused] = [0, 0, 0];
  let due: number | undefined;
  let isEver = false;
  let goalSince = -Infinity;
  for (const piece of clock.pieces) {
    const { from, to } = piece;
    const goalThen = goalIn(piece);
    if (to > from && goalThen !== goal) goalSince = to;
    if (piece.isPaused) paused += to - from;
    else {
      const open = hoursIn(piece).between(from, to);
      if (due === undefined && elapsed + open >= goal) due = hoursIn(piece).until(from, goal - elapsed);
      elapsed += open;
      actual += to - from;
      if (to > from && elapsed > (goalThen ?? Infinity)) isEver = true;
    }
  }
  const isDone = clock.end !== undefined;
  const isBreached = elapsed > goal && !clock.isCancelled;
  const stage = clock.isCancelled ? 'cancelled' : isBreached ? 'breached' : isDone ? 'met' : last.isPaused ? 'paused' : 'running';
  due ??= hoursIn(last).until(clock.end ?? asOf, goal - elapsed);
  const exact = {
    record_id: record.id,
    target: target.name,
    cycle: clock.cycle,
    started: clock.start,
    stopped: clock.end ?? null,
    goal,
    due: stage === 'paused' || stage === 'cancelled' ? null : (due ?? null),
    breached: isBreached ? Math.max(due!, goalSince) : null,
    elapsed,
    actual,
    paused,
    remaining: clock.isCancelled ? null : goal - elapsed,
    stage,
    is_completed: isDone && !clock.isCancelled,
    is_breached: isBreached,
    is_ever_breached: isEver || elapsed > goal,
    is_exact: true,
    team: last.row.team ?? null,
    priority: last.row.priority ?? null
  };
  if (record.hasHistory ?? true) return [exact];
  return [{ ...exact, ...boundsOf(clock, record, target, exact, () => everyHours(last, record, target, calendars), asOf) }];
}

/** All hours that a clock may have had to be counted on. */
function everyHours(last: Piece, record: WorldRecord, target: TargetEntry, calendars: readonly CalendarEntry[]): Hours[] {
  const isKnown = !hasHands(record, target);
  const names = isKnown ? [chosen(target.calendar, last)] : allOf(target.calendar);
  const zones = isKnown ? [chosen(target.zone, last)] : allOf(target.zone);
  return names.flatMap((name) => zones.map((zone) => hoursOf(calendars, name ?? '24x7', zone)));
}

/** What a clock without history may have used, least and most (R21). */
function boundsOf(
  clock: Played,
  record: WorldRecord,
  target: TargetEntry,
  { goal, stage, elapsed }: { goal: number; stage: string; elapsed: number },
  every: () => Hours[],
  asOf: number
): Partial<ClockRow> {
  if (stage === 'cancelled') return { elapsed_least: elapsed, elapsed_most: elapsed };
  const isStopTold = clock.end === undefined || clock.isByField || milestones.some((name) => record.fields?.[name] === clock.end);
  const isPausing = target.pause !== undefined && list<unknown>(target.pause).length > 0;
  const isMoving = hasHands(record, target);
  if (isStopTold && !isPausing && !isMoving) return { elapsed_least: elapsed, elapsed_most: elapsed };
  const all = every();
  const together = (how: 'every' | 'some'): number => openTogether(all, clock.start, clock.end ?? asOf, how);
  const [least, most] = [isPausing || !isStopTold ? 0 : together('every'), together('some')];
  const bounds = { elapsed_least: least, elapsed_most: most, is_exact: least === most };
  return least <= goal && goal < most ? { ...bounds, stage: 'undetermined', is_completed: false } : bounds;
}
