import { identifier, type Connection } from '../../connection.ts';
import { secondsSql } from '../sql.ts';
import type { Plan } from '../plan.ts';
import { calendarPairs, calendarsByTeam, type PlannedChange } from './calendar-change.ts';
import type { Case } from './cases.ts';
import type { Comparison } from './compare.ts';
import type { Status } from './pair.ts';
import { isToldBySegments } from './route.ts';
import { planChanges, type WeighOptions } from './weigh.ts';
import { dateWords, datedDifferences, durationWords, type DatedSeconds } from './words.ts';

/** A clock whose verdict changes. Durations are seconds of the calendar; null where there is no clock or no goal. */
export interface Flip {
  agreement: string;
  target: string;
  record_type: string;
  record_id: string;
  cycle: number;
  priority: number | null;
  from: Status;
  to: Status;
  elapsed_before: number | null;
  elapsed_after: number | null;
  goal_before: number | null;
  goal_after: number | null;
  /** Left of the new goal; below 0 it is overrun. */
  left_after: number | null;
  /** The part that alone flips it, several that each do, or all of them together. */
  reason: string;
  /** Dates and numbers. */
  why: string;
}

interface FlipRow {
  group_at: number;
  old_at: number | null;
  new_at: number | null;
  record_id: string;
  cycle: number;
  clock_id: bigint | number | null;
  priority: number | null;
  old_status: Status;
  new_status: Status;
  old_elapsed: number | null;
  new_elapsed: number | null;
  old_goal: number | null;
  new_goal: number | null;
  reason: string;
}

const atOnce = 20_000;

/**
 * The flips in order of target and record, some thousand at a time.
 * @param limit most of them; default all
 */
export async function* listFlips(options: WeighOptions, comparison: Comparison, limit = Infinity): AsyncGenerator<Flip[]> {
  const { connection } = options;
  const teller = calendarTeller(options, comparison);
  for (let at = 0; at < limit; at += atOnce) {
    const rows = await connection.all<FlipRow & Record<string, never>>(
      `SELECT * FROM staging.what_if_flip WHERE flip_number > ${at} AND flip_number <= ${Math.min(at + atOnce, limit)} ORDER BY flip_number`
    );
    if (rows.length === 0) return;
    const dated = await teller(rows);
    yield rows.map((row) => flipOf(row, comparison, dated.get(String(row.clock_id)) ?? []));
  }
}

function flipOf(row: FlipRow, { groups }: Comparison, dated: readonly DatedSeconds[]): Flip {
  const { agreement, target, recordType } = groups[row.group_at]!;
  return {
    agreement,
    target,
    record_type: recordType,
    record_id: row.record_id,
    cycle: row.cycle,
    priority: row.priority,
    from: row.old_status,
    to: row.new_status,
    elapsed_before: row.old_elapsed,
    elapsed_after: row.new_elapsed,
    goal_before: row.old_goal,
    goal_after: row.new_goal,
    left_after: row.new_goal === null || row.new_elapsed === null ? null : row.new_goal - row.new_elapsed,
    reason: row.reason.replaceAll('_', ' '),
    why: whyWords(row, dated)
  };
}

/** `goal of P3 8h → 6h; Berlin 2026-07-20 −10h; used 7h → 6h 30m of 6h: 30m over`. */
function whyWords(row: FlipRow, dated: readonly DatedSeconds[]): string {
  const ofPriority = row.priority === null ? '' : ` of P${row.priority}`;
  const change = (old: number | null, next: number | null): string =>
    old !== null && next !== null && old !== next ? `${durationWords(old)} \u2192 ${durationWords(next)}` : durationWords((next ?? old)!);
  const goal =
    row.old_goal !== null && row.new_goal !== null && row.old_goal !== row.new_goal
      ? [`goal${ofPriority} ${change(row.old_goal, row.new_goal)}`]
      : [];
  const dates = dated.length > 0 ? [dateWords(dated)] : [];
  if (row.new_status === 'uncovered') return [...goal, ...dates, `no goal${ofPriority} any more`].join('; ');
  if (row.new_status === 'none') return 'the target is not about it any more';
  const left = (row.new_goal ?? 0) - (row.new_elapsed ?? 0);
  const used = `used ${change(row.old_elapsed, row.new_elapsed)} of ${durationWords(row.new_goal ?? 0)}: ${durationWords(Math.abs(left))} ${left < 0 ? 'over' : 'left'}`;
  return [...goal, ...dates, used].join('; ');
}

