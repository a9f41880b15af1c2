-- {"measures":["incident.opened"],"dimensions":["team"],"totals":[[]],"sort":[{"by":"incident.opened","descending":true}],"limit":2}
-- values ["2025-01-06","2026-03-19",2]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {}
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, GROUPING("team") AS level, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($1 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY GROUPING SETS (("team"), ())
),
answer AS (
  SELECT d0, level, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT 1 AS level)
  GROUP BY d0, level
)
SELECT d0 AS "team", CASE level WHEN 1 THEN 'team' END AS "total", coalesce(m0, 0) AS "incident.opened"
FROM answer
QUALIFY level > 0 OR row_number() OVER (PARTITION BY level > 0 ORDER BY level ASC, coalesce(m0, 0) DESC NULLS LAST, (level & 1) ASC, d0 ASC NULLS LAST) <= $3
ORDER BY level ASC, coalesce(m0, 0) DESC NULLS LAST, (level & 1) ASC, d0 ASC NULLS LAST
