export const openStates = ['new', 'in_progress', 'on_hold'] as const;
const openState = (column: string): string => `${column} IN (${openStates.map((state) => `'${state}'`).join(', ')})`;

/** How a record enters the backlog and leaves it. */
export const turnKinds = ['opened', 'reopened', 'moved_in', 'resolved', 'cancelled', 'moved_out'] as const;

/** Stretches of records of a type in which they were open, with the service of the record. */
export const openStretches = (type: string): string =>
  `(SELECT h.*, r.service, r.title, r.opened_at FROM fact.history AS h JOIN fact.${type} AS r USING (record_id)
      WHERE h.record_type = '${type}' AND h.is_open)`;

/**
 * Every entry of a type of record to the backlog and every departure from it, from the history, as a parenthesised relation:
 * `record_type`, `record_id`, `at`, `delta` (+1 or −1), `team`, `priority`, `kind`, `service`, `title`.
 * @param within which instants count; default all
 */
export function turns(type: string, within: (column: string) => string = () => 'TRUE'): string {
  const moved = (other: string): string => `(${other}_team, ${other}_priority) IS DISTINCT FROM (team, priority)`;
  return `(WITH touched AS (
      SELECT DISTINCT record_id FROM fact.history WHERE record_type = '${type}' AND (${within('from_at')} OR ${within('to_at')})
    ), stretch AS (
      SELECT *, lag(state) OVER w AS before_state, lag(team) OVER w AS before_team, lag(priority) OVER w AS before_priority,
        lead(state) OVER w AS after_state, lead(team) OVER w AS after_team, lead(priority) OVER w AS after_priority
      FROM fact.history WHERE record_type = '${type}' AND record_id IN (SELECT record_id FROM touched)
      WINDOW w AS (PARTITION BY record_id ORDER BY interval_number)
    ), turn AS (
      SELECT record_id, from_at AS "at", 1 AS delta, team, priority,
        CASE WHEN before_state IS NULL THEN 'opened' WHEN NOT ${openState('before_state')} THEN 'reopened' ELSE 'moved_in' END AS kind
      FROM stretch WHERE is_open AND ${within('from_at')}
        AND (before_state IS NULL OR NOT ${openState('before_state')} OR ${moved('before')})
      UNION ALL
      SELECT record_id, to_at, -1, team, priority,
        CASE WHEN ${openState('after_state')} THEN 'moved_out' WHEN after_state = 'cancelled' THEN 'cancelled' ELSE 'resolved' END
      FROM stretch WHERE is_open AND to_at IS NOT NULL AND ${within('to_at')} AND (NOT ${openState('after_state')} OR ${moved('after')})
    )
    SELECT '${type}' AS record_type, turn.*, r.service, r.title FROM turn JOIN fact.${type} AS r USING (record_id))`;
}
