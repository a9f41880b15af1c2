-- grain: one survey, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  CASE WHEN scale_most > scale_least THEN (score - scale_least) / (scale_most - scale_least) END AS score_share
FROM staging.survey
ORDER BY record_key
