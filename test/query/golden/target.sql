-- {"measures":["service_level.attainment","incident.opened"],"dimensions":["team"],"compare":"target"}
-- values ["2025-01-06","2026-03-19"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {"incident.opened:target":"no agreement sets a target for incident.opened"}
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, CAST(sum("met") AS DOUBLE) / nullif(sum("completed"), 0) AS m0
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($1 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY "team"
),
read1 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.incident
  WHERE "opened_date" >= CAST($1 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY "team"
),
read2 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, CAST(sum(CAST(attainment_goal AS DECIMAL(18, 9))) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL) AS DOUBLE) / nullif(sum(1) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL), 0) AS m2
  FROM fact.clock
  WHERE "stop_date" >= CAST($1 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY "team"
),
answer AS (
  SELECT d0, any_value(m0) AS m0, any_value(m1) AS m1, any_value(m2) AS m2
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM read2)
  GROUP BY d0
)
SELECT d0 AS "team", m0 AS "service_level.attainment", coalesce(m1, 0) AS "incident.opened", m2 AS "service_level.attainment:target", CAST(NULL AS DOUBLE) AS "incident.opened:target"
FROM answer
ORDER BY d0 ASC NULLS LAST
