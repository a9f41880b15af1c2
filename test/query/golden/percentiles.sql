-- {"measures":["incident.resolve_seconds_median","incident.resolve_seconds_p90","incident.resolve_seconds_mean"],"dimensions":["service"]}
-- values ["2025-01-06","2026-03-19"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {}
WITH read0 AS (
  SELECT CAST("service" AS VARCHAR) AS d0, (quantile_cont(resolve_seconds, [0.5, 0.9]))[1] AS m0, (quantile_cont(resolve_seconds, [0.5, 0.9]))[2] AS m1, avg(resolve_seconds) AS m2
  FROM fact.incident
  WHERE "resolved_date" >= CAST($1 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY "service"
),
answer AS (
  SELECT d0, any_value(m0) AS m0, any_value(m1) AS m1, any_value(m2) AS m2
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "service", m0 AS "incident.resolve_seconds_median", m1 AS "incident.resolve_seconds_p90", m2 AS "incident.resolve_seconds_mean"
FROM answer
ORDER BY d0 ASC NULLS LAST
