-- grain: one problem, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  workaround_at IS NOT NULL OR workaround IS NOT NULL AS has_workaround,
  seconds_between(opened_at, root_cause_at) AS diagnose_seconds
FROM staging.problem
ORDER BY record_key
