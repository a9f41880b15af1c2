-- {"measures":["incident.same_day_share","incident.backlog"],"dimensions":["team","priority"],"grain":"month","period":{"last":3,"unit":"month"},"totals":[[],["period"],["team"],["period","team"]],"compare":"previous_period"}
-- values ["[2026-01-01, 2026-02-01, 2026-03-01]","[2025-10-31, 2025-11-30, 2025-12-18]","[2026-01-31, 2026-02-28, 2026-03-18]","2026-01-01","2026-03-19","2025-10-01","2025-12-19"]
-- period {"from":"2026-01-01","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-01","compare":{"from":"2025-10-01","to":"2025-12-19"}}
-- {}
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($3 AS DATE[])) AS last_day
),
spine_compare AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($2 AS DATE[])) AS last_day
),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST("priority" AS BIGINT) AS d1, GROUPING(year("resolved_date") * 12 + month("resolved_date") - 1, "team", "priority") AS level, avg(CASE WHEN resolved_date = opened_date THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($4 AS DATE) AND "resolved_date" < CAST($5 AS DATE)
  GROUP BY GROUPING SETS ((year("resolved_date") * 12 + month("resolved_date") - 1, "team", "priority"), (), (year("resolved_date") * 12 + month("resolved_date") - 1), ("team"), (year("resolved_date") * 12 + month("resolved_date") - 1, "team"))
),
read0_compare AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1 + 3) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1 + 3) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST("priority" AS BIGINT) AS d1, GROUPING(year("resolved_date") * 12 + month("resolved_date") - 1, "team", "priority") AS level, avg(CASE WHEN resolved_date = opened_date THEN 1 ELSE 0 END) AS m0_compare
  FROM fact.incident
  WHERE "resolved_date" >= CAST($6 AS DATE) AND "resolved_date" < CAST($7 AS DATE)
  GROUP BY GROUPING SETS ((year("resolved_date") * 12 + month("resolved_date") - 1, "team", "priority"), (), (year("resolved_date") * 12 + month("resolved_date") - 1), ("team"), (year("resolved_date") * 12 + month("resolved_date") - 1, "team"))
),
read1 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST("priority" AS BIGINT) AS d1, GROUPING(period, "team", "priority") AS level, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m1
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY GROUPING SETS ((period, "team", "priority"), (period), (period, "team"))
),
read1_end AS (
  SELECT CAST("team" AS VARCHAR) AS d0, GROUPING("team") * 2 + 5 AS level, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m1
  FROM mart.backlog_daily
  WHERE "date" = CAST($5 AS DATE) - 1
  GROUP BY GROUPING SETS ((), ("team"))
),
read1_compare AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST("priority" AS BIGINT) AS d1, GROUPING(period, "team", "priority") AS level, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m1_compare
  FROM mart.backlog_daily JOIN spine_compare ON "date" = last_day
  GROUP BY GROUPING SETS ((period, "team", "priority"), (period), (period, "team"))
),
read1_end_compare AS (
  SELECT CAST("team" AS VARCHAR) AS d0, GROUPING("team") * 2 + 5 AS level, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m1_compare
  FROM mart.backlog_daily
  WHERE "date" = CAST($7 AS DATE) - 1
  GROUP BY GROUPING SETS ((), ("team"))
),
answer AS (
  SELECT period, d0, d1, level, any_value(m0) AS m0, any_value(m0_compare) AS m0_compare, any_value(m1) AS m1, any_value(m1_compare) AS m1_compare
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read0_compare UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM read1_end UNION ALL BY NAME SELECT * FROM read1_compare UNION ALL BY NAME SELECT * FROM read1_end_compare UNION ALL BY NAME SELECT * FROM (SELECT period, d0, d1, level FROM spine CROSS JOIN (SELECT d0, d1, level FROM read0 WHERE level < 4 UNION SELECT d0, d1, level FROM read0_compare WHERE level < 4 UNION SELECT d0, d1, level FROM read1 WHERE level < 4 UNION SELECT d0, d1, level FROM read1_compare WHERE level < 4)) UNION ALL BY NAME SELECT 7 AS level UNION ALL BY NAME SELECT period, 3 AS level FROM spine)
  WHERE period IN (SELECT period FROM spine) OR level >= 4
  GROUP BY period, d0, d1, level
)
SELECT period, d0 AS "team", d1 AS "priority", CASE level WHEN 7 THEN 'period,team,priority' WHEN 3 THEN 'team,priority' WHEN 5 THEN 'period,priority' WHEN 1 THEN 'priority' END AS "total", m0 AS "incident.same_day_share", coalesce(m1, 0) AS "incident.backlog", m0_compare AS "incident.same_day_share:compare", coalesce(m1_compare, 0) AS "incident.backlog:compare"
FROM answer
ORDER BY (level & 4) ASC, period ASC, (level & 2) ASC, d0 ASC NULLS LAST, (level & 1) ASC, d1 ASC NULLS LAST
