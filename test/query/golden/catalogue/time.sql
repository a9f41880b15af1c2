-- time.business_seconds by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("running_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($2 AS DATE) AND "stop_date" < CAST($3 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.business_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole c2864023, day d1f186ab, week a10b4e61, month 1813dc0a, quarter f2b62bff, year 89436dfc, fiscal_quarter e874d1a3, fiscal_year f575fae9

-- time.wall_seconds by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("wall_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($2 AS DATE) AND "stop_date" < CAST($3 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.wall_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole c67595e0, day 8662ff45, week 3af4873e, month 484e3543, quarter c678e803, year ab83e951, fiscal_quarter ddbd6e22, fiscal_year 9274cf31

-- time.paused_seconds by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("paused_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($2 AS DATE) AND "stop_date" < CAST($3 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.paused_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole dae1b5b9, day d9ac38e9, week f7ee18d4, month f901e7ee, quarter 50f0b5c5, year 80ff5ca8, fiscal_quarter 7eb52240, fiscal_year 7f726965

-- time.out_of_hours_seconds by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("out_of_hours_seconds") AS BIGINT) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($2 AS DATE) AND "stop_date" < CAST($3 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.out_of_hours_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 4a06afef, day 900b02e9, week 473537d3, month 59958d07, quarter 3bf849e2, year aed39d6a, fiscal_quarter 89b8de74, fiscal_year d680b827

-- time.supplier_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("supplier_seconds") FILTER (WHERE agreement_type = 'SLA') AS DOUBLE) / nullif(sum("wall_seconds") FILTER (WHERE agreement_type = 'SLA'), 0) AS m0
  FROM mart.time_daily
  WHERE "stop_date" >= CAST($2 AS DATE) AND "stop_date" < CAST($3 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "time.supplier_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 1f344b4b, day 3435b90d, week 9c145aac, month 63e5f5bb, quarter 3381b0f1, year 04e7032f, fiscal_quarter aa7b60be, fiscal_year 38696273
