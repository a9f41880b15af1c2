-- {"measures":["incident.opened","incident.backlog"],"grain":"fiscal_quarter","period":{"last":2,"unit":"fiscal_year"},"compare":"previous_period"}
-- values ["[2024-04-01, 2024-07-01, 2024-10-01, 2025-01-01, 2025-04-01, 2025-07-01, 2025-10-01, 2026-01-01]","[2022-06-30, 2022-09-30, 2022-12-31, 2023-03-31, 2023-06-30, 2023-09-30, 2023-12-31, 2024-03-18]","[2024-06-30, 2024-09-30, 2024-12-31, 2025-03-31, 2025-06-30, 2025-09-30, 2025-12-31, 2026-03-18]","2024-04-01","2026-03-19","2022-04-01","2024-03-19"]
-- period {"from":"2024-04-01","to":"2026-03-19","isPartial":true,"partialFrom":"2026-01-01","compare":{"from":"2022-04-01","to":"2024-03-19"}}
-- {}
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($3 AS DATE[])) AS last_day
),
spine_compare AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($2 AS DATE[])) AS last_day
),
read0 AS (
  SELECT make_date((((year("opened_date") * 12 + month("opened_date") - 4) // 3) * 3 + 3) // 12, (((year("opened_date") * 12 + month("opened_date") - 4) // 3) * 3 + 3) % 12 + 1, 1) AS period, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($4 AS DATE) AND "opened_date" < CAST($5 AS DATE)
  GROUP BY (year("opened_date") * 12 + month("opened_date") - 4) // 3
),
read0_compare AS (
  SELECT make_date((((year("opened_date") * 12 + month("opened_date") - 4) // 3 + 8) * 3 + 3) // 12, (((year("opened_date") * 12 + month("opened_date") - 4) // 3 + 8) * 3 + 3) % 12 + 1, 1) AS period, count(*) AS m0_compare
  FROM fact.incident
  WHERE "opened_date" >= CAST($6 AS DATE) AND "opened_date" < CAST($7 AS DATE)
  GROUP BY (year("opened_date") * 12 + month("opened_date") - 4) // 3
),
read1 AS (
  SELECT period AS period, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m1
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period
),
read1_compare AS (
  SELECT period AS period, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m1_compare
  FROM mart.backlog_daily JOIN spine_compare ON "date" = last_day
  GROUP BY period
),
answer AS (
  SELECT period, any_value(m0) AS m0, any_value(m0_compare) AS m0_compare, any_value(m1) AS m1, any_value(m1_compare) AS m1_compare
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read0_compare UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM read1_compare UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period
)
SELECT period, coalesce(m0, 0) AS "incident.opened", coalesce(m1, 0) AS "incident.backlog", coalesce(m0_compare, 0) AS "incident.opened:compare", coalesce(m1_compare, 0) AS "incident.backlog:compare"
FROM answer
ORDER BY period ASC
