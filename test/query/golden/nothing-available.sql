-- {"measures":["incident.major"],"dimensions":["team"],"grain":"day","period":{"last":7,"unit":"day"}}
-- values ["2026-03-12","2026-03-19"]
-- period {"from":"2026-03-12","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-18"}
-- {"incident.major":"not available from this source, because the column is_major is empty"}
WITH spine AS (
  SELECT CAST(bucket AS DATE) AS period, CAST(bucket AS DATE) AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 day)) AS bucket)
),
answer AS (
  SELECT period, CAST(NULL AS VARCHAR) AS d0 FROM spine WHERE false
)
SELECT period, d0 AS "team", CAST(NULL AS BIGINT) AS "incident.major"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST
