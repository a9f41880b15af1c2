-- service_level.attainment by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("met") AS DOUBLE) / nullif(sum("completed"), 0) AS m0
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", m0 AS "service_level.attainment"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 5e6f2e06, day 95ca06c0, week 4d254d0a, month 8b569202, quarter a39df42b, year 8780097d, fiscal_quarter 7fe67880, fiscal_year c3378cc5

-- service_level.goal by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(CAST(attainment_goal AS DECIMAL(18, 9))) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL) AS DOUBLE) / nullif(sum(1) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL), 0) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.goal"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole bb78bcb3, day fbb4c7d0, week b0e9a533, month 59217e45, quarter ab7011d9, year 59f0bdbd, fiscal_quarter 0bd4463f, fiscal_year 8b4eebf7

-- service_level.error_budget_left by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(1 - CAST(attainment_goal AS DECIMAL(18, 9)) - CAST(is_breached AS INTEGER)) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL) AS DOUBLE) / nullif(sum(1 - CAST(attainment_goal AS DECIMAL(18, 9))) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL), 0) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.error_budget_left"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole da9858cd, day 5c8614e0, week 1736284d, month 952ba352, quarter 3a1a9ddb, year e3bbdee8, fiscal_quarter 6e96b39b, fiscal_year b0225cd4

-- service_level.burn_rate by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(CAST(is_breached AS INTEGER)) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL) AS DOUBLE) / nullif(sum(1 - CAST(attainment_goal AS DECIMAL(18, 9))) FILTER (WHERE is_completed AND attainment_goal IS NOT NULL), 0) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.burn_rate"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 68426809, day b4e1b207, week 3912f649, month c8450fa7, quarter d67cadea, year 04b88686, fiscal_quarter d009b34f, fiscal_year 41df8ad0

-- service_level.ola_met_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("met") FILTER (WHERE agreement_type = 'OLA') AS DOUBLE) / nullif(sum("completed") FILTER (WHERE agreement_type = 'OLA'), 0) AS m0
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.ola_met_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 05198d0c, day 9be1813e, week 823a7c1a, month effb890b, quarter 68d1efc3, year 891f4294, fiscal_quarter caa57e20, fiscal_year 83e551cd

-- service_level.uc_met_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("met") FILTER (WHERE agreement_type = 'UC') AS DOUBLE) / nullif(sum("completed") FILTER (WHERE agreement_type = 'UC'), 0) AS m0
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.uc_met_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 834c61c1, day aba5948b, week 34d132f2, month bbebca74, quarter 3603dd38, year 3cf3541d, fiscal_quarter 8addd677, fiscal_year e69e8b55

-- service_level.breached_by_ola by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_completed AND is_breached AND agreement_type = 'SLA' AND clock_id IN (SELECT t.clock_id FROM mart.breach_cause AS t)) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.breached_by_ola"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 01f2c9eb, day 668d9c3e, week 6bfa4549, month c1c2cc31, quarter a0c5d4dc, year aadb22e6, fiscal_quarter bf128543, fiscal_year 9902ed7a

-- service_level.breached_by_ola_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN clock_id IN (SELECT t.clock_id FROM mart.breach_cause AS t) THEN 1 ELSE 0 END) FILTER (WHERE is_completed AND is_breached AND agreement_type = 'SLA') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.breached_by_ola_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 72cce255, day 0dcd82f7, week 55b09e9d, month ddc56237, quarter 43992881, year 1dc88041, fiscal_quarter 86b6b98e, fiscal_year 22b10fa9

-- service_level.met_of_started by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("start_date") * 12 + month("start_date") - 1) // 12, (year("start_date") * 12 + month("start_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN stage = 'met' THEN 1 ELSE 0 END) FILTER (WHERE stage <> 'cancelled') AS m0
  FROM fact.clock
  WHERE "start_date" >= CAST($3 AS DATE) AND "start_date" < CAST($2 AS DATE)
  GROUP BY year("start_date") * 12 + month("start_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.met_of_started"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 8157ad57, day 15a58b7c, week 10b3f354, month 67506bd6, quarter 2d93f1e0, year ede89832, fiscal_quarter 10f11334, fiscal_year 0893a08d

-- service_level.completed by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("completed") AS BIGINT) AS m0
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.completed"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 0327b6ae, day 497c779c, week 509c4667, month a40ac137, quarter 74b2d055, year e78a9d7e, fiscal_quarter 266e91be, fiscal_year a0bc2fa8

-- service_level.met by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("met") AS BIGINT) AS m0
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.met"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 6817551d, day dfb80ef7, week 35009385, month a5b5a818, quarter 3694e68f, year 3c530df8, fiscal_quarter 4c6cd2a4, fiscal_year 2d7a2e08

-- service_level.breached by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum("breached") AS BIGINT) AS m0
  FROM mart.clock_daily
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.breached"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 75672b2b, day 2f17f8b7, week d2cfb53e, month 0389fea3, quarter cbe99b94, year b16592f7, fiscal_quarter a857ea89, fiscal_year b862afae

-- service_level.started by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("start_date") * 12 + month("start_date") - 1) // 12, (year("start_date") * 12 + month("start_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.clock
  WHERE "start_date" >= CAST($3 AS DATE) AND "start_date" < CAST($2 AS DATE)
  GROUP BY year("start_date") * 12 + month("start_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.started"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole f2fa95a0, day c068934c, week dd6bf68a, month ea53f94f, quarter 03b771cb, year 1170b716, fiscal_quarter f7078fec, fiscal_year a0f0d82a

-- service_level.cancelled by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("start_date") * 12 + month("start_date") - 1) // 12, (year("start_date") * 12 + month("start_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE stage = 'cancelled') AS m0
  FROM fact.clock
  WHERE "start_date" >= CAST($3 AS DATE) AND "start_date" < CAST($2 AS DATE)
  GROUP BY year("start_date") * 12 + month("start_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.cancelled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 81609573, day 9cacb285, week 433b79f3, month 07baef46, quarter d0a288a0, year c5ce6957, fiscal_quarter c8e53077, fiscal_year e525a3a0

-- service_level.open and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE stopped_at IS NULL AND stage <> 'cancelled') AS m0
  FROM fact.clock
  GROUP BY "team"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "team", coalesce(m0, 0) AS "service_level.open"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 063dd46d

