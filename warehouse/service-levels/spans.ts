import { identifier, literal } from '../connection.ts';
import type { Condition } from './definitions.ts';
import type { PlannedTarget } from './plan.ts';
import { stateBits } from './sql.ts';

/** Packs an entry into a state so that `min` and `max` find the first and the last: second, order, state. */
const entryPack = '(s.from_s * 268435456 + s.n * 256 + s.bit)';
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
  const hasCycles = target.reopen === 'new_cycle' || target.priorityChange === 'restart';
  const ended = `(s.bit & ${stateBits([...target.stop.states, ...target.cancel])}) <> 0`;
  return `
  WITH attached AS (${attachedSql(target, asOf)}),
  course AS (${hasCycles ? cycledSql(target, ended) : courseSql(ended)}),
  grouped AS (
    SELECT s.record_key, s.cycle, any_value(s.has_history) AS has_history, ${hasCycles ? 'min(greatest(s.from_s, s.start_s))' : 'any_value(s.start_s)'} AS start_s,
      any_value(s.stop_field_s) AS stop_field_s, min(s.n) AS first_n,
      min(${entryPack}) FILTER (s.is_entry) AS first_entry, max(${entryPack}) FILTER (s.is_entry) AS last_entry,
      max(s.n) FILTER (NOT s.is_ended) AS last_open, max(s.n) AS last_n, max(s.to_s) AS course_to_s, bool_or(s.is_last) AS is_course_whole
    FROM course s GROUP BY s.record_key, s.cycle
  ), ended AS (
    SELECT *, ${endingSql(target)} AS ending FROM grouped
  ), bounded AS (
    SELECT *, ${unpack.seconds('ending')} AS ending_s, ending IS NULL AND NOT is_course_whole AS is_cut FROM ended
    WHERE ending IS NULL OR (${unpack.n('ending')} > 1 AND ${unpack.seconds('ending')} >= start_s)
  ), closed AS (
    SELECT *, CASE WHEN is_cut THEN course_to_s ELSE ending_s END AS end_s,
      stop_field_s IS NOT NULL AND stop_field_s <= coalesce(CASE WHEN is_cut THEN course_to_s ELSE ending_s END, stop_field_s) AS is_by_field
    FROM bounded WHERE cycle = 1 OR stop_field_s IS NULL OR stop_field_s > start_s
  )
  SELECT record_key, cycle::INTEGER AS cycle, has_history, start_s, first_n, is_by_field,
    CASE WHEN is_by_field THEN stop_field_s ELSE end_s END AS stop_s,
    CASE WHEN is_cut THEN last_n + 1 ELSE ${unpack.n('ending')} END AS end_n,
    NOT is_by_field AND (is_cut OR coalesce((${unpack.bit('ending')} & ${stateBits(target.cancel)}) <> 0, FALSE)) AS is_cancelled
  FROM closed`;
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

/** Stretches from the start of the clock on. An end state in force at the start is an entry too: then no clock attaches (R1). */
const fromStart = `staging.clock_stretch s JOIN attached a ON a.record_key = s.record_key
    WHERE s.to_s > a.start_s OR s.is_last OR s.from_s = a.start_s`;

const courseSql = (ended: string): string => `
    SELECT s.record_key, s.n, s.from_s, s.to_s, s.bit, s.is_last, a.has_history, a.start_s, a.stop_field_s, 1 AS cycle, ${ended} AS is_ended,
      ${ended} AND (s.n = 1 OR s.from_s < a.start_s OR NOT ${ended.replaceAll('s.bit ', 's.bit_before ')}) AS is_entry
    FROM ${fromStart}`;

/** With `new_cycle` leaving an end state begins a cycle, with `restart` a change of priority does (R11, R16). */
function cycledSql({ reopen, priorityChange }: PlannedTarget, ended: string): string {
  const begins = [
    ...(reopen === 'new_cycle' ? ['was_ended AND NOT is_ended'] : []),
    ...(priorityChange === 'restart' ? ['NOT is_ended AND priority_before <> 0 AND priority <> priority_before'] : [])
  ];
  const limit = reopen === 'ignore' ? 'WHERE NOT (is_after_end)' : '';
  return `
    SELECT *, 1 + count(*) FILTER (${begins.join(' OR ')}) OVER (PARTITION BY record_key ORDER BY n) AS cycle FROM (
      SELECT *, is_ended AND (n = 1 OR from_s < start_s OR was_ended IS DISTINCT FROM TRUE) AS is_entry,
        count(*) FILTER (was_ended) OVER (PARTITION BY record_key ORDER BY n) > 0 AS is_after_end
      FROM (
        SELECT s.record_key, s.n, s.from_s, s.to_s, s.bit, s.is_last, s.priority, a.has_history, a.start_s, a.stop_field_s, ${ended} AS is_ended,
          lag(${ended}) OVER o AS was_ended, lag(s.priority) OVER o AS priority_before
        FROM ${fromStart}
        WINDOW o AS (PARTITION BY s.record_key ORDER BY s.n)
      )
    ) ${limit}`;
}
