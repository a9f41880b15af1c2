-- grain: one event, newest known version; repeated = the same fingerprint fired in the day before, flapping = in the hour before
-- materialised: record
WITH told AS (
  SELECT
    *,
    seconds_between(lag(opened_at) OVER (PARTITION BY fingerprint ORDER BY opened_at, record_id), opened_at) AS since_same
  FROM staging.event
),
judged AS (
  SELECT
    *,
    incident_id IS NOT NULL OR problem_id IS NOT NULL OR change_id IS NOT NULL AS is_linked,
    coalesce(fingerprint IS NOT NULL AND since_same <= 3600, FALSE) AS is_flapping
  FROM told
)
SELECT
  * EXCLUDE (record_key, since_same, is_linked, is_flapping),
  coalesce(fingerprint IS NOT NULL AND since_same <= 86400, FALSE) AS is_repeat,
  NOT is_linked AND (is_flapping OR resolved_at IS NOT NULL AND acknowledged_at IS NULL) AS is_noise
FROM judged
ORDER BY record_key
