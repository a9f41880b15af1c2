import type { CodeModel } from '../../model.ts';
import { versionOrder } from './record.ts';

/**
 * The course of every record as stretches in which state (with the source's word), team, priority and assignee stay the same.
 *
 * A *moment* is an instant from which all four are known. Moments come from update rows of a log; from record rows, at the time
 * they tell; from the milestones of record rows (taken up, done, ended) that fall between one delivery and the next; and from
 * field-level history. Where a log exists, record rows count only after its last row. Before its first moment a record was `new`.
 */
export const stretchModel: CodeModel = {
  name: 'staging.stretch',
  grain: 'one record and stretch of its course',
  reads: ['staging.record', 'staging.field_moment'],
  run: async ({ connection, onProgress }) => {
    await connection.run(`CREATE OR REPLACE TABLE staging.placed AS ${placed}`);
    onProgress(0.4);
    await connection.run(`CREATE OR REPLACE TABLE staging.stretch AS ${stretch}`);
    await connection.run('DROP TABLE staging.placed');
  }
};

const order = `PARTITION BY v.record_key ORDER BY ${versionOrder}`;

/** Rows that tell the course, in order, at instants that never go back. */
const placed = `
  SELECT v.record_key, v.is_update, v.sequence, v.state, v.state_source, v.team, v.priority, v.assignee, v.taken_at, v.done_at, v.ended_at,
    r.opened_at, r.has_history, row_number() OVER (${order}) AS place,
    greatest(r.opened_at, max(v.told_at) OVER (${order} ROWS UNBOUNDED PRECEDING)) AS since,
    greatest(r.opened_at, max(v.told_at) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS at_before
  FROM staging.version v JOIN staging.record r ON r.record_key = v.record_key
  WHERE v.has_life AND NOT r.has_field_history AND (v.is_update OR r.last_logged_at IS NULL OR v.told_at > r.last_logged_at)
  `;

const stretch = `
  WITH snapshot AS (
    SELECT *, coalesce(state, CASE WHEN ended_at IS NOT NULL THEN 'closed' WHEN done_at IS NOT NULL THEN 'resolved'
      WHEN taken_at IS NOT NULL THEN 'in_progress' ELSE 'new' END) AS state_then
    FROM staging.placed
  ), milestone AS (
    SELECT record_key, place, taken_at AS since, 1 AS rank, 'in_progress' AS state, NULL AS state_source, team, priority, assignee FROM snapshot
    WHERE NOT is_update AND place = 1 AND state_then NOT IN ('new', 'cancelled') AND taken_at >= opened_at AND taken_at < since
    UNION ALL
    SELECT record_key, place, done_at, 2, CASE state_then WHEN 'cancelled' THEN 'cancelled' ELSE 'resolved' END,
      CASE WHEN state_then IN ('resolved', 'cancelled') THEN state_source END, team, priority, assignee FROM snapshot
    WHERE NOT is_update AND done_at <= since AND (place = 1 AND done_at >= opened_at OR done_at > at_before)
    UNION ALL
    SELECT record_key, place, ended_at, 3, CASE state_then WHEN 'cancelled' THEN 'cancelled' ELSE 'closed' END,
      CASE WHEN state_then IN ('closed', 'cancelled') THEN state_source END, team, priority, assignee FROM snapshot
    WHERE NOT is_update AND ended_at <= since AND (place = 1 AND ended_at >= opened_at OR ended_at > at_before)
  ), moment AS (
    SELECT record_key, place, since, 9 AS rank, state_then AS state, state_source, team, priority, assignee,
      CASE WHEN is_update THEN 'update' ELSE 'current' END AS source, sequence AS cause_sequence FROM snapshot
    UNION ALL
    SELECT record_key, place, since, rank, state, state_source, team, priority, assignee, 'current', NULL FROM milestone
    UNION ALL
    SELECT record_key, 0, opened_at, 0, 'new', CASE WHEN state_then = 'new' THEN state_source END, team, priority, assignee,
      CASE WHEN is_update THEN 'update' ELSE 'current' END, NULL
    FROM snapshot WHERE place = 1 AND since > opened_at
    UNION ALL
    SELECT record_key, place, since, rank, state, state_source, team, priority, assignee, source, cause_sequence FROM staging.field_moment
  ), turned AS (
    SELECT *, row_number() OVER o AS position, lag(state) OVER o AS state_before, lag(team) OVER o AS team_before,
      lag((state, state_source, team, priority, assignee)) OVER o AS all_before
    FROM moment
    WINDOW o AS (PARTITION BY record_key ORDER BY place, since, rank)
    QUALIFY position = 1 OR all_before IS DISTINCT FROM (state, state_source, team, priority, assignee)
  )
  SELECT record_key, row_number() OVER t AS interval_number, since AS from_at, lead(since) OVER t AS to_at, state, state_source, team, priority, assignee,
    state IN ('new', 'in_progress', 'on_hold') AS is_open, lead(since) OVER t IS NULL AS is_last, source, cause_sequence,
    state_before, team_before
  FROM turned
  WINDOW t AS (PARTITION BY record_key ORDER BY position)`;
