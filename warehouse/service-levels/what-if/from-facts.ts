import { states } from '../../contract.ts';
import { literal, type Connection } from '../../connection.ts';
import { bitsOf } from '../condition-sql.ts';
import { openSecondsSql, slotKeySql, type Grid } from '../grid-tables.ts';
import type { Plan } from '../plan.ts';
import { secondsSql, stateBits } from '../sql.ts';
import { goalSql } from '../verdicts.ts';
import { calendarPairs, calendarsByTeam, type CalendarPair, type PlannedChange } from './calendar-change.ts';
import { publishedStatusSql, statusSql } from './pair.ts';

/** Where the published tables are: `published.fact`. */
export interface Published {
  facts: string;
}

/** A change that the published clocks and segments of a target tell. */
export interface FactsChange extends PlannedChange {
  /** Of the published clocks. */
  targetId: string;
  hasOtherCalendar: boolean;
  hasOtherPause: boolean;
}

/**
 * Clocks of a target with what they used before and now: a SELECT of record_id, cycle, clock_id, priority, old_status, new_status,
 * old_elapsed, new_elapsed, old_goal, new_goal, is_stopped_before, is_stopped_after. Seconds that count anew are written to
 * `staging.what_if_delta` first.
 * @param only relation of record_id to keep to
 */
export async function clocksFromFacts(
  connection: Connection,
  { facts }: Published,
  change: FactsChange,
  plan: Plan,
  grid: Grid,
  only?: string
): Promise<string> {
  const kept = only ? `AND record_id IN (SELECT record_id FROM ${only})` : '';
  const own = `${facts}.clock WHERE target_id::VARCHAR = ${literal(change.targetId)} ${kept}`;
  const hasDelta = await writeDelta(connection, facts, change, plan, grid, `SELECT clock_id FROM ${own}`);
  const delta = hasDelta ? 'coalesce(d.delta, 0)' : '0';
  const isGoalKept = change.after.unit === 'working_day';
  const goal = isGoalKept ? 'c.goal_seconds' : goalSql(change.after, 'c.priority');
  const clock = {
    isCancelled: `c.stage = 'cancelled'`,
    least: `c.elapsed_least_seconds + ${delta}`,
    most: `c.elapsed_most_seconds + ${delta}`,
    goal: 'c.new_goal',
    isStopped: 'c.stopped_at IS NOT NULL',
    cycle: 'c.cycle'
  };
  return `
    SELECT c.record_id, c.cycle, c.clock_id, c.priority, ${publishedStatusSql('c.stage')} AS old_status, ${statusSql(clock)} AS new_status,
      c.elapsed_business_seconds AS old_elapsed, CASE WHEN c.new_goal IS NOT NULL THEN c.elapsed_business_seconds + ${delta} END AS new_elapsed, c.goal_seconds AS old_goal, c.new_goal,
      c.stopped_at IS NOT NULL AS is_stopped_before, c.stopped_at IS NOT NULL AS is_stopped_after
    FROM (SELECT c.*, ${goal} AS new_goal FROM (SELECT * FROM ${own}) c) c
    ${hasDelta ? 'LEFT JOIN staging.what_if_delta d ON d.clock_id = c.clock_id' : ''}`;
}

