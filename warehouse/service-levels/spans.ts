import { identifier, literal } from '../connection.ts';
import type { Condition } from './definitions.ts';
import type { PlannedTarget } from './plan.ts';
import { stateBits } from './sql.ts';

/**
 * Packs an entry into an end state so that `min` and `max` find the first and the last: second, order, state. What had ended before
 * the clock should start counts as a second earlier.
 */
const entryPack = '((s.from_s - CASE WHEN s.is_first AND (s.n = 1 OR s.was_ended) THEN 1 ELSE 0 END) * 268435456 + s.n * 256 + s.bit)';
const unpack = {
  seconds: (packed: string) => `(${packed} // 268435456)`,
  n: (packed: string) => `((${packed} // 256) & 1048575)`,
  bit: (packed: string) => `(${packed} & 255)`
};

/**
 * One row per clock (record and cycle) of a target: from when to when, and what ended it.
 * Columns: record_key, cycle, has_history, start_s, stop_s (NULL while it runs), first_n and end_n (its course: stretches from the one
 * up to before the other, or all), is_cancelled, is_by_field.
 */
export function spansSql(target: PlannedTarget, asOf: number): string {
  return `
  WITH attached AS (${attachedSql(target, asOf)}),
  ended AS (${isPlain(target) ? plainEndingSql(target) : courseEndingSql(target)}),
  bounded AS (
    SELECT *, ending IS NULL AND NOT is_course_whole AS is_cut,
      CASE WHEN ending IS NULL AND NOT is_course_whole THEN course_to_s ELSE ${unpack.seconds('ending')} END AS end_s
    FROM ended WHERE ending IS NULL OR (${unpack.n('ending')} > 1 AND ${unpack.seconds('ending')} >= start_s)
  ), closed AS (
    SELECT *, stop_field_s IS NOT NULL AND stop_field_s <= coalesce(end_s, stop_field_s) AS is_by_field
    FROM bounded WHERE cycle = 1 OR stop_field_s IS NULL OR stop_field_s > start_s
  )
  SELECT record_key, cycle::INTEGER AS cycle, has_history, start_s, first_n, is_by_field,
    CASE WHEN is_by_field THEN stop_field_s ELSE end_s END AS stop_s,
    CASE WHEN is_cut THEN last_n + 1 ELSE ${unpack.n('ending')} END AS end_n,
    NOT is_by_field AND (is_cut OR coalesce((${unpack.bit('ending')} & ${stateBits(target.cancel)}) <> 0, FALSE)) AS is_cancelled
  FROM closed`;
}

const hasCycles = ({ reopen, priorityChange }: PlannedTarget): boolean => reopen === 'new_cycle' || priorityChange === 'restart';
/** One cycle that starts with the record: then only the entries into an end state and the last stretch matter. */
const isPlain = (target: PlannedTarget): boolean =>
  !hasCycles(target) && target.start.states.length === 0 && target.start.fields[0] === 'opened_at';
const endBits = ({ stop, cancel }: PlannedTarget): number => stateBits([...stop.states, ...cancel]);

/** R16: with `resume` a clock has ended when the record stands in an end state now, else with the first entry into one. */
function plainEndingSql(target: PlannedTarget): string {
  const isEntry = `(s.n = 1 OR (s.bit_before & ${endBits(target)}) = 0)`;
  const pack = entryPack.replaceAll('s.is_first', 's.n = 1').replaceAll('s.was_ended', 'FALSE');
  const ending = target.reopen === 'resume' ? `CASE WHEN bool_or(s.is_last) THEN max(${pack}) FILTER (${isEntry}) END` : `min(${pack})`;
  return `
    SELECT a.*, 1 AS cycle, 1 AS first_n, NULL::INTEGER AS last_n, NULL::BIGINT AS course_to_s, TRUE AS is_course_whole, e.ending
    FROM attached a LEFT JOIN (
      SELECT s.record_key, ${ending} AS ending FROM staging.clock_stretch s
      WHERE (s.bit & ${endBits(target)}) <> 0 AND (${isEntry} ${target.reopen === 'resume' ? 'OR s.is_last' : ''})
      GROUP BY s.record_key
    ) e ON e.record_key = a.record_key`;
}

function courseEndingSql(target: PlannedTarget): string {
  const isEntry = 's.is_ended AND (s.is_first OR NOT s.was_ended)';
  return `
    SELECT g.*, a.has_history, a.stop_field_s, CASE WHEN g.cycle = 1 THEN a.start_s ELSE g.course_from_s END AS start_s, ${endingSql(target)} AS ending
    FROM (
      SELECT s.record_key, s.cycle, min(s.from_s) AS course_from_s, min(s.n) AS first_n,
        min(${entryPack}) FILTER (${isEntry}) AS first_entry, max(${entryPack}) FILTER (${isEntry}) AS last_entry,
        max(s.n) FILTER (NOT s.is_ended) AS last_open, max(s.n) AS last_n, max(s.to_s) AS course_to_s, bool_or(s.is_last) AS is_course_whole
      FROM (${courseSql(target)}) s GROUP BY s.record_key, s.cycle
    ) g JOIN attached a ON a.record_key = g.record_key`;
}

