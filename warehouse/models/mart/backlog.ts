import { openStates } from '../../contract.ts';
import type { CodeModel, ModelContext } from '../../model.ts';

/** Stretches of owed work now, with the same columns as `build.stretch_before`. */
const stretchNow = 'SELECT o.record_type, o.service, s.* FROM staging.stretch s JOIN staging.owed o ON o.record_key = s.record_key';
const counts = ['opened', 'reopened', 'moved_in', 'resolved', 'cancelled', 'moved_out', 'net'] as const;
/** States in which work is owed; each has a column of its own, so that levels by state need no more rows. */
const states = openStates;
const group = 'date, record_type, team, priority, service';

/** What entered and left the backlog, by the kind of turn at each end of an open stretch. */
export const backlogChangeModel: CodeModel = {
  name: 'mart.backlog_change',
  grain: 'one local date, record type, team, priority and service: what entered and left the backlog; net is their sum',
  reads: ['staging.stretch', 'staging.owed'],
  run: (context) => addUp(context, 'mart.backlog_change', counts, changes)
};

/** Counted from the days that open stretches cover, not from turns, so that a check can compare the two. */
export const backlogDailyModel: CodeModel = {
  name: 'mart.backlog_daily',
  grain:
    'one local date, record type, team, priority and service with open records at the end of that day (at the data instant on the last)',
  reads: ['staging.stretch', 'staging.owed'],
  run: (context) => addUp(context, 'mart.backlog_daily', ['backlog', ...states.map((state) => `backlog_${state}`)], coveredDays)
};

/** In an incremental build: what was, less what changed records counted for, plus what they count for now. */
async function addUp(
  { connection, changed }: ModelContext,
  table: string,
  measures: readonly string[],
  count: (stretches: string, asOf: string) => string
): Promise<void> {
  const now = count(stretchNow, 'as_of()');
  if (!changed) return connection.run(`CREATE OR REPLACE TABLE ${table} AS ${now} ORDER BY ALL`);
  const sums = measures.map((name) => `sum(${name})::BIGINT AS ${name}`).join(', ');
  const negated = measures.map((name) => `-${name}`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS
    SELECT ${group}, ${sums}
    FROM (
      SELECT ${group}, ${measures.join(', ')} FROM ${table}
      UNION ALL SELECT ${group}, ${measures.join(', ')} FROM (${now})
      UNION ALL SELECT ${group}, ${negated} FROM (${count('SELECT * FROM build.stretch_before', 'as_of_before()')})
    )
    GROUP BY ALL
    HAVING ${measures.map((name) => `sum(${name}) <> 0`).join(' OR ')}
    ORDER BY ALL`);
}

const changes = (stretches: string): string => `
  SELECT *, opened + reopened + moved_in - resolved - cancelled - moved_out AS net
  FROM (
    SELECT local_time(turned_at)::DATE AS date, record_type, team::VARCHAR AS team, priority::BIGINT AS priority, service,
      ${counts
        .slice(0, -1)
        .map((kind) => `count(*) FILTER (kind = '${kind}') AS ${kind}`)
        .join(', ')}
    FROM (
      SELECT from_at AS turned_at, record_type, team, priority, service,
        CASE WHEN interval_number = 1 THEN 'opened' WHEN state_before NOT IN ('new', 'in_progress', 'on_hold') THEN 'reopened' ELSE 'moved_in' END AS kind
      FROM (${stretches})
      WHERE is_open AND (interval_number = 1 OR state_before NOT IN ('new', 'in_progress', 'on_hold')
        OR (team_before, priority_before) IS DISTINCT FROM (team, priority))
      UNION ALL
      SELECT to_at, record_type, team, priority, service,
        CASE WHEN state_after IN ('new', 'in_progress', 'on_hold') THEN 'moved_out' WHEN state_after = 'cancelled' THEN 'cancelled' ELSE 'resolved' END
      FROM (${stretches})
      WHERE is_open AND to_at IS NOT NULL AND (state_after NOT IN ('new', 'in_progress', 'on_hold')
        OR (team_after, priority_after) IS DISTINCT FROM (team, priority))
    )
    GROUP BY ALL
  )`;

const coveredDays = (stretches: string, asOf: string): string => `
  SELECT date, record_type, team::VARCHAR AS team, priority::BIGINT AS priority, service, count(*) AS backlog,
    ${states.map((state) => `count(*) FILTER (state = '${state}') AS backlog_${state}`).join(', ')}
  FROM (
    SELECT record_type, team, priority, service, state, unnest(generate_series(from_date, to_date - 1, INTERVAL 1 DAY))::DATE AS date
    FROM (
      SELECT record_type, team, priority, service, state, local_time(from_at)::DATE AS from_date,
        coalesce(local_time(to_at)::DATE, local_time(${asOf})::DATE + 1) AS to_date
      FROM (${stretches})
      WHERE is_open
    )
    WHERE to_date > from_date
  )
  GROUP BY ALL`;
