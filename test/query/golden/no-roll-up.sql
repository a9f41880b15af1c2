-- {"measures":["service_level.attainment","service_level.inexact"],"dimensions":["stage"]}
-- values ["2025-01-06","2026-03-19"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {}
WITH read0 AS (
  SELECT CAST("stage" AS VARCHAR) AS d0, avg(CASE WHEN NOT is_breached THEN 1 ELSE 0 END) FILTER (WHERE is_completed) AS m0, count(*) FILTER (WHERE is_completed AND NOT is_exact) AS m1
  FROM fact.clock
  WHERE "stop_date" >= CAST($1 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY "stage"
),
answer AS (
  SELECT d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "stage", m0 AS "service_level.attainment", coalesce(m1, 0) AS "service_level.inexact"
FROM answer
ORDER BY CASE d0 WHEN 'running' THEN 0 WHEN 'paused' THEN 1 WHEN 'met' THEN 2 WHEN 'breached' THEN 3 WHEN 'undetermined' THEN 4 WHEN 'cancelled' THEN 5 ELSE 6 END ASC NULLS LAST
