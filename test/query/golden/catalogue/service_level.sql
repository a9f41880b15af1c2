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
-- whole b88b8d1b, day 094cd842, week 754936aa, month 764de699, quarter 8913616c, year 1a64f69b, fiscal_quarter 75481631, fiscal_year 835185bb

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
-- whole 388153c4, day 4033e5c6, week b917558c, month d15f71a4, quarter 0922d48d, year a8f423b6, fiscal_quarter 1e334f69, fiscal_year 2d7d7969

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
-- whole 9b30ada6, day 2ffcb21f, week 4c485c43, month c46e385f, quarter 754ea4db, year add70e49, fiscal_quarter b6187ea3, fiscal_year ace87a8c

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
-- whole 2b78e41f, day 117d80d1, week d189aa07, month 4ff914ef, quarter 1e424d3e, year 370c5fe0, fiscal_quarter c4d9adcd, fiscal_year 0eab6f60

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
-- whole 050edeeb, day d0b99bd6, week 1b524ff7, month ee5f7bb6, quarter aa97e333, year 042aa646, fiscal_quarter 6641d3e4, fiscal_year 04523898

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
-- whole 2c115298, day ca382f5e, week 9682b97f, month 5c568186, quarter d19d1344, year 44c0abf6, fiscal_quarter 779ca02e, fiscal_year f7c3d0c0

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
-- whole 86df11d2, day 2349e31f, week df5896f2, month 181b6775, quarter 98dd70e1, year 09da69ff, fiscal_quarter f2176a1b, fiscal_year cd96641a

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
-- whole fa1a43f7, day 890a16f7, week 756acdc0, month 94fc1a6b, quarter 2e1b3e5a, year f0f7886b, fiscal_quarter 86e098eb, fiscal_year f096df43

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
-- whole ad68fd5a, day af9e05f9, week da1c7a6d, month 3457f632, quarter c9aef24a, year c87f0d0f, fiscal_quarter 2326773d, fiscal_year 47565596

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
-- whole 4f044ace, hour ff00a321, day e1c19ba6, week d9562b50, month 27fd60ab, quarter 0340dbfe, year 90ccd282, fiscal_quarter 8d4792e0, fiscal_year 6b042d23

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
-- whole c815538d, day 5ffb08e2, week afdd01e4, month 3df58d9d, quarter 0b00a0ef, year 05b3cd70, fiscal_quarter e66f7394, fiscal_year 36a93912

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
-- whole a7d90a9e, day 09e9ad99, week e1b3c192, month 7e8fc73b, quarter c6dbb0c1, year c0efc40a, fiscal_quarter 7d999c1a, fiscal_year ab7934dc

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
-- whole 420bcd44, day 683e81e4, week e1fb4dda, month 7cdabb94, quarter 1d0842ce, year 4fd24158, fiscal_quarter 8fc25362, fiscal_year 2affe919

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
-- whole d6f57e89, day cb46cbc2, week a3c24706, month 250e3ae4, quarter 3901fbb6, year 3f438b77, fiscal_quarter 667ba960, fiscal_year 73c489c1

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
-- whole cddddee2, day f8d57efd, week b9c4edd8, month 1e23a2be, quarter baeba930, year 7b0dd19c, fiscal_quarter f1da1643, fiscal_year 738d07c3

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
-- whole 03e9203b, day 43f92bca, week 68a5fa37, month f2e13f9f, quarter 0c83c5b5, year 200b722a, fiscal_quarter b8d82975, fiscal_year 09213e20

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
-- whole 6698c8d3, day 387df1b8, week 0c1cede0, month a01c2d7d, quarter 403a88c2, year 4bcea14d, fiscal_quarter 8d705d36, fiscal_year d6f0982c

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
-- whole 1f056f56, day b3a575f7, week 61ac3125, month 04e06c44, quarter 31edc1cf, year 9441f477, fiscal_quarter 241825fe, fiscal_year 421ae6f2

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
-- whole 8428f908, day 0d6912f3, week eccdbebe, month f376729b, quarter bae19a74, year ca1c003e, fiscal_quarter d8d7aca6, fiscal_year 7b81f09d

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
-- whole cc57b6c6, day 8e501f57, week e3d6b08f, month 310d6e50, quarter 53ddcae2, year 3ee70334, fiscal_quarter 77c2cde3, fiscal_year a8ea8ff8

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
-- whole 4fff81fb, day 8151360d, week 7d10b650, month 7690d2ae, quarter 960492d2, year 3e626f7e, fiscal_quarter a1a9ea7c, fiscal_year fd04dbfe
