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
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 0459442a, day 84402a7e, week 6d5195b1, month 703dec42, quarter 19f99041, year 2aa7881a, fiscal_quarter b073b205, fiscal_year e217f95b

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
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole b4c72418, day 518c9b3e, week 349436d2, month 0d662101, quarter 59f7e309, year 8c4dc6cc, fiscal_quarter 62c45016, fiscal_year 20c865ef

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
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole a1181fbb, day a6b83813, week beabc8e4, month 229d5c4b, quarter a7713096, year b39e9365, fiscal_quarter fd129a6f, fiscal_year e1e7f285

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
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole f4577876, day bc323c3b, week 158e7903, month 5cf8fbd6, quarter 5bedf8e1, year 13217159, fiscal_quarter ecc46879, fiscal_year dcc4064e

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
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 25bb7abb, day 9418e90d, week 0d149d2d, month cfa506cf, quarter 016fc61c, year e0bff44f, fiscal_quarter 38b37d6a, fiscal_year e47f7f68
