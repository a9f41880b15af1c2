-- grain: one local date, record type, team, priority and service: what entered and left the backlog; net is their sum
WITH turn AS (
  SELECT
    *,
    lag(is_open) OVER w AS was_open,
    lag((team, priority)) OVER w AS group_before,
    lead(is_open) OVER w AS stays_open,
    lead(state) OVER w AS state_after,
    lead((team, priority)) OVER w AS group_after,
    interval_number = 1 AS is_first
  FROM staging.owed
  WINDOW w AS (PARTITION BY record_type, record_id ORDER BY interval_number)
),
entered AS (
  SELECT from_date AS date, record_type, team, priority, service,
    CASE WHEN is_first THEN 'opened' WHEN NOT was_open THEN 'reopened' ELSE 'moved_in' END AS kind
  FROM turn
  WHERE is_open AND (is_first OR NOT was_open OR group_before IS DISTINCT FROM (team, priority))
),
departed AS (
  SELECT to_date AS date, record_type, team, priority, service,
    CASE WHEN stays_open THEN 'moved_out' WHEN state_after = 'cancelled' THEN 'cancelled' ELSE 'resolved' END AS kind
  FROM turn
  WHERE is_open AND to_date IS NOT NULL AND (NOT stays_open OR group_after IS DISTINCT FROM (team, priority))
),
counted AS (
  SELECT date, record_type, team, priority, service,
    count(*) FILTER (kind = 'opened') AS opened,
    count(*) FILTER (kind = 'reopened') AS reopened,
    count(*) FILTER (kind = 'moved_in') AS moved_in,
    count(*) FILTER (kind = 'resolved') AS resolved,
    count(*) FILTER (kind = 'cancelled') AS cancelled,
    count(*) FILTER (kind = 'moved_out') AS moved_out
  FROM (SELECT * FROM entered UNION ALL SELECT * FROM departed)
  GROUP BY ALL
)
SELECT *, opened + reopened + moved_in - resolved - cancelled - moved_out AS net
FROM counted
ORDER BY date, record_type, team, priority, service
