-- {"measures":["incident.backlog_growth","incident.closure_rate"],"grain":"quarter","period":{"toDate":"year"}}
-- values ["2026-03-19","2026-01-01"]
-- period {"from":"2026-01-01","to":"2026-03-19","isPartial":true,"partialFrom":"2026-01-01"}
-- {}
WITH spine AS (
  SELECT bucket AS period, least(CAST(bucket + INTERVAL 1 quarter AS DATE), CAST($1 AS DATE)) - 1 AS last_day FROM (SELECT CAST(unnest(generate_series(CAST(CAST($2 AS DATE) AS TIMESTAMP), CAST(CAST($1 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 quarter)) AS DATE) AS bucket)
),
read0 AS (
  SELECT CAST(date_trunc('quarter', "opened_date") AS DATE) AS period, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($1 AS DATE)
  GROUP BY CAST(date_trunc('quarter', "opened_date") AS DATE)
),
read1 AS (
  SELECT CAST(date_trunc('quarter', "resolved_date") AS DATE) AS period, count(*) AS m1
  FROM fact.incident
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($1 AS DATE)
  GROUP BY CAST(date_trunc('quarter', "resolved_date") AS DATE)
),
answer AS (
  SELECT period, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period
)
SELECT period, coalesce(m0, 0) - coalesce(m1, 0) AS "incident.backlog_growth", CAST(coalesce(m1, 0) AS DOUBLE) / nullif(coalesce(m0, 0), 0) AS "incident.closure_rate"
FROM answer
ORDER BY period ASC
