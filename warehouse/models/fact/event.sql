-- grain: one event, newest known version; repeated = the same fingerprint fired in the day before, flapping = in the hour before
-- materialised: record
WITH fired AS (
  SELECT record_id, fingerprint, opened_at FROM staging.event
  UNION ALL
  SELECT record_id, fingerprint, opened_at FROM staging.event_unchanged
),
spaced AS (
  SELECT
    record_id,
    seconds_between(lag(opened_at) OVER (PARTITION BY fingerprint ORDER BY opened_at, record_id), opened_at) AS since_same
  FROM fired
  WHERE fingerprint IS NOT NULL
),
judged AS (
  SELECT
    e.*,
    coalesce(s.since_same <= 86400, FALSE) AS is_repeat,
    coalesce(s.since_same <= 3600, FALSE) AS is_flapping,
    e.incident_id IS NOT NULL OR e.problem_id IS NOT NULL OR e.change_id IS NOT NULL AS is_linked
  FROM staging.event e
  LEFT JOIN spaced s ON s.record_id = e.record_id
)
SELECT
  * EXCLUDE (record_key, is_linked, is_flapping),
  NOT is_linked AND (is_flapping OR resolved_at IS NOT NULL AND acknowledged_at IS NULL) AS is_noise
FROM judged
ORDER BY record_key
