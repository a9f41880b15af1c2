-- {"measures":["incident.opened","incident.resolved"],"dimensions":["team"],"grain":"month","period":{"last":12,"unit":"month"}}
-- values ["2026-03-19","2025-04-01"]
-- period {"from":"2025-04-01","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-01"}
-- {}
WITH spine AS (
  SELECT bucket AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($1 AS DATE)) - 1 AS last_day FROM (SELECT CAST(unnest(generate_series(CAST(CAST($2 AS DATE) AS TIMESTAMP), CAST(CAST($1 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS DATE) AS bucket)
),
read0 AS (
  SELECT CAST(date_trunc('month', "opened_date") AS DATE) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($1 AS DATE)
  GROUP BY CAST(date_trunc('month', "opened_date") AS DATE), "team"
),
read1 AS (
  SELECT CAST(date_trunc('month', "resolved_date") AS DATE) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.incident
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($1 AS DATE)
  GROUP BY CAST(date_trunc('month', "resolved_date") AS DATE), "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.opened", coalesce(m1, 0) AS "incident.resolved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST
