-- {"measures":["incident.backlog_growth","incident.closure_rate"],"grain":"quarter","period":{"toDate":"year"}}
-- values ["[2026-01-01]","2026-01-01","2026-03-19"]
-- period {"from":"2026-01-01","to":"2026-03-19","isPartial":true,"partialFrom":"2026-01-01"}
-- {}
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("opened_date") * 4 + quarter("opened_date") - 1) // 4, (year("opened_date") * 4 + quarter("opened_date") - 1) % 4 * 3 + 1, 1) AS period, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 4 + quarter("opened_date") - 1
),
read1 AS (
  SELECT make_date((year("resolved_date") * 4 + quarter("resolved_date") - 1) // 4, (year("resolved_date") * 4 + quarter("resolved_date") - 1) % 4 * 3 + 1, 1) AS period, count(*) AS m1
  FROM fact.incident
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 4 + quarter("resolved_date") - 1
),
answer AS (
  SELECT period, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  GROUP BY period
)
SELECT period, coalesce(m0, 0) - coalesce(m1, 0) AS "incident.backlog_growth", CAST(coalesce(m1, 0) AS DOUBLE) / nullif(coalesce(m0, 0), 0) AS "incident.closure_rate"
FROM answer
ORDER BY period ASC
