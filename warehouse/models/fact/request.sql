-- grain: one request, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  seconds_between(approval_requested_at, approved_at) AS approval_wait_seconds
FROM staging.request
ORDER BY record_key
