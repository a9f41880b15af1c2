-- time.business_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("running_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.business_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 0050149e, day 17908dfc, week 2a4db2c2, month ec22b1a9, quarter 206c2e9c, year f2735aa8, fiscal_quarter 8e513e30, fiscal_year a1f0137f

-- time.wall_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("wall_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.wall_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 95876b6d, day c23e3b8a, week c03506a7, month 7f3594b7, quarter c9fc40d9, year fa813621, fiscal_quarter 8e0f24b3, fiscal_year 0a657af3

-- time.paused_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("paused_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.paused_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 88be5605, day 516d7b0e, week a6c0609a, month 63f84022, quarter 3ad82b12, year f5af7bbc, fiscal_quarter 16fb632f, fiscal_year c97c25c8

-- time.out_of_hours_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("out_of_hours_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.out_of_hours_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 1061e7aa, day dfaefd99, week dfe328b5, month 06811bcb, quarter 57c3782d, year db1adb83, fiscal_quarter dd8a8be5, fiscal_year c6f67e63

-- time.supplier_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("supplier_seconds") FILTER (WHERE agreement_type = 'SLA') AS DOUBLE) / nullif(sum("wall_seconds") FILTER (WHERE agreement_type = 'SLA'), 0) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "time.supplier_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 1ca5a848, day db4c1c1d, week 6bdd1ac7, month 6d86f1ae, quarter 64b4faab, year 787e86bb, fiscal_quarter 5bf840a3, fiscal_year 052305a0
