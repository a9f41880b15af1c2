import type { CodeModel } from '../../model.ts';
import { versionOrder } from './record.ts';

/**
 * The course of every record as stretches in which state (with the source's word), team, priority and assignee stay the same.
 *
 * A *moment* is an instant from which all of these are known. Moments come from update rows of a log; from record rows, at the
 * time they tell; from the milestones of record rows (taken up, done, ended) that fall between one delivery and the next; and from
 * field-level history. Where a log exists, record rows count only after its last row. Before its first moment a record was `new`.
 */
export const stretchModel: CodeModel = {
  name: 'staging.stretch',
  grain: 'one record and stretch of its course',
  reads: ['staging.record', 'staging.field_moment'],
  run: async ({ connection, onProgress }) => {
    await connection.run(`CREATE OR REPLACE TABLE staging.placed AS ${placed}`);
    onProgress(0.5);
    await connection.run(`CREATE OR REPLACE TABLE staging.stretch AS ${stretch}`);
    await connection.run('DROP TABLE staging.placed');
  }
};

const versions = `PARTITION BY record_key ORDER BY ${versionOrder}`;

/** Rows that tell the course, in order, at instants that never go back; of records that only a log tells, those that changed it. */
const placed = `
  SELECT * EXCLUDE (all_before)
  FROM (
    SELECT record_key, is_update, is_only_logged, sequence, state, state_source, team, priority, assignee, taken_at, done_at, ended_at, opened_at,
      row_number() OVER (${versions}) AS place,
      greatest(opened_at, max(told_at) OVER (${versions} ROWS UNBOUNDED PRECEDING)) AS since,
      lag((state, state_source, team, priority, assignee)) OVER (${versions}) AS all_before
    FROM (
      SELECT v.* EXCLUDE (opened_at, state), CASE WHEN r.is_sequenced THEN v.sequence END AS ordinal, r.opened_at, r.is_only_logged,
        coalesce(v.state, CASE WHEN v.ended_at IS NOT NULL THEN 'closed' WHEN v.done_at IS NOT NULL THEN 'resolved'
          WHEN v.taken_at IS NOT NULL THEN 'in_progress' ELSE 'new' END::build.state) AS state
      FROM staging.version v JOIN staging.record r ON r.record_key = v.record_key
      WHERE v.has_life AND NOT r.has_field_history AND (v.is_update OR r.last_logged_at IS NULL OR v.told_at > r.last_logged_at)
    )
  )
  WHERE NOT is_only_logged OR place = 1 OR all_before IS DISTINCT FROM (state, state_source, team, priority, assignee)`;

/** A milestone of a record row that lies between the row before it and itself; `last` is the state the row ends in. */
const milestone = (column: string, rank: number, state: string, sameWord: string): string => `
  SELECT record_key, place, ${column} AS since, ${rank} AS rank, ${state}::build.state AS state, CASE WHEN state IN (${sameWord}) THEN state_source END AS state_source,
    team, priority, assignee, 'current' AS source, NULL::BIGINT AS cause_sequence
  FROM mixed WHERE NOT is_update AND ${column} <= since AND (place = 1 AND ${column} >= opened_at OR ${column} > since_before)`;

const stretch = `
  WITH mixed AS (
    SELECT *, lag(since) OVER (PARTITION BY record_key ORDER BY place) AS since_before FROM staging.placed WHERE NOT is_only_logged
  ), mixed_moment AS (
    SELECT record_key, place, since, 9 AS rank, state, state_source, team, priority, assignee,
      CASE WHEN is_update THEN 'update' ELSE 'current' END AS source, sequence AS cause_sequence
    FROM mixed
    UNION ALL
    SELECT record_key, place, taken_at, 1, 'in_progress', NULL, team, priority, assignee, 'current', NULL
    FROM mixed WHERE NOT is_update AND place = 1 AND state NOT IN ('new', 'cancelled') AND taken_at >= opened_at AND taken_at < since
    UNION ALL ${milestone('done_at', 2, `CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'resolved' END`, `'resolved', 'cancelled'`)}
    UNION ALL ${milestone('ended_at', 3, `CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'closed' END`, `'closed', 'cancelled'`)}
    UNION ALL
    SELECT record_key, 0, opened_at, 0, 'new', CASE WHEN state = 'new' THEN state_source END, team, priority, assignee,
      CASE WHEN is_update THEN 'update' ELSE 'current' END, NULL
    FROM mixed WHERE place = 1 AND since > opened_at
    UNION ALL
    SELECT record_key, place, since, rank, state, state_source, team, priority, assignee, source, cause_sequence FROM staging.field_moment
  ), turned AS (
    SELECT * EXCLUDE (all_before)
    FROM (
      SELECT *, row_number() OVER o AS position, lag((state, state_source, team, priority, assignee)) OVER o AS all_before
      FROM mixed_moment
      WINDOW o AS (PARTITION BY record_key ORDER BY place, since, rank)
    )
    WHERE position = 1 OR all_before IS DISTINCT FROM (state, state_source, team, priority, assignee)
  ), moment AS (
    SELECT record_key, position, since, state, state_source, team, priority, assignee, source, cause_sequence FROM turned
    UNION ALL
    SELECT record_key, place, CASE WHEN place = 1 AND state = 'new' THEN opened_at ELSE since END, state, state_source, team, priority, assignee,
      'update', CASE WHEN place > 1 OR state <> 'new' OR since = opened_at THEN sequence END
    FROM staging.placed WHERE is_only_logged
    UNION ALL
    SELECT record_key, 0, opened_at, 'new', NULL, team, priority, assignee, 'update', NULL
    FROM staging.placed WHERE is_only_logged AND place = 1 AND state <> 'new' AND since > opened_at
  )
  SELECT record_key, row_number() OVER t AS interval_number, since AS from_at, lead(since) OVER t AS to_at, state, state_source, team, priority, assignee,
    state IN ('new', 'in_progress', 'on_hold') AS is_open, source, cause_sequence,
    lag(state) OVER t AS state_before, lag(team) OVER t AS team_before, lag(priority) OVER t AS priority_before,
    lead(state) OVER t AS state_after, lead(team) OVER t AS team_after, lead(priority) OVER t AS priority_after
  FROM moment
  WINDOW t AS (PARTITION BY record_key ORDER BY position)
  ORDER BY record_key, interval_number`;
