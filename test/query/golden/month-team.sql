-- {"measures":["incident.opened","incident.resolved"],"dimensions":["team"],"grain":"month","period":{"last":12,"unit":"month"}}
-- values ["2025-04-01","2026-03-19"]
-- period {"from":"2025-04-01","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-01"}
-- {}
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($1 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
read1 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.incident
  WHERE "resolved_date" >= CAST($1 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.opened", coalesce(m1, 0) AS "incident.resolved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST
