-- {"measures":["service_level.attainment","service_level.breached"],"dimensions":["agreement"],"grain":"month"}
-- values ["2025-01-01","2026-03-19","2025-01-06"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-01"}
-- {}
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("agreement" AS VARCHAR) AS d0, CAST(sum("met") AS DOUBLE) / nullif(sum("completed"), 0) AS m0, CAST(sum("breached") AS BIGINT) AS m1
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "agreement"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "agreement", m0 AS "service_level.attainment", coalesce(m1, 0) AS "service_level.breached"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST
