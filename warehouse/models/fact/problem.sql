-- grain: one problem, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  workaround_at IS NOT NULL OR workaround IS NOT NULL AS has_workaround,
  seconds_between(opened_at, root_cause_at) AS diagnose_seconds,
  local_time(known_error_at)::DATE AS known_error_date,
  not_negative(seconds_between(opened_at, workaround_at)) AS workaround_seconds,
  not_negative(seconds_between(known_error_at, closed_at)) AS fix_seconds
FROM staging.problem
ORDER BY record_key
