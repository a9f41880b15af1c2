-- {"measures":["service_level.attainment","service_level.breached"],"dimensions":["agreement"],"grain":"month"}
-- values ["[2025-01-01, 2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-01-06","2026-03-19"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-01"}
-- {}
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("agreement" AS VARCHAR) AS d0, CAST(sum("met") AS DOUBLE) / nullif(sum("completed"), 0) AS m0, CAST(sum("breached") AS BIGINT) AS m1
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($2 AS DATE) AND "stop_date" < CAST($3 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "agreement"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "agreement", m0 AS "service_level.attainment", coalesce(m1, 0) AS "service_level.breached"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST
