-- {"measures":["incident.opened","incident.resolve_seconds_p95"],"dimensions":["team","priority"],"grain":"month","period":{"last":3,"unit":"month"},"top":{"dimension":"team","count":2},"totals":[["period"]],"filters":[{"field":"priority","op":"at_most","values":[3]}]}
-- values [3,"2026-01-01","2026-03-19",2,"[2026-01-01, 2026-02-01, 2026-03-01]"]
-- period {"from":"2026-01-01","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-01"}
-- {}
WITH leader AS (
  WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE) AND "priority" <= $1
  GROUP BY "team"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT row_number() OVER (ORDER BY value DESC NULLS LAST, member ASC NULLS LAST) AS leader_rank, member AS leader_member
FROM (SELECT d0 AS member, coalesce(m0, 0) AS value FROM answer)
QUALIFY leader_rank <= $4
),
spine AS (
  SELECT unnest(CAST($5 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, leader_rank AS d0, CAST("priority" AS BIGINT) AS d1, GROUPING(year("opened_date") * 12 + month("opened_date") - 1, leader_rank, "priority") AS level, count(*) AS m0
  FROM fact.incident
  LEFT JOIN leader ON CAST("team" AS VARCHAR) IS NOT DISTINCT FROM leader_member
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE) AND "priority" <= $1
  GROUP BY GROUPING SETS ((year("opened_date") * 12 + month("opened_date") - 1, leader_rank, "priority"), (year("opened_date") * 12 + month("opened_date") - 1))
),
read1 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, leader_rank AS d0, CAST("priority" AS BIGINT) AS d1, GROUPING(year("resolved_date") * 12 + month("resolved_date") - 1, leader_rank, "priority") AS level, quantile_cont(resolve_seconds, 0.95) AS m1
  FROM fact.incident
  LEFT JOIN leader ON CAST("team" AS VARCHAR) IS NOT DISTINCT FROM leader_member
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE) AND "priority" <= $1
  GROUP BY GROUPING SETS ((year("resolved_date") * 12 + month("resolved_date") - 1, leader_rank, "priority"), (year("resolved_date") * 12 + month("resolved_date") - 1))
),
answer AS (
  SELECT period, d0, d1, level, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0, d1, level FROM spine CROSS JOIN (SELECT d0, d1, level FROM read0 WHERE level < 4 UNION SELECT d0, d1, level FROM read1 WHERE level < 4)) UNION ALL BY NAME SELECT period, 3 AS level FROM spine)
  GROUP BY period, d0, d1, level
)
SELECT period, CASE WHEN (d0 IS NULL AND (level & 2) = 0) THEN 'Other' ELSE leader_member END AS "team", d1 AS "priority", CASE level WHEN 3 THEN 'team,priority' END AS "total", (d0 IS NULL AND (level & 2) = 0) AS "other", coalesce(m0, 0) AS "incident.opened", m1 AS "incident.resolve_seconds_p95"
FROM answer LEFT JOIN leader ON d0 = leader_rank
ORDER BY (level & 4) ASC, period ASC, (level & 2) ASC, d0 ASC NULLS LAST, (level & 1) ASC, d1 ASC NULLS LAST
