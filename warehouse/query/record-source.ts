import { literal } from '../connection.ts';
import type { RowAggregate } from '../metrics/measure.ts';
import { sources } from '../metrics/source.ts';
import type { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import type { CellTime } from './cell.ts';
import { conjuncts } from './conditions.ts';
import type { Part } from './normalise.ts';
import { turns } from './turns.ts';
import { recordTypeOf, relationIn } from './zone.ts';

/** The records behind a measure as a relation: what to select from, and which of it lies in the time asked for. */
export interface RecordSource {
  from: string;
  conditions: string[];
  /** Conditions of the measure itself (who counts), apart from time and slices. */
  own: string[];
}

/**
 * Which records of a share: those that count, all that it is over, or the rest of them; for other kinds these change nothing. `left_out`, of
 * every kind: rows of the same period and filters that the figure does not count.
 */
export const sides = ['numerator', 'denominator', 'rest', 'left_out'] as const;
export type Side = (typeof sides)[number];

/**
 * @param sliced columns that the question narrows by
 * @param zone whose days count; default the reporting zone
 */
export function recordSource(
  part: Part,
  side: Side,
  time: CellTime,
  build: BuildFacts,
  binder: Binder,
  sliced: readonly string[] = [],
  zone = build.zone
): RecordSource {
  const { aggregate } = part;
  if (aggregate.source === 'backlog' || aggregate.source === 'flow') {
    const all =
      aggregate.source === 'flow'
        ? flowSource(aggregate, time, zone, binder)
        : { ...backlogSource(recordTypeOf(aggregate), time, zone, binder), own: stateOf(aggregate) };
    return side === 'left_out' ? { ...all, own: ['FALSE'] } : all;
  }
  return {
    from: relationIn(zone, aggregate, [...sliced, ...part.needs], build),
    conditions: timeConditions(aggregate, time, binder),
    own: ownConditions(aggregate, side)
  };
}

function timeConditions({ date, source }: RowAggregate, time: CellTime, binder: Binder): string[] {
  if (date === 'as_of') return [];
  const hour = time.hour === undefined ? [] : [`${sources[source].hours[date]} = ${binder.bind(time.hour)}`];
  return [`${date} >= ${binder.date(time.from)}`, `${date} < ${binder.date(time.to)}`, ...hour];
}

function ownConditions(aggregate: RowAggregate, side: Side): string[] {
  const where = aggregate.where ? [aggregate.where] : [];
  if (side === 'left_out') {
    const counted = [...where, ...valued(aggregate)];
    return [counted.length ? `(${counted.map((one) => `(${one})`).join(' AND ')}) IS NOT TRUE` : 'FALSE'];
  }
  if (aggregate.kind === 'ratio') {
    const { numerator } = aggregate;
    return { numerator: [...where, numerator], denominator: where, rest: [...where, `(${numerator}) IS NOT TRUE`] }[side];
  }
  return [...where, ...valued(aggregate)];
}

/** That a row has the value which its measure adds, ranks or tells apart. */
function valued(aggregate: RowAggregate): string[] {
  if (aggregate.kind === 'quotient') return [`(${aggregate.value}, ${aggregate.over}) IS DISTINCT FROM (NULL, NULL)`];
  return 'value' in aggregate ? [`${aggregate.value} IS NOT NULL`] : [];
}

/**
 * What a row fails first of what its measure asks for, as text: a condition as in the measure's entry; NULL for a row that counts. Undefined
 * where every row counts.
 */
export function failedFirst(aggregate: RowAggregate): string | undefined {
  if (aggregate.source === 'backlog' || aggregate.source === 'flow') return undefined;
  const asked = [...(aggregate.where ? conjuncts(aggregate.where) : []), ...valued(aggregate)];
  if (asked.length === 0) return undefined;
  return `CASE ${asked.map((one) => `WHEN (${one}) IS NOT TRUE THEN ${literal(one)}`).join(' ')} END`;
}

/** A level of one state alone stands in a column named after it: `backlog_on_hold`. */
function stateOf(aggregate: RowAggregate): string[] {
  const state = 'value' in aggregate ? /^backlog_(.+)$/.exec(aggregate.value)?.[1] : undefined;
  return state ? [`state = '${state}'`] : [];
}

/** End of a local day as an instant. */
const endOf = (date: string, zone: string, binder: Binder): string =>
  `timezone(${binder.bind(zone)}, CAST(${binder.date(date)} AS TIMESTAMP))`;

/** Records whose open stretch covers the end of the last day of the span. */
function backlogSource(type: string, time: CellTime, zone: string, binder: Binder): RecordSource {
  const end = endOf(time.to, zone, binder);
  return {
    from: `(SELECT h.record_type, h.record_id, r.title, h.state, h.priority, h.team, h.assignee, r.service, r.opened_at, h.from_at, h.to_at
      FROM fact.history AS h JOIN fact.${type} AS r USING (record_id)
      WHERE h.record_type = '${type}' AND h.is_open AND h.from_at < ${end} AND (h.to_at IS NULL OR h.to_at >= ${end})) AS backlog`,
    conditions: [],
    own: []
  };
}

/**
 * Every entry to and departure from the backlog in the span, from the history: `kind` as in the measure's name, `delta` +1 or −1.
 */
function flowSource(aggregate: RowAggregate, time: CellTime, zone: string, binder: Binder): RecordSource {
  const [start, end] = [endOf(time.from, zone, binder), endOf(time.to, zone, binder)];
  const from = `${turns(recordTypeOf(aggregate), (column) => `${column} >= ${start} AND ${column} < ${end}`)} AS flow`;
  const kind = 'value' in aggregate ? aggregate.value : 'net';
  const own = kind === 'net' ? [] : [`kind = '${kind}'`];
  return { from, conditions: [], own };
}
