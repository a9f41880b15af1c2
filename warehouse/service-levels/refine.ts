import { identifier } from '../connection.ts';
import type { RecordType } from '../contract.ts';
import type { CourseSource } from './course-source.ts';
import { secondsSql } from './sql.ts';

/** Later than every second of a course. TRICKY: an `OR` for open ends would make the engine compare every row with every row. */
const always = '9223372036854775807';

/** What splits the plain course further. */
export interface Refinement {
  /** Columns of `fact.field_change` to add to the stretches. */
  fields: readonly string[];
  types: readonly RecordType[];
  /** Whether a target asks for replies, and whether there is a table that tells them. */
  hasReplied: boolean;
  isReplied: boolean;
}

/**
 * The course split at the instants at which other fields changed and replies were sent. A change in the same second as the
 * beginning of a stretch belongs to the last stretch that begins in that second; the value that a record opened with reaches back
 * to its beginning.
 */
export function refinedSql(
  plain: string,
  source: CourseSource,
  { fields, types, hasReplied, isReplied }: Refinement,
  words: readonly string[],
  asOf: number
): string {
  const held = ['is_last', 'bit', 'bit_before', 'team_key', 'priority', '"interval"', ...words.map(identifier)];
  const ofTypes = `record_type IN (${types.map((type) => `'${type}'`).join(', ')})`;
  const at = (instant: string): string => `greatest(0, ${secondsSql(instant)})`;
  const change = `SELECT record_key, field::VARCHAR AS field, at_s, value, row_number() OVER (PARTITION BY record_key, field ORDER BY at_s, sequence NULLS FIRST) AS turn
      FROM (SELECT h.record_key, h.field, ${at('h.changed_at')} AS at_s, h.value, h.sequence FROM ${source.keyed('field_change')} h
        WHERE h.${ofTypes} AND h.field IN (${fields.map((name) => `'${name}'`).join(', ')})) WHERE at_s <= ${asOf}`;
  const reply = isReplied
    ? `SELECT DISTINCT h.record_key, ${at('h.replied_at')} AS at_s FROM ${source.keyed('reply')} h WHERE h.${ofTypes} AND h.is_by_agent AND h.is_public AND NOT coalesce(h.is_automatic, FALSE) AND ${at('h.replied_at')} <= ${asOf}`
    : 'SELECT NULL::BIGINT AS record_key, NULL::BIGINT AS at_s WHERE FALSE';
  const cuts = [...(fields.length > 0 ? ['SELECT record_key, at_s FROM change WHERE turn > 1'] : []), 'SELECT record_key, at_s FROM reply'];
  const valueOf = (name: string): string => `
    LEFT JOIN (SELECT record_key, value, lead(at_s, 1, ${always}) OVER v AS until_s, CASE WHEN turn = 1 THEN -1 ELSE at_s END AS at_s FROM change WHERE field = '${name}' WINDOW v AS (PARTITION BY record_key ORDER BY turn)) ${identifier(`v_${name}`)}
      ON ${identifier(`v_${name}`)}.record_key = s.record_key AND s.value_s >= ${identifier(`v_${name}`)}.at_s AND s.value_s < ${identifier(`v_${name}`)}.until_s`;
  const newest = (name: string): string => {
    const own = types.map((type) => `SELECT record_key, ${identifier(name)} FROM staging.clock_record_${type}`).join(' UNION ALL ');
    return `LEFT JOIN (${own}) ${identifier(`r_${name}`)} ON ${identifier(`r_${name}`)}.record_key = s.record_key`;
  };
  return `
  WITH plain AS (${plain}),
  ${fields.length > 0 ? `change AS MATERIALIZED (${change}),` : ''}
  reply AS MATERIALIZED (${reply}),
  last_of_second AS (SELECT record_key, from_s, max(n) AS n FROM plain GROUP BY record_key, from_s),
  cut AS (
    SELECT c.record_key, c.at_s FROM (SELECT DISTINCT record_key, at_s FROM (${cuts.join(' UNION ALL ')})) c
    JOIN (SELECT record_key, min(from_s) AS first_s FROM plain GROUP BY record_key) b ON b.record_key = c.record_key AND c.at_s > b.first_s
    WHERE NOT EXISTS (SELECT 1 FROM last_of_second l WHERE l.record_key = c.record_key AND l.from_s = c.at_s)
  ), placed AS (
    SELECT record_key, n AS old_n, from_s, to_s, FALSE AS is_cut, ${held.join(', ')} FROM plain
    UNION ALL
    SELECT p.record_key, p.n, c.at_s, p.to_s, TRUE, ${held.map((name) => `p.${name}`).join(', ')}
    FROM cut c JOIN plain p ON p.record_key = c.record_key AND p.from_s < c.at_s AND (c.at_s < p.to_s OR p.is_last)
  ), split AS (
    SELECT record_key, row_number() OVER o AS n, from_s, coalesce(CASE WHEN lead(old_n) OVER o = old_n THEN lead(from_s) OVER o END, to_s) AS to_s,
      is_last AND lead(old_n) OVER o IS NULL AS is_last, CASE WHEN is_cut THEN bit ELSE bit_before END AS bit_before, bit, team_key, priority, "interval"${words.map((name) => `, ${identifier(name)}`).join('')},
      CASE WHEN lead(from_s) OVER o = from_s THEN from_s - 1 ELSE from_s END AS value_s
    FROM placed WINDOW o AS (PARTITION BY record_key ORDER BY from_s, old_n, is_cut)
  )
  SELECT s.record_key, s.n::INTEGER AS n, s.from_s, s.to_s, s.is_last, s.bit, s.bit_before, s.team_key, s.priority, s."interval"${words.map((name) => `, s.${identifier(name)}`).join('')}
    ${fields.map((name) => `, ${typed(name, `CASE WHEN ${identifier(`v_${name}`)}.record_key IS NULL THEN ${identifier(`r_${name}`)}.${identifier(name)}::VARCHAR ELSE ${identifier(`v_${name}`)}.value END`)} AS ${identifier(name)}`).join('')}
    ${hasReplied ? ', y.record_key IS NOT NULL AS is_replied' : ''}
  FROM split s ${fields.map((name) => `${valueOf(name)} ${newest(name)}`).join(' ')}
  ${hasReplied ? 'LEFT JOIN reply y ON y.record_key = s.record_key AND y.at_s = s.value_s AND s.value_s = s.from_s' : ''}`;
}

/** Values of the history are text; numbers are compared as numbers. */
const typed = (name: string, value: string): string => (name === 'impact' || name === 'urgency' ? `TRY_CAST(${value} AS BIGINT)` : value);
