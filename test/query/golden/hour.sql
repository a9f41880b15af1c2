-- {"measures":["incident.opened"],"grain":"hour","period":{"last":2,"unit":"day"},"compare":"same_period_last_year"}
-- values ["2026-03-17","2026-03-19","2025-03-17","2025-03-19"]
-- period {"from":"2026-03-17","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-18T11:00","compare":{"from":"2025-03-17","to":"2025-03-19"}}
-- {}
WITH spine AS (
  SELECT bucket AS period, CAST(bucket AS DATE) AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 hour, INTERVAL 1 hour)) AS bucket)
),
read0 AS (
  SELECT TIMESTAMP '1970-01-01' + to_hours(CAST(("opened_date" - DATE '1970-01-01') * 24 + opened_hour AS BIGINT)) AS period, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($1 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY ("opened_date" - DATE '1970-01-01') * 24 + opened_hour
),
read0_compare AS (
  SELECT TIMESTAMP '1970-01-01' + to_hours(CAST(("opened_date" - DATE '1970-01-01') * 24 + opened_hour + 8760 AS BIGINT)) AS period, count(*) AS m0_compare
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($4 AS DATE)
  GROUP BY ("opened_date" - DATE '1970-01-01') * 24 + opened_hour
),
answer AS (
  SELECT period, any_value(m0) AS m0, any_value(m0_compare) AS m0_compare
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read0_compare UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period
)
SELECT period, coalesce(m0, 0) AS "incident.opened", coalesce(m0_compare, 0) AS "incident.opened:compare"
FROM answer
ORDER BY period ASC
