-- grain: one contact, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  seconds_between(opened_at, answered_at) AS answer_seconds,
  seconds_between(answered_at, ended_at) AS handle_seconds
FROM staging.contact
ORDER BY record_key
