import { identifier } from '../connection.ts';
import type { Condition } from './condition.ts';
import { bitsOf, conditionSql, isOfState, isStill, type Course } from './condition-sql.ts';
import { courseEndingSql } from './cycles.ts';
import { entryPack, unpack } from './entry.ts';
import type { PlannedTarget } from './plan.ts';
import { stateNameSql } from './sql.ts';

/**
 * One row per clock (record and cycle) of a target: from when to when, and what ended it.
 * Columns: record_key, cycle, is_told, start_s, looked_s (from which on its course is looked at), attached_s, stop_s (NULL while it runs), first_n and end_n (its course: stretches from the
 * one up to before the other, or all), is_cancelled, is_by_field, stopped_by.
 */
export function spansSql(target: PlannedTarget, course: Course, asOf: number, only?: string): string {
  const isQuick = isPlain(target, course);
  const ended = isQuick
    ? `${plainEndingSql(target)} UNION ALL ${courseEndingSql(target, course, early(target))}`
    : courseEndingSql(target, course);
  return `
  WITH candidate AS (${candidatesSql(target, course, asOf, only)}),
  ended AS (${ended}),
  bounded AS (
    SELECT *, CASE WHEN cut_by IS NOT NULL AND ending IS NULL THEN cut_s ELSE ${unpack.seconds('ending')} END AS end_s
    FROM ended WHERE start_s <= ${asOf} ${validity(target)}
  ), closed AS (
    SELECT *, stop_field_s IS NOT NULL AND stop_field_s <= coalesce(end_s, stop_field_s) AS is_by_field
    FROM bounded WHERE cycle = 1 OR stop_field_s IS NULL OR stop_field_s > start_s
  )
  SELECT record_key, cycle::INTEGER AS cycle, is_told, start_s, looked_s, attached_s, first_n, is_by_field,
    CASE WHEN is_by_field THEN stop_field_s ELSE end_s END AS stop_s,
    CASE WHEN ending IS NULL THEN cut_n ELSE ${unpack.n('ending')} END AS end_n,
    NOT is_by_field AND CASE WHEN ending IS NULL THEN coalesce(cut_by = 'priority', FALSE) ELSE ${unpack.cancels('ending')} END AS is_cancelled,
    CASE WHEN is_by_field THEN stop_field WHEN ending IS NULL THEN cut_by ${endedBy(target)} END AS stopped_by
  FROM closed`;
}

/** What ended a clock, in the words of its target. */
function endedBy({ stop, cancel, isCancelledWhenUnmet }: PlannedTarget): string {
  const state = `${stateNameSql(unpack.bit('ending'))}::VARCHAR`;
  const ofStates = bitsOf(isOfState(stop.condition) ? stop.condition : undefined) | bitsOf(isOfState(cancel) ? cancel : undefined);
  const unmet = isCancelledWhenUnmet ? `CASE WHEN ${unpack.cancels('ending')} THEN 'when_ends' ELSE 'condition' END` : `'condition'`;
  return `WHEN (${unpack.bit('ending')} & ${ofStates}) <> 0 THEN ${state} ELSE ${unmet}`;
}

const validity = ({ validFrom, validTo }: PlannedTarget): string =>
  [
    ...(validFrom === undefined ? [] : [`AND first_s >= ${validFrom}`]),
    ...(validTo === undefined ? [] : [`AND first_s <= ${validTo}`])
  ].join(' ');

const hasCycles = ({ reopen, priorityChange, reset }: PlannedTarget): boolean =>
  reopen === 'new_cycle' || priorityChange === 'restart' || reset !== undefined;

/** One cycle that starts with the record and is ended by states: then only the entries into an end state and the last stretch matter. */
function isPlain(target: PlannedTarget, course: Course): boolean {
  const { when, start, stop, cancel, isCancelledWhenUnmet } = target;
  const isStatic = !isCancelledWhenUnmet && (!when || isStill(when, course));
  const startsAtOnce = start.fields[0] === 'opened_at' && !target.retroactiveStart;
  return isStatic && startsAtOnce && !hasCycles(target) && isOfState(stop.condition) && isOfState(cancel);
}

