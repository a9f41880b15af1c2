-- {"measures":["incident.backlog"],"grain":"week","period":{"last":4,"unit":"week"},"compare":"previous_period"}
-- values ["2026-01-26","2026-02-19","2026-02-23","2026-03-19"]
-- period {"from":"2026-02-23","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-16","compare":{"from":"2026-01-26","to":"2026-02-19"}}
-- {}
WITH spine AS (
  SELECT DATE '1970-01-05' + CAST(((CAST(bucket AS DATE) - DATE '1970-01-05') // 7) * 7 AS INTEGER) AS period, least(CAST(bucket + INTERVAL 1 week AS DATE), CAST($4 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($3 AS DATE) AS TIMESTAMP), CAST(CAST($4 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 week)) AS bucket)
),
spine_compare AS (
  SELECT DATE '1970-01-05' + CAST(((CAST(bucket AS DATE) - DATE '1970-01-05') // 7 + 4) * 7 AS INTEGER) AS period, least(CAST(bucket + INTERVAL 1 week AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 week)) AS bucket)
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
