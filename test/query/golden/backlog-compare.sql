-- {"measures":["incident.backlog"],"grain":"week","period":{"last":4,"unit":"week"},"compare":"previous_period"}
-- values ["[2026-02-23, 2026-03-02, 2026-03-09, 2026-03-16]","[2026-02-01, 2026-02-08, 2026-02-15, 2026-02-18]","[2026-03-01, 2026-03-08, 2026-03-15, 2026-03-18]"]
-- period {"from":"2026-02-23","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-16","compare":{"from":"2026-01-26","to":"2026-02-19"}}
-- {}
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($3 AS DATE[])) AS last_day
),
spine_compare AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($2 AS DATE[])) AS last_day
),
read0 AS (
  SELECT period AS period, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period
),
read0_compare AS (
  SELECT period AS period, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0_compare
  FROM mart.backlog_daily JOIN spine_compare ON "date" = last_day
  GROUP BY period
),
answer AS (
  SELECT period, any_value(m0) AS m0, any_value(m0_compare) AS m0_compare
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read0_compare UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period
)
SELECT period, coalesce(m0, 0) AS "incident.backlog", coalesce(m0_compare, 0) AS "incident.backlog:compare"
FROM answer
ORDER BY period ASC
