-- grain: one incident, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key)
FROM staging.incident
ORDER BY record_key
