import type { RowAggregate } from '../metrics/measure.ts';
import { relationOf, sources } from '../metrics/source.ts';
import type { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import type { CellTime } from './cell.ts';
import type { Part } from './normalise.ts';

/** The records behind a measure as a relation: what to select from, and which of it lies in the time asked for. */
export interface RecordSource {
  from: string;
  conditions: string[];
  /** Conditions of the measure itself (who counts), apart from time and slices. */
  own: string[];
  /** How many of those are the measure's scope; a record within it that the rest leaves out has no value. */
  scoped: number;
}

/** Which records of a share: those that count, all that it is over, or the rest of them. For other kinds it changes nothing. */
export const sides = ['numerator', 'denominator', 'rest'] as const;
export type Side = (typeof sides)[number];

/** @param sliced columns that the question narrows by */
export function recordSource(
  part: Part,
  side: Side,
  time: CellTime,
  build: BuildFacts,
  binder: Binder,
  sliced: readonly string[] = []
): RecordSource {
  const { aggregate } = part;
  if (aggregate.source === 'backlog') return { ...backlogSource(recordTypeOf(aggregate), time, build, binder), own: stateOf(aggregate) };
  if (aggregate.source === 'flow') return flowSource(aggregate, time, build, binder);
  return {
    from: relationOf(aggregate.source, [...sliced, ...part.needs]),
    conditions: timeConditions(aggregate, time, binder),
    ...ownConditions(aggregate, side)
  };
}

function timeConditions({ date, source }: RowAggregate, time: CellTime, binder: Binder): string[] {
  if (date === 'as_of') return [];
  const hour = time.hour === undefined ? [] : [`${sources[source].hours[date]} = ${binder.bind(time.hour)}`];
  return [`${date} >= ${binder.date(time.from)}`, `${date} < ${binder.date(time.to)}`, ...hour];
}

function ownConditions(aggregate: RowAggregate, side: Side): Pick<RecordSource, 'own' | 'scoped'> {
  const where = aggregate.where ? [aggregate.where] : [];
  const scoped = where.length;
  if (aggregate.kind === 'ratio') {
    const { numerator } = aggregate;
    return { own: { numerator: [...where, numerator], denominator: where, rest: [...where, `(${numerator}) IS NOT TRUE`] }[side], scoped };
  }
  return { own: 'value' in aggregate ? [...where, `${aggregate.value} IS NOT NULL`] : where, scoped };
}

/** The record type of a backlog measure stands in its condition. */
function recordTypeOf({ where }: RowAggregate): string {
  return /record_type = '([a-z_]+)'/.exec(where ?? '')![1]!;
}

/** A level of one state alone stands in a column named after it: `backlog_on_hold`. */
function stateOf(aggregate: RowAggregate): string[] {
  const state = 'value' in aggregate ? /^backlog_(.+)$/.exec(aggregate.value)?.[1] : undefined;
  return state ? [`state = '${state}'`] : [];
}

/** End of a local day as an instant. */
const endOf = (date: string, build: BuildFacts, binder: Binder): string =>
  `timezone(${binder.bind(build.zone)}, CAST(${binder.date(date)} AS TIMESTAMP))`;

/** Records whose open stretch covers the end of the last day of the span. */
function backlogSource(type: string, time: CellTime, build: BuildFacts, binder: Binder): RecordSource {
  const end = endOf(time.to, build, binder);
  return {
    from: `(SELECT h.record_type, h.record_id, r.title, h.state, h.priority, h.team, h.assignee, r.service, r.opened_at, h.from_at, h.to_at
      FROM fact.history AS h JOIN fact.${type} AS r USING (record_id)
      WHERE h.record_type = '${type}' AND h.is_open AND h.from_at < ${end} AND (h.to_at IS NULL OR h.to_at >= ${end})) AS backlog`,
    conditions: [],
    own: [],
    scoped: 0
  };
}

const openState = (column: string): string => `${column} IN ('new', 'in_progress', 'on_hold')`;

/**
 * Every entry to and departure from the backlog in the span, from the history: `kind` as in the measure's name, `delta` +1 or −1.
 */
function flowSource(aggregate: RowAggregate, time: CellTime, build: BuildFacts, binder: Binder): RecordSource {
  const type = recordTypeOf(aggregate);
  const [start, end] = [endOf(time.from, build, binder), endOf(time.to, build, binder)];
  const inside = (column: string): string => `${column} >= ${start} AND ${column} < ${end}`;
  const moved = (other: string): string => `(${other}_team, ${other}_priority) IS DISTINCT FROM (team, priority)`;
  const from = `(WITH touched AS (
      SELECT DISTINCT record_id FROM fact.history WHERE record_type = '${type}' AND (${inside('from_at')} OR ${inside('to_at')})
    ), stretch AS (
      SELECT *, lag(state) OVER w AS before_state, lag(team) OVER w AS before_team, lag(priority) OVER w AS before_priority,
        lead(state) OVER w AS after_state, lead(team) OVER w AS after_team, lead(priority) OVER w AS after_priority
      FROM fact.history WHERE record_type = '${type}' AND record_id IN (SELECT record_id FROM touched)
      WINDOW w AS (PARTITION BY record_id ORDER BY interval_number)
    ), turn AS (
      SELECT record_id, from_at AS "at", 1 AS delta, team, priority,
        CASE WHEN before_state IS NULL THEN 'opened' WHEN NOT ${openState('before_state')} THEN 'reopened' ELSE 'moved_in' END AS kind
      FROM stretch WHERE is_open AND ${inside('from_at')}
        AND (before_state IS NULL OR NOT ${openState('before_state')} OR ${moved('before')})
      UNION ALL
      SELECT record_id, to_at, -1, team, priority,
        CASE WHEN ${openState('after_state')} THEN 'moved_out' WHEN after_state = 'cancelled' THEN 'cancelled' ELSE 'resolved' END
      FROM stretch WHERE is_open AND ${inside('to_at')} AND (NOT ${openState('after_state')} OR ${moved('after')})
    )
    SELECT '${type}' AS record_type, turn.*, r.service, r.title FROM turn JOIN fact.${type} AS r USING (record_id)) AS flow`;
  const kind = 'value' in aggregate ? aggregate.value : 'net';
  const own = kind === 'net' ? [] : [`kind = '${kind}'`];
  return { from, conditions: [], own, scoped: own.length };
}