/** Writes the seconds that count now and did not before (or the other way), by clock. Answers false when no segment can differ. */
async function writeDelta(
  connection: Connection,
  facts: string,
  change: FactsChange,
  plan: Plan,
  grid: Grid,
  own: string
): Promise<boolean> {
  const pairs = change.hasOtherCalendar ? calendarPairs(change, plan) : [];
  const differing = pairs.filter(({ differences }) => differences.length > 0);
  if (differing.length === 0 && !change.hasOtherPause) return false;
  const calendar = await newCalendarSql(connection, change, plan, pairs);
  const isOther = differing.length > 0 ? `(${overlapSql(differing)} AND ${isOtherCalendarSql(differing, plan)})` : 'FALSE';
  const isPaused = change.hasOtherPause ? isPausedSql(change) : `s.kind = 'paused'`;
  const wanted = [isOther, ...(change.hasOtherPause ? [`(${isPaused}) <> (s.kind = 'paused')`] : [])].join(' OR ');
  const counted = differing.length > 0 ? `${openSecondsSql('b', 's.to_s')} - ${openSecondsSql('a', 's.from_s')}` : 's.business_seconds';
  await connection.run(`CREATE OR REPLACE TABLE staging.what_if_delta AS
    SELECT s.clock_id, sum(CASE WHEN s.is_paused THEN 0 ELSE ${counted} END - CASE WHEN s.kind = 'running' THEN s.business_seconds ELSE 0 END)::BIGINT AS delta
    FROM (
      SELECT s.clock_id, s.kind, s.business_seconds, ${secondsSql('s.from_at')} AS from_s, ${secondsSql('s.to_at')} AS to_s, ${isPaused} AS is_paused, s.calendar_now
      FROM (SELECT s.*, ${calendar.number} AS calendar_now FROM ${facts}.segment s ${calendar.join}) s
      WHERE (${wanted}) AND s.clock_id IN (${own})
    ) s
    ${differing.length > 0 ? `JOIN staging.clock_slot a ON a.key = ${slotKeySql(grid, 's.calendar_now', 's.from_s')} JOIN staging.clock_slot b ON b.key = ${slotKeySql(grid, 's.calendar_now', 's.to_s')}` : ''}
    GROUP BY s.clock_id`);
  return true;
}

/** The number of the calendar on which a segment `s` runs now, and the join that tells it. */
async function newCalendarSql(
  connection: Connection,
  change: FactsChange,
  plan: Plan,
  pairs: readonly CalendarPair[]
): Promise<{ number: string; join: string }> {
  if (!change.hasOtherCalendar) return { number: 'NULL', join: '' };
  if (change.isSameChain) {
    const branches = pairs.map(({ before, after }) => `WHEN ${literal(plan.calendars[before]!.name)} THEN ${after}`);
    return { number: `CASE s.calendar::VARCHAR ${branches.join(' ')} END`, join: '' };
  }
  const { fallback, teams } = calendarsByTeam(change, plan);
  await connection.run('CREATE OR REPLACE TABLE staging.what_if_team (team VARCHAR, number INTEGER)');
  const rows = [...teams];
  for (let at = 0; at < rows.length; at += 500) {
    const part = rows.slice(at, at + 500);
    await connection.run(
      `INSERT INTO staging.what_if_team VALUES ${part.map(([, number]) => `(?, ${number})`).join(', ')}`,
      part.map(([team]) => team)
    );
  }
  return { number: `coalesce(w.number, ${fallback})`, join: 'LEFT JOIN staging.what_if_team w ON w.team = s.team' };
}

/** Segments that lie in the time in which any of the calendars differ. */
function overlapSql(pairs: readonly CalendarPair[]): string {
  const from = Math.min(...pairs.map(({ differences }) => differences[0]!.from));
  const to = Math.max(...pairs.map(({ differences }) => differences.at(-1)!.to));
  return `s.to_at > to_timestamp(${from}) AND s.from_at < to_timestamp(${to})`;
}

function isOtherCalendarSql(pairs: readonly CalendarPair[], plan: Plan): string {
  const byOld = Map.groupBy(pairs, ({ before }) => plan.calendars[before]!.name);
  const branches = [...byOld].map(
    ([name, own]) => `WHEN ${literal(name)} THEN s.calendar_now IN (${own.map(({ after }) => after).join(', ')})`
  );
  return `CASE s.calendar::VARCHAR ${branches.join(' ')} ELSE FALSE END`;
}

/** Whether a segment does not count by the new target: its state pauses, or is one in which the clock had ended. */
function isPausedSql({ after: { pause, stop, cancel } }: FactsChange): string {
  const bits = bitsOf(pause) | bitsOf(stop.condition) | bitsOf(cancel);
  const words = states.filter((state) => bits & stateBits([state])).map(literal);
  return words.length > 0 ? `coalesce(s.state::VARCHAR IN (${words.join(', ')}), FALSE)` : 'FALSE';
}