/** R16: `ignore` and each cycle end with the first entry into an end state; `resume` with the last, if nothing open follows it. */
function endingSql({ reopen }: PlannedTarget): string {
  if (reopen !== 'resume') return 'first_entry';
  return `CASE WHEN last_open IS NULL OR ${unpack.n('last_entry')} > last_open THEN last_entry END`;
}

/** Records to which the target attaches, with the instants that start and stop its clock. */
function attachedSql(target: PlannedTarget, asOf: number): string {
  const states = stateBits(target.start.states);
  const fields = target.start.fields.map((name) => `r.${identifier(`${name}_s`)}`);
  const start = states ? [...fields, 'e.entered_s'] : fields;
  const stop = target.stop.fields.map((name) => `r.${identifier(`${name}_s`)}`);
  const entered = `LEFT JOIN (SELECT s.record_key, min(s.from_s) AS entered_s FROM staging.clock_stretch s WHERE (s.bit & ${states}) <> 0 GROUP BY s.record_key) e ON e.record_key = r.record_key`;
  const valid = [
    `start_s <= ${asOf}`,
    ...(target.validFrom === undefined ? [] : [`start_s >= ${target.validFrom}`]),
    ...(target.validTo === undefined ? [] : [`start_s <= ${target.validTo}`])
  ];
  return `SELECT record_key, has_history, start_s, CASE WHEN field_s IS NOT NULL THEN greatest(field_s, start_s) END AS stop_field_s FROM (
      SELECT r.record_key, coalesce(r.has_history, FALSE) AS has_history, coalesce(${start.join(', ')}) AS start_s, ${stop.length > 0 ? `least(${stop.join(', ')})` : 'NULL::BIGINT'} AS field_s
      FROM staging.clock_record_${target.recordType} r ${states ? entered : ''}
      WHERE ${['TRUE', ...conditionsSql(target)].join(' AND ')}
    ) WHERE ${valid.join(' AND ')}`;
}

function conditionsSql({ agreement, conditions }: PlannedTarget): string[] {
  const services: Condition[] = agreement.services.length > 0 ? [{ column: 'service', values: agreement.services, isNegated: false }] : [];
  return [...services, ...conditions].map(({ column, values, isNegated }) => {
    const list = values.map((value) => (typeof value === 'string' ? literal(value) : String(value))).join(', ');
    const name = `r.${identifier(column)}`;
    return isNegated ? `(${name} IS NULL OR ${name} NOT IN (${list}))` : `${name} IN (${list})`;
  });
}

/** Stretches from the start of the clock on, numbered by cycle, and whether each is the first, ended, or followed an ended one. */
function courseSql(target: PlannedTarget): string {
  const bits = endBits(target);
  const fromStart = `
      SELECT s.record_key, s.n, s.from_s, s.to_s, s.bit, s.is_last, s.priority, (s.bit & ${bits}) <> 0 AS is_ended, (s.bit_before & ${bits}) <> 0 AS was_ended,
        lag(s.n) OVER o IS NULL AS is_first, lag((s.bit & ${bits}) <> 0) OVER o AS ended_before, lag(s.priority) OVER o AS priority_before
      FROM staging.clock_stretch s JOIN attached a ON a.record_key = s.record_key
      WHERE s.to_s > a.start_s OR s.is_last OR s.from_s = a.start_s
      WINDOW o AS (PARTITION BY s.record_key ORDER BY s.n)`;
  return hasCycles(target) ? cycledSql(target, fromStart) : `SELECT *, 1 AS cycle FROM (${fromStart})`;
}

/** With `new_cycle` leaving an end state begins a cycle, with `restart` a change of priority does (R11, R16). */
function cycledSql({ reopen, priorityChange }: PlannedTarget, fromStart: string): string {
  const begins = [
    ...(reopen === 'new_cycle' ? ['ended_before AND NOT is_ended'] : []),
    ...(priorityChange === 'restart' ? ['NOT is_ended AND priority_before <> 0 AND priority <> priority_before'] : [])
  ];
  return `
    SELECT *, 1 + count(*) FILTER (${begins.join(' OR ')}) OVER (PARTITION BY record_key ORDER BY n) AS cycle FROM (
      SELECT *, count(*) FILTER (ended_before) OVER (PARTITION BY record_key ORDER BY n) > 0 AS is_after_end FROM (${fromStart})
    ) ${reopen === 'ignore' ? 'WHERE NOT is_after_end' : ''}`;
}