const endBits = ({ stop, cancel }: PlannedTarget): number => bitsOf(stop.condition) | bitsOf(cancel);
/** Records that begin in an end state: their clock attaches later, if ever. */
const early = (target: PlannedTarget): string =>
  `SELECT s.record_key FROM staging.clock_stretch s WHERE s.n = 1 AND (s.bit & ${endBits(target)}) <> 0`;

/** R16: with `resume` a clock has ended when the record stands in an end state now, else with the first entry into one. */
function plainEndingSql(target: PlannedTarget): string {
  const isEntry = `(s.bit_before & ${endBits(target)}) = 0`;
  const pack = entryPack('s', `(s.bit & ${bitsOf(target.stop.condition)}) = 0`);
  const ending =
    target.reopen === 'resume'
      ? `CASE WHEN bool_or(s.is_last) THEN max(${pack}) FILTER (${isEntry}) END`
      : `min(${pack}) FILTER (${isEntry})`;
  return `
    SELECT a.record_key, 1 AS cycle, a.is_told, a.t0 AS start_s, a.t0 AS first_s, a.t0 AS looked_s, a.t0 AS attached_s, 1 AS first_n, a.stop_field_s, a.stop_field,
      e.ending, NULL::BIGINT AS cut_s, NULL::BIGINT AS cut_n, NULL::VARCHAR AS cut_by
    FROM candidate a LEFT JOIN (
      SELECT s.record_key, bool_or(s.n = 1) AS is_early, ${ending} AS ending FROM staging.clock_stretch s
      WHERE (s.bit & ${endBits(target)}) <> 0 AND (s.n = 1 OR ${isEntry} ${target.reopen === 'resume' ? 'OR s.is_last' : ''})
      GROUP BY s.record_key
    ) e ON e.record_key = a.record_key WHERE NOT coalesce(e.is_early, FALSE)`;
}

/** Records that the target may be about, with the instants that start and stop its clock and the columns that its conditions read. */
function candidatesSql(target: PlannedTarget, course: Course, asOf: number, only?: string): string {
  const began = target.start.condition;
  const fields = target.start.fields.map((name) => `r.${identifier(`${name}_s`)}`);
  const start = began ? [...fields, 'e.began_s'] : fields;
  const stop = target.stop.fields.map((name) => ({ name, at: `r.${identifier(`${name}_s`)}` }));
  const first = `LEFT JOIN (
        SELECT s.record_key, min(s.from_s) AS began_s FROM staging.clock_stretch s JOIN staging.clock_record_${target.recordType} r ON r.record_key = s.record_key
        WHERE ${began ? conditionSql(began, course) : ''} GROUP BY s.record_key
      ) e ON e.record_key = r.record_key`;
  const least = stop.length > 0 ? `least(${stop.map(({ at }) => at).join(', ')})` : 'NULL::BIGINT';
  const name = stop.map(({ name, at }) => `WHEN ${at} = ${least} THEN '${name}'`).join(' ');
  return `SELECT *, CASE WHEN field_s IS NOT NULL THEN greatest(field_s, t0) END AS stop_field_s FROM (
      SELECT r.*, coalesce(${start.join(', ') || 'NULL'})::BIGINT AS t0, ${least} AS field_s, ${name ? `CASE ${name} END` : 'NULL::VARCHAR'} AS stop_field
      FROM staging.clock_record_${target.recordType} r ${began ? first : ''}
      WHERE ${[only ? `r.record_key IN (${only})` : 'TRUE', ...stillConditions(target, course).map((each) => conditionSql(each, course))].join(' AND ')}
    ) WHERE t0 <= ${asOf}`;
}

/** Parts of `when` that hold for whole records. */
function stillConditions({ when }: PlannedTarget, course: Course): Condition[] {
  if (!when) return [];
  const parts = when.kind === 'all' ? when.conditions : [when];
  return parts.filter((part) => isStill(part, course));
}
