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
-- whole c2864023, day 75530747, week 936ef9c8, month c638a40a, quarter be04bb90, year 2c109793, fiscal_quarter 7e91f035, fiscal_year 245bc25b

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
-- whole c67595e0, day dd7a654d, week d041128b, month 2a11dc0f, quarter deb5545d, year f9bf7b55, fiscal_quarter 18be198e, fiscal_year b6d1adcd

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
-- whole dae1b5b9, day 80b57844, week f3247584, month 3c40cfe3, quarter 12040627, year c30e7c7d, fiscal_quarter 2dea8eb9, fiscal_year 28eebb6b

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
-- whole 4a06afef, day 6a17babb, week 90a3135f, month 58600e0b, quarter 9ff0f499, year 842ef057, fiscal_quarter a5799d90, fiscal_year e2e50c66

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
-- whole 1f344b4b, day 8aa49196, week b040f331, month 0aa53298, quarter 40005af0, year f91fa657, fiscal_quarter 204bf64c, fiscal_year 2c81dbcc
