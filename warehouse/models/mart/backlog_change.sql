-- grain: one local date, record type, team, priority and service: what entered and left the backlog; net is their sum
WITH stretch AS (
  SELECT
    s.*,
    o.record_type,
    o.service,
    state_before IN ('new', 'in_progress', 'on_hold') AS was_open,
    state_after IN ('new', 'in_progress', 'on_hold') AS stays_open
  FROM staging.stretch s
  JOIN staging.owed o ON o.record_key = s.record_key
  WHERE s.is_open
),
turn AS (
  SELECT from_at AS at_instant, record_type, team, priority, service,
    CASE WHEN interval_number = 1 THEN 'opened' WHEN NOT was_open THEN 'reopened' ELSE 'moved_in' END AS kind
  FROM stretch
  WHERE interval_number = 1 OR NOT was_open OR (team_before, priority_before) IS DISTINCT FROM (team, priority)
  UNION ALL
  SELECT to_at, record_type, team, priority, service,
    CASE WHEN stays_open THEN 'moved_out' WHEN state_after = 'cancelled' THEN 'cancelled' ELSE 'resolved' END
  FROM stretch
  WHERE to_at IS NOT NULL AND (NOT stays_open OR (team_after, priority_after) IS DISTINCT FROM (team, priority))
),
counted AS (
  SELECT local_time(at_instant)::DATE AS date, record_type, team, priority, service,
    count(*) FILTER (kind = 'opened') AS opened,
    count(*) FILTER (kind = 'reopened') AS reopened,
    count(*) FILTER (kind = 'moved_in') AS moved_in,
    count(*) FILTER (kind = 'resolved') AS resolved,
    count(*) FILTER (kind = 'cancelled') AS cancelled,
    count(*) FILTER (kind = 'moved_out') AS moved_out
  FROM turn
  GROUP BY ALL
)
SELECT date, record_type, team::VARCHAR AS team, priority::BIGINT AS priority, service, opened, reopened, moved_in, resolved, cancelled, moved_out,
  opened + reopened + moved_in - resolved - cancelled - moved_out AS net
FROM counted
ORDER BY ALL