type Teller = (rows: readonly FlipRow[]) => Promise<Map<string, DatedSeconds[]>>;

/** Tells the dates on which the calendar of a clock's segments differs, and how many of its seconds each contributed. */
function calendarTeller(options: WeighOptions, { cases, reach }: Comparison): Teller {
  const told = cases.filter(
    ({ before, after, changed }) =>
      before && (changed.includes('calendar') || changed.includes('zone')) && isToldBySegments(before.target, after.target)
  );
  if (told.length === 0) return () => Promise.resolve(new Map());
  const { plan, changes } = planChanges(told, options.zone, reach.from, options.asOf);
  const tellers = new Map(told.map((each) => [each, segmentTeller(changes.get(each)!, plan)]));
  return async (rows) => {
    const caseOf = (row: FlipRow): Case | undefined =>
      told.find(({ groupAt, oldAt, newAt }) => row.group_at === groupAt && row.old_at === oldAt && (row.new_at ?? newAt) === newAt);
    const wanted = rows.filter((row) => row.clock_id !== null && caseOf(row));
    const ofClock = new Map(wanted.map((row) => [String(row.clock_id), tellers.get(caseOf(row)!)!]));
    const found = new Map<string, DatedSeconds[]>();
    for (const segment of await segmentsOf(options, [...ofClock.keys()])) {
      const id = String(segment.clock_id);
      const list = found.get(id) ?? [];
      add(list, ofClock.get(id)!(segment));
      found.set(id, list);
    }
    return found;
  };
}

function add(list: DatedSeconds[], more: readonly DatedSeconds[]): void {
  for (const each of more) {
    const same = list.find(({ calendar, date }) => calendar === each.calendar && date === each.date);
    if (same) same.seconds += each.seconds;
    else list.push({ ...each });
  }
}

interface SegmentRow {
  clock_id: bigint | number;
  from_s: number;
  to_s: number;
  calendar: string;
  team: string | null;
}

async function segmentsOf(
  { connection, catalogue }: { connection: Connection; catalogue: string },
  clockIds: readonly string[]
): Promise<SegmentRow[]> {
  if (clockIds.length === 0) return [];
  return connection.all<
    SegmentRow & Record<string, never>
  >(`SELECT clock_id, ${secondsSql('from_at')} AS from_s, ${secondsSql('to_at')} AS to_s, calendar::VARCHAR AS calendar, team
    FROM ${identifier(catalogue)}.fact.segment WHERE kind = 'running' AND clock_id IN (${clockIds.join(', ')}) ORDER BY clock_id, from_at`);
}

function segmentTeller(change: PlannedChange, plan: Plan): (segment: SegmentRow) => DatedSeconds[] {
  const pairs = calendarPairs(change, plan);
  const byTeam = change.isSameChain ? undefined : calendarsByTeam(change, plan);
  return ({ from_s, to_s, calendar, team }) => {
    const now = byTeam && (team === null ? byTeam.fallback : (byTeam.teams.get(team) ?? byTeam.fallback));
    const pair = pairs.find(({ before, after }) => plan.calendars[before]!.name === calendar && (now === undefined || after === now));
    if (!pair) return [];
    const zone = plan.calendars[pair.after]!.versions.at(-1)?.zone ?? 'UTC';
    return datedDifferences(calendar, zone, pair.differences, from_s, to_s);
  };
}
