-- grain: one contact, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  seconds_between(opened_at, answered_at) AS answer_seconds,
  seconds_between(answered_at, ended_at) AS handle_seconds,
  CASE WHEN is_abandoned THEN seconds_between(opened_at, ended_at) END AS abandon_seconds
FROM staging.contact
ORDER BY record_key