-- service_level.running and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE stage = 'running') AS m0
  FROM fact.clock
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "service_level.running"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 9a4b4102

-- service_level.paused and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE stage = 'paused') AS m0
  FROM fact.clock
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "service_level.paused"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 3ddafd94

-- service_level.at_risk and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE stopped_at IS NULL AND stage <> 'cancelled' AND NOT is_breached AND elapsed_business_seconds >= coalesce(warn_at, 0.75) * goal_seconds) AS m0
  FROM fact.clock
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "service_level.at_risk"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 3a052c04

-- service_level.overdue and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE stopped_at IS NULL AND stage <> 'cancelled' AND is_breached) AS m0
  FROM fact.clock
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "service_level.overdue"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 109a86d1

-- service_level.uncovered by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_id NOT IN (SELECT c.record_id FROM fact.clock AS c WHERE c.record_type = 'incident')) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
read1 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_id NOT IN (SELECT c.record_id FROM fact.clock AS c WHERE c.record_type = 'request')) AS m1
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) + coalesce(m1, 0) AS "service_level.uncovered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour
-- whole 30994ee5, hour 9cc13ce1, day c2d7b233, week f6cb27ab, month 509c7732, quarter cad28cd7, year 3346ca54, fiscal_quarter 2998ee89, fiscal_year 9bb5fdf4

-- service_level.elapsed_business_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(elapsed_business_seconds, 0.5) FILTER (WHERE is_completed) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.elapsed_business_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole fcb3443e, day 6d50fd98, week d65c6b42, month bd14b326, quarter cc858d39, year dba6b47e, fiscal_quarter 11c0ccdb, fiscal_year 20c857c8

-- service_level.elapsed_business_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(elapsed_business_seconds, 0.9) FILTER (WHERE is_completed) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.elapsed_business_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole c5bddfea, day 80e49c22, week a71ad7d4, month d0db31be, quarter add1d104, year a2bb7c3a, fiscal_quarter 3b1ad0a0, fiscal_year 02576a64

-- service_level.elapsed_business_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(elapsed_business_seconds) FILTER (WHERE is_completed) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.elapsed_business_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole e8da3013, day 5026d1a8, week 40264f7f, month 13b5de0d, quarter 6b47f3dd, year 70fd592b, fiscal_quarter 95eb2bda, fiscal_year 386d668b

-- service_level.elapsed_actual_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(elapsed_actual_seconds, 0.5) FILTER (WHERE is_completed) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.elapsed_actual_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole aa188c8d, day 61120cd3, week 967e85eb, month cddb259a, quarter d7318d07, year 330da521, fiscal_quarter fec64e85, fiscal_year 22b46f83

-- service_level.elapsed_actual_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(elapsed_actual_seconds, 0.9) FILTER (WHERE is_completed) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.elapsed_actual_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 67b73b26, day 15d9596d, week 56783f18, month 39f6d2e2, quarter e1b9d76f, year afefe743, fiscal_quarter 9c549e69, fiscal_year 211c289e

-- service_level.elapsed_actual_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(elapsed_actual_seconds) FILTER (WHERE is_completed) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.elapsed_actual_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 583ba09f, day 8c3aef0e, week 8e1c4266, month 24072ac2, quarter d8e6b67a, year bb1e9298, fiscal_quarter 2199657d, fiscal_year cf5b7cf8

-- service_level.undetermined by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE stage = 'undetermined' AND stopped_at IS NOT NULL) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.undetermined"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 3b5d813f, day 7f78812d, week ae219eae, month 9a5a8912, quarter 9ce3f2da, year a251007f, fiscal_quarter a655bf0e, fiscal_year c7ebacbc

-- service_level.attainment_least by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN stage = 'met' THEN 1 ELSE 0 END) FILTER (WHERE stopped_at IS NOT NULL AND stage <> 'cancelled') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.attainment_least"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 8c254ec7, day acd30938, week bdcbfd2f, month 0c8d24a0, quarter 716065e5, year 22070d10, fiscal_quarter 79b8dede, fiscal_year 7b86c200

-- service_level.attainment_most by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN stage <> 'breached' THEN 1 ELSE 0 END) FILTER (WHERE stopped_at IS NOT NULL AND stage <> 'cancelled') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.attainment_most"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 9564543f, day f40e319f, week b9bc076f, month 1c32cb70, quarter e9e5052e, year 65f7b31d, fiscal_quarter f9c02fd4, fiscal_year ca9ef2fb

-- service_level.inexact by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_completed AND NOT is_exact) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "service_level.inexact"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 542bc28f, day 15e8d986, week 4861bcb5, month a6e806bc, quarter df1ebb3a, year 045ed6ce, fiscal_quarter 43956897, fiscal_year 73a598bf

-- service_level.inexact_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT is_exact THEN 1 ELSE 0 END) FILTER (WHERE is_completed) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "service_level.inexact_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 39eef683, day f43bfa4f, week 56046d24, month ea59bf35, quarter 1eda1e63, year 3198c4f2, fiscal_quarter 7d61d769, fiscal_year bf94a465
