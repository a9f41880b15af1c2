-- grain: one change, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  outcome IN ('failed', 'backed_out') AS is_failed,
  change_type = 'emergency' AS is_emergency
FROM staging.change
ORDER BY record_key
