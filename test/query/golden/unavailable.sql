-- {"measures":["incident.major","incident.opened"],"grain":"day","period":{"last":7,"unit":"day"}}
-- values ["2026-03-12","2026-03-19"]
-- period {"from":"2026-03-12","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-18"}
-- {"incident.major":"not available from this source, because the column is_major is empty"}
WITH spine AS (
  SELECT CAST(bucket AS DATE) AS period, CAST(bucket AS DATE) AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 day)) AS bucket)
),
read0 AS (
  SELECT CAST("opened_date" AS DATE) AS period, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($1 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY "opened_date"
),
answer AS (
  SELECT period, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  GROUP BY period
)
SELECT period, CAST(NULL AS BIGINT) AS "incident.major", coalesce(m0, 0) AS "incident.opened"
FROM answer
ORDER BY period ASC
