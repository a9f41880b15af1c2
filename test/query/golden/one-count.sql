-- {"measures":["incident.opened"]}
-- values ["2025-01-06","2026-03-19"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {}
WITH read0 AS (
  SELECT count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($1 AS DATE) AND "opened_date" < CAST($2 AS DATE)
),
answer AS (
  SELECT any_value(m0) AS m0
  FROM (SELECT * FROM read0)
)
SELECT coalesce(m0, 0) AS "incident.opened"
FROM answer
