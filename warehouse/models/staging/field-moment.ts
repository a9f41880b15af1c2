import type { CodeModel } from '../../model.ts';

/**
 * Moments of records that have field-level history: each change names one field, the others hold on. Before the first told value
 * a record was `new`, without team and assignee where those fields have a history, and with the first told priority.
 * A version without an instant of its own tells the end of the course. Changes of the same instant belong together; several changes of one field in one instant keep the source's order.
 */
export const fieldMomentModel: CodeModel = {
  name: 'staging.field_moment',
  grain: 'one record and instant told_at which a field changed',
  reads: ['staging.record'],
  run: ({ connection }) => connection.run(`CREATE OR REPLACE TABLE staging.field_moment AS ${fieldMoment}`)
};

const told = (field: string, kind = 'VARCHAR'): string =>
  `bool_or(field = '${field}') AS has_${field}, ${kind === 'BIGINT' ? 'TRY_CAST(' : ''}max(value) FILTER (field = '${field}')${kind === 'BIGINT' ? ' AS BIGINT)' : ''} AS ${field}`;
const held = (field: string): string => `last_value(CASE WHEN has_${field} THEN {'v': ${field}} END IGNORE NULLS) OVER f AS held_${field}`;
const first = (field: string): string =>
  `first_value(CASE WHEN has_${field} THEN {'v': ${field}} END IGNORE NULLS) OVER b AS first_${field}`;

const fieldMoment = `
  WITH change AS (
    SELECT r.record_key, h.changed_at, h.sequence, h.field, nullif(h.value, '') AS value, h.value_source,
      row_number() OVER (PARTITION BY r.record_key, h.changed_at, h.field ORDER BY h.sequence NULLS FIRST, h.row_key) AS turn
    FROM staging.history_landed h JOIN staging.record r ON r.record_type = h.record_type AND r.record_id = h.record_id
    WHERE h.field IN ('state', 'team', 'priority', 'assignee') AND h.changed_at <= as_of()
  ), snapshot AS (
    SELECT v.* EXCLUDE (told_at), r.tells_state, CASE WHEN v.updated_at IS NULL THEN greatest(v.told_at, c.last_changed_at) ELSE v.told_at END AS told_at
    FROM staging.version v JOIN staging.record r ON r.record_key = v.record_key AND r.has_field_history
    LEFT JOIN (SELECT record_key, max(changed_at) AS last_changed_at FROM change GROUP BY record_key) c ON c.record_key = v.record_key
    WHERE v.has_life
  ), event AS (
    SELECT record_key, changed_at AS told_at, 1 AS rank, turn, max(sequence) AS sequence, 'history' AS source,
      ${told('state')}, max(value_source) FILTER (field = 'state') AS state_source, ${told('team')}, ${told('priority', 'BIGINT')}, ${told('assignee')}
    FROM change GROUP BY record_key, changed_at, turn
    UNION ALL
    SELECT record_key, taken_at, 2, 1, NULL, 'current', TRUE, 'in_progress', NULL, FALSE, NULL, FALSE, NULL, FALSE, NULL
    FROM snapshot WHERE NOT tells_state AND taken_at < told_at AND state NOT IN ('new', 'cancelled')
    UNION ALL
    SELECT record_key, done_at, 3, 1, NULL, 'current', TRUE, CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'resolved' END, NULL, FALSE, NULL, FALSE, NULL, FALSE, NULL
    FROM snapshot WHERE NOT tells_state AND done_at <= told_at
    UNION ALL
    SELECT record_key, ended_at, 4, 1, NULL, 'current', TRUE, CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'closed' END, NULL, FALSE, NULL, FALSE, NULL, FALSE, NULL
    FROM snapshot WHERE NOT tells_state AND ended_at <= told_at
    UNION ALL
    SELECT record_key, told_at, 5, row_key, sequence, CASE WHEN is_update THEN 'update' ELSE 'current' END,
      state IS NOT NULL, state::VARCHAR, state_source::VARCHAR, is_update OR team IS NOT NULL, team::VARCHAR, is_update OR priority IS NOT NULL, priority,
      is_update OR assignee IS NOT NULL, assignee::VARCHAR
    FROM snapshot
  ), filled AS (
    SELECT e.record_key, greatest(e.told_at, r.opened_at) AS told_at, row_number() OVER f AS place, e.source, e.sequence,
      last_value(CASE WHEN has_state THEN {'v': state, 's': state_source} END IGNORE NULLS) OVER f AS held_state,
      ${held('team')}, ${held('priority')}, ${held('assignee')}, ${first('team')}, ${first('priority')}, ${first('assignee')},
      bool_or(e.source = 'history' AND has_team) OVER b AS moves_team, bool_or(e.source = 'history' AND has_assignee) OVER b AS moves_assignee,
      r.opened_at
    FROM event e JOIN staging.record r ON r.record_key = e.record_key
    WINDOW f AS (PARTITION BY e.record_key ORDER BY e.told_at, e.rank, e.turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
      b AS (PARTITION BY e.record_key ORDER BY e.told_at, e.rank, e.turn ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), known AS (
    SELECT record_key, told_at, place, source, sequence, opened_at, coalesce(held_state.v, 'new')::build.state AS state, held_state.s::build.word AS state_source,
      coalesce(held_priority, first_priority).v AS priority,
      CASE WHEN held_team IS NOT NULL THEN held_team.v WHEN NOT moves_team THEN first_team.v END AS team,
      CASE WHEN held_assignee IS NOT NULL THEN held_assignee.v WHEN NOT moves_assignee THEN first_assignee.v END AS assignee,
      first_priority.v AS opening_priority, CASE WHEN NOT moves_team THEN first_team.v END AS opening_team,
      CASE WHEN NOT moves_assignee THEN first_assignee.v END AS opening_assignee
    FROM filled
  )
  SELECT record_key, place, told_at AS since, 9 AS rank, state, state_source, team::build.word AS team, priority::TINYINT AS priority,
    assignee::build.word AS assignee, source, sequence AS cause_sequence FROM known
  UNION ALL
  SELECT record_key, 0, opened_at, 0, 'new'::build.state, NULL, opening_team::build.word, opening_priority::TINYINT, opening_assignee::build.word, 'history', NULL
  FROM known WHERE place = 1 AND told_at > opened_at`;
