-- {"measures":["incident.opened"],"dimensions":["state","team"],"compare":"previous_period","period":{"last":1,"unit":"month","complete":true},"sort":[{"by":"incident.opened:compare","descending":true}],"limit":10}
-- values ["2026-02-01","2026-03-01","2026-01-01",10]
-- period {"from":"2026-02-01","to":"2026-03-01","isPartial":false,"compare":{"from":"2026-01-01","to":"2026-02-01"}}
-- {}
WITH read0 AS (
  SELECT CAST("state" AS VARCHAR) AS d0, CAST("team" AS VARCHAR) AS d1, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($1 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY "state", "team"
),
read0_compare AS (
  SELECT CAST("state" AS VARCHAR) AS d0, CAST("team" AS VARCHAR) AS d1, count(*) AS m0_compare
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($1 AS DATE)
  GROUP BY "state", "team"
),
answer AS (
  SELECT d0, d1, any_value(m0) AS m0, any_value(m0_compare) AS m0_compare
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read0_compare)
  GROUP BY d0, d1
)
SELECT d0 AS "state", d1 AS "team", coalesce(m0, 0) AS "incident.opened", coalesce(m0_compare, 0) AS "incident.opened:compare"
FROM answer
ORDER BY "incident.opened:compare" DESC NULLS LAST, CASE d0 WHEN 'new' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'on_hold' THEN 2 WHEN 'resolved' THEN 3 WHEN 'closed' THEN 4 WHEN 'cancelled' THEN 5 ELSE 6 END ASC NULLS LAST, d1 ASC NULLS LAST
LIMIT $4
