-- incident.opened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.opened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole ddb2b786, hour 7b06cbff, day de2abc5c, week c28000df, month 8d37a635, quarter 203bf469, year e013f197, fiscal_quarter 50954f36, fiscal_year 2f8e416e

-- incident.resolved by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.resolved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 2356b846, day 8e58669e, week 58f3f9ba, month 2a8816dd, quarter 76230cd4, year 4bbbf66c, fiscal_quarter b0886b34, fiscal_year 39c43508

-- incident.closed by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.incident
  WHERE "closed_date" >= CAST($3 AS DATE) AND "closed_date" < CAST($2 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.closed"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 3754f424, day 93e9b42e, week 75b7e864, month dd042119, quarter 200a6df8, year 52917189, fiscal_quarter fa1eef46, fiscal_year 83d97f81

-- incident.cancelled by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_cancelled) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.cancelled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 4422264e, hour 1e93e763, day f3318e30, week f4c3832f, month 7f0afa12, quarter ae272bff, year 68923e83, fiscal_quarter 97286638, fiscal_year 7ace7936

-- incident.cancelled_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE is_cancelled) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.cancelled_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole cbe5709f, hour 62bc5c21, day 9e060c21, week 2786e870, month 6d032681, quarter 8d06896e, year c7651328, fiscal_quarter ec5de32a, fiscal_year 327af8dc

-- incident.backlog_growth by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) - coalesce(m1, 0) AS "incident.backlog_growth"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 1306b9a5, day 064110b0, week 69c9561e, month 84861703, quarter 6567c8f1, year 50842e09, fiscal_quarter 8bee738a, fiscal_year 7928bfb0

-- incident.closure_rate by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", CAST(coalesce(m0, 0) AS DOUBLE) / nullif(coalesce(m1, 0), 0) AS "incident.closure_rate"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 3a278b90, day 9d2d3b51, week 3dfebb12, month 08613c7b, quarter 46978af9, year c4ca1b56, fiscal_quarter 93fa41d0, fiscal_year dbfc37c5

-- incident.open and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_open) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "team", coalesce(m0, 0) AS "incident.open"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 21469576

-- incident.open_age_seconds_median and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, quantile_cont(age_seconds, 0.5) FILTER (WHERE is_open) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "incident.open_age_seconds_median"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 9a066a13

-- incident.open_age_seconds_p90 and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, quantile_cont(age_seconds, 0.9) FILTER (WHERE is_open) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "incident.open_age_seconds_p90"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 2956c3c1

-- incident.open_age_seconds_mean and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(age_seconds) FILTER (WHERE is_open) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "incident.open_age_seconds_mean"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 75a2ecf4

-- incident.not_updated_5d_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_open AND update_age_seconds IS NOT NULL) AND (update_age_seconds > 432000)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL), 0) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "incident.not_updated_5d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 0a73bec2

-- incident.not_updated_30d_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_open AND update_age_seconds IS NOT NULL) AND (update_age_seconds > 2592000)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL), 0) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "incident.not_updated_30d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole ce542d71

-- incident.resolve_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(resolve_seconds, 0.5) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolve_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 9d863bf6, day f76df118, week c5391883, month 90634653, quarter 0a81d8e4, year ab28884b, fiscal_quarter 63879ea7, fiscal_year a8a7fad7

-- incident.resolve_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(resolve_seconds, 0.9) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolve_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 4ca4986c, day 5b43cc91, week 80428872, month 4813d8ad, quarter b93c6e56, year a404451e, fiscal_quarter 44dc60f8, fiscal_year 7ed89688

-- incident.resolve_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(resolve_seconds) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolve_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole bf926429, day 34e47b21, week 146f7857, month d051f45f, quarter a65700ec, year 56fba8c1, fiscal_quarter b45cb241, fiscal_year 86c4e0b5

-- incident.same_day_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE resolved_date = opened_date) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.same_day_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 42133eb1, day 083cf035, week 86360531, month 361ff04d, quarter 3532d3b2, year 426ecdab, fiscal_quarter 919b6dbd, fiscal_year a345cc93

-- incident.reopened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_reopened) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.reopened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 756c94e9, hour 07efc7d4, day 7eeeb9ae, week e371170b, month cf6a0737, quarter 0e1c3fd4, year 58675c53, fiscal_quarter 2f5363cf, fiscal_year 51b2ba53

-- incident.reassigned by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_reassigned) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.reassigned"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 55e93d71, hour c2269a35, day 73c16ba4, week 825399a1, month 4291ffd6, quarter eee9a291, year e4b65111, fiscal_quarter e0b403ce, fiscal_year eaddf48d

-- incident.reopened_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_reopened IS NOT NULL) AND (is_reopened)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_reopened IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.reopened_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 98b504a3, day 6bcec9bd, week 7de7726a, month 9c75a3df, quarter 8c5dcee3, year 59c00f7c, fiscal_quarter cfaa1cbd, fiscal_year d5bb31ac

-- incident.reassigned_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_reassigned IS NOT NULL) AND (is_reassigned)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_reassigned IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.reassigned_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 1052da81, day 503f2ccb, week 99dc61e3, month 5e9c21ac, quarter 3232bb56, year 81e90957, fiscal_quarter c8b9c100, fiscal_year 91a99b50

-- incident.mean_reassignments by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(reassignment_count) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.mean_reassignments"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole b4d93ca2, day 9b8332a0, week 3fabd962, month f2deae10, quarter c42d6d44, year 093bfabf, fiscal_quarter 59de5c50, fiscal_year d3dff1a5

-- incident.mean_reassignments_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(reassignment_count, 0.5) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.mean_reassignments_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole ee908ab5, day 145d8744, week f4fcf399, month 13f170e1, quarter 2c72b759, year d1975adc, fiscal_quarter ba22339e, fiscal_year 8e4dd005

-- incident.mean_reassignments_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(reassignment_count, 0.9) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.mean_reassignments_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 20e45aaa, day 6b7bba6b, week 79a96aef, month 7acedd04, quarter f61b8fda, year 2f7991ff, fiscal_quarter e18660e4, fiscal_year fe00eda2

-- incident.acknowledge_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.5) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.acknowledge_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 0244ad6e, hour f0c41309, day e772682a, week bf19eea6, month e22a706e, quarter e863eac2, year 7d595a8b, fiscal_quarter 18fc6127, fiscal_year 8391244d

-- incident.acknowledge_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.9) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.acknowledge_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole fe17c17d, hour 7e7df1c3, day 5173369f, week 20d46eb7, month 48442dc7, quarter df3df6d5, year 088a09cc, fiscal_quarter 154acb05, fiscal_year 92e9bfce

-- incident.acknowledge_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(acknowledge_seconds) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.acknowledge_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole eb3373a4, hour 3b705fe5, day a38cb160, week 8ddec651, month ac3c94fe, quarter df6bb277, year a7c67a59, fiscal_quarter 498b23b9, fiscal_year 72059d62

-- incident.made_sla_source_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (has_breached_source IS NOT NULL) AND (NOT has_breached_source)) AS DOUBLE) / nullif(count(*) FILTER (WHERE has_breached_source IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.made_sla_source_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole f98bd025, hour 7b3d79f5, day 1375039d, week 6ca4886d, month 3c30ebd4, quarter 3e0bcc49, year 8b20b86f, fiscal_quarter e2633b8d, fiscal_year 10b269f1

-- incident.backlog by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 12dbf6b1, day a357545a, week 3a74a698, month aa148c25, quarter cb252dea, year 9d4df5a8, fiscal_quarter 7226cc3b, fiscal_year 2d720014

-- incident.backlog_new by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_new) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_new"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole a0f46321, day 3aaf2739, week 03712854, month dc1cb3c3, quarter 60493bb4, year 84abb5c7, fiscal_quarter 5e381c62, fiscal_year a69b3732

-- incident.backlog_in_progress by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_in_progress) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_in_progress"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole f7c0567e, day 0af1e7fe, week ef537054, month 0d40bedd, quarter ceba7676, year 45ec102e, fiscal_quarter 5aad1820, fiscal_year 0120c46f

-- incident.backlog_on_hold by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_on_hold) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_on_hold"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 84d9150e, day 1ac74b0c, week a12cc560, month 13048945, quarter 06514e0b, year 6fbefa3e, fiscal_quarter 9306b699, fiscal_year 2b026bda

-- incident.backlog_opened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(opened) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_opened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole eba15ac9, day 78aec7d3, week 4d826691, month 7ac4b5ba, quarter 63289cbf, year b86be044, fiscal_quarter 84942ceb, fiscal_year 72777c3e

-- incident.backlog_reopened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(reopened) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_reopened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 043c0835, day 47c10593, week c5f9ebba, month a3b74b76, quarter d3e23f39, year 3979cc03, fiscal_quarter cee24179, fiscal_year 79755a47

-- incident.backlog_moved_in by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(moved_in) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_moved_in"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 6980992d, day 6c8a047d, week 14126b93, month 5bc897be, quarter 9abf6bb2, year 655f80ce, fiscal_quarter 153cba0b, fiscal_year f8066077

-- incident.backlog_resolved by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(resolved) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_resolved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 160b65e7, day 6b07e98f, week d7d8eb2d, month 1aecb480, quarter 9de8c1c0, year d20e309c, fiscal_quarter cae2d0df, fiscal_year e13c4424

-- incident.backlog_cancelled by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(cancelled) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_cancelled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 683c06d7, day 3a24bdbc, week 5f20a4e6, month e0271389, quarter e629f25a, year c0e54ee4, fiscal_quarter 91793e9c, fiscal_year 0bf17114

-- incident.backlog_moved_out by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(moved_out) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_moved_out"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 8c07f605, day b97476f6, week bcdc0896, month e42205e7, quarter d2072dd5, year 00e9b2e1, fiscal_quarter 5c102b6b, fiscal_year 901df668

-- incident.backlog_net by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(net) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.backlog_net"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole b38230cb, day c77cfba7, week f6c94520, month baaf7d68, quarter a1eec72e, year a9e981b1, fiscal_quarter c0107bb9, fiscal_year ffcef6d1

-- incident.hand_overs by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("handed_date") * 12 + month("handed_date") - 1) // 12, (year("handed_date") * 12 + month("handed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_type = 'incident') AS m0
  FROM fact.hand_over
  WHERE "handed_date" >= CAST($3 AS DATE) AND "handed_date" < CAST($2 AS DATE)
  GROUP BY year("handed_date") * 12 + month("handed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.hand_overs"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, location, supplier, customer, from_team, to_team, record_type
-- whole 7bd26fe3, day cfd96cff, week fa64a7ad, month 7b542327, quarter 6201502f, year cad2554f, fiscal_quarter 898ae769, fiscal_year 40dc08ca

-- incident.hand_backs by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("handed_date") * 12 + month("handed_date") - 1) // 12, (year("handed_date") * 12 + month("handed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_type = 'incident' AND is_return) AS m0
  FROM fact.hand_over
  WHERE "handed_date" >= CAST($3 AS DATE) AND "handed_date" < CAST($2 AS DATE)
  GROUP BY year("handed_date") * 12 + month("handed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.hand_backs"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, location, supplier, customer, from_team, to_team, record_type
-- whole 29a9ae13, day b9e592d8, week 30ea4779, month 26dd682c, quarter b4805e25, year 6367d872, fiscal_quarter 0499a078, fiscal_year 773e036e

-- incident.hand_back_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("handed_date") * 12 + month("handed_date") - 1) // 12, (year("handed_date") * 12 + month("handed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (record_type = 'incident') AND (is_return)) AS DOUBLE) / nullif(count(*) FILTER (WHERE record_type = 'incident'), 0) AS m0
  FROM fact.hand_over
  WHERE "handed_date" >= CAST($3 AS DATE) AND "handed_date" < CAST($2 AS DATE)
  GROUP BY year("handed_date") * 12 + month("handed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.hand_back_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, location, supplier, customer, from_team, to_team, record_type
-- whole be343179, day b6efc1ae, week 69b7b7cb, month 368315ef, quarter 4461cdd3, year dc8da94e, fiscal_quarter df22eddb, fiscal_year 4bbe791c

-- incident.first_contact_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution IS NOT NULL)) AND (record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution))) AS DOUBLE) / nullif(count(*) FILTER (WHERE record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution IS NOT NULL)), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_contact_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 86895233, day 4045e451, week b8b2e525, month 13389c3e, quarter 534feac0, year 9f4cbec1, fiscal_quarter 229d5456, fiscal_year 401f9459

-- incident.self_service_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (channel IS NOT NULL) AND (lower(channel) IN ('portal', 'self_service', 'self-service'))) AS DOUBLE) / nullif(count(*) FILTER (WHERE channel IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.self_service_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole e32761db, hour c02dcf68, day f7e54c0d, week 29b0b546, month 01424d03, quarter c1d252d5, year 1a98cf09, fiscal_quarter ee57bbf8, fiscal_year b98ab3d7

-- incident.major by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_major) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.major"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 3ace1aef, hour bcaf4e05, day cb727a5d, week 01976063, month 42fadd9f, quarter 5437f98e, year 06f96a0d, fiscal_quarter 773a8f97, fiscal_year 21ee48cd

-- incident.major_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_major IS NOT NULL) AND (is_major)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_major IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.major_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 61b0b7d3, hour 294f8bd1, day af2378dd, week 81eb1ff2, month 184549a0, quarter 44e0c197, year 25818805, fiscal_quarter 3f46559f, fiscal_year 8c4a6b34

-- incident.knowledge_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_knowledge_used IS NOT NULL) AND (is_knowledge_used)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_knowledge_used IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.knowledge_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 483f8be9, day 4dcd9089, week f714d767, month 9d331b76, quarter ac7abaf7, year 2056908b, fiscal_quarter 1f858fa0, fiscal_year 8ae8acb4

-- incident.problem_linked_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE problem_id IS NOT NULL) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.problem_linked_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 07b1c1fc, day c643f0f6, week 04e757b2, month cfefe4f7, quarter b907c401, year 298c9e7f, fiscal_quarter 2e553885, fiscal_year 75a36310

-- incident.change_caused_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE caused_by_change_id IS NOT NULL) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.change_caused_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole d909cb87, hour f685f546, day 41f58b1b, week 8b90d70a, month b13f1269, quarter 9959bfb9, year cab67c65, fiscal_quarter 15ada2f7, fiscal_year 49c5012a

-- incident.first_assignment_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_reassigned IS NOT NULL) AND (NOT is_reassigned)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_reassigned IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_assignment_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 9f015bc9, day da36f535, week e8a89314, month 1bbf1bc3, quarter eb769df0, year 48a512ca, fiscal_quarter d7c531d4, fiscal_year a74bebc9

-- incident.first_line_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (team IS NOT NULL) AND (CAST(team AS VARCHAR) IN (SELECT CAST(t.team AS VARCHAR) FROM fact.contact AS t WHERE t.team IS NOT NULL))) AS DOUBLE) / nullif(count(*) FILTER (WHERE team IS NOT NULL), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_line_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole dfd2df7c, day 612e24b6, week 30c0dc7d, month 6b190014, quarter df663653, year 96fe0ea4, fiscal_quarter 1b915daf, fiscal_year 016dfadc

-- incident.wrongly_categorised_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (category IS NOT NULL AND has_history AND EXISTS (SELECT 1 FROM fact.field_change AS t WHERE t.record_type = 'incident' AND t.field = 'category')) AND (record_id IN (SELECT t.record_id FROM mart.correction AS t WHERE t.record_type = 'incident' AND t.field = 'category'))) AS DOUBLE) / nullif(count(*) FILTER (WHERE category IS NOT NULL AND has_history AND EXISTS (SELECT 1 FROM fact.field_change AS t WHERE t.record_type = 'incident' AND t.field = 'category')), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.wrongly_categorised_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 789e4450, day 592a5015, week 5058bacd, month 484fdc73, quarter 931f1ea6, year 95663411, fiscal_quarter febadda6, fiscal_year 429b8b51

-- incident.through_problem_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE record_id IN (SELECT i.record_id FROM fact.incident AS i JOIN fact.problem AS t ON t.record_id = i.problem_id WHERE least(t.workaround_at, t.resolved_at) <= i.resolved_at)) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.through_problem_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole d16977ee, day 8e379ab4, week b9264cee, month c75f06c7, quarter 2f5fed43, year ace22399, fiscal_quarter 4fbbfc2a, fiscal_year 19927b87

-- incident.wrong_access_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE caused_by_access_grant_id IS NOT NULL) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.wrong_access_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 1b525153, hour 0f0d535f, day 3c1d2ff9, week 301c71b8, month 072d4633, quarter 45de3b66, year 46342df6, fiscal_quarter 332e7c65, fiscal_year 14b68455

-- incident.open_problem_closed and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_open AND problem_id IN (SELECT t.record_id FROM fact.problem AS t WHERE t.is_resolved)) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "incident.open_problem_closed"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 62cbe7f9

-- incident.open_assignee_inactive and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_open AND assignee IN (SELECT t.person FROM fact.access_grant AS t WHERE t.is_person_active IS NOT NULL GROUP BY t.person
      HAVING NOT arg_max(t.is_person_active, (t.updated_at, t.record_id)))) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "incident.open_assignee_inactive"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole f31cb8ce

-- incident.lost_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(lost_seconds) AS BIGINT) AS m0
  FROM (SELECT r.*, l.lost_seconds FROM fact.incident AS r LEFT JOIN mart.lost_time AS l ON l.record_id = r.record_id) AS incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.lost_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 7aa02633, hour 45af046c, day 34d5927b, week 95f01f40, month 7828e369, quarter ecc08798, year a69422ca, fiscal_quarter 6e49c32c, fiscal_year 5bffeaa5

-- incident.first_response_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(greatest(date_diff('second', opened_at, first_response_at), 0), 0.5) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_response_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 10cbe83b, hour dbce47f4, day 240ba701, week 0449abc8, month 41010d2e, quarter b2d1f762, year 8599cb8b, fiscal_quarter af77107c, fiscal_year 68b9175d

-- incident.first_response_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(greatest(date_diff('second', opened_at, first_response_at), 0), 0.9) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_response_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 88a5ae70, hour 00694a0a, day de5fe12e, week 5b32d038, month 246bd891, quarter 87c3d1b7, year 4be93712, fiscal_quarter 1452c10b, fiscal_year 1f4f91fc

-- incident.first_response_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(greatest(date_diff('second', opened_at, first_response_at), 0)) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_response_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole bf05904d, hour 1e5a65f6, day 32310670, week 40cd370a, month ab1914db, quarter cd96443b, year 490b802f, fiscal_quarter 3df9f97c, fiscal_year c5478fa8

-- incident.resolve_business_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(elapsed_business_seconds, 0.5) FILTER (WHERE is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'resolution') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolve_business_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 07ba0b07, day dc55d3ea, week b49fac74, month 30cf3375, quarter 2791122b, year 43348177, fiscal_quarter ad75270e, fiscal_year c6b537a2

-- incident.resolve_business_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(elapsed_business_seconds, 0.9) FILTER (WHERE is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'resolution') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolve_business_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole d897ce62, day 30729fc2, week a0a11d15, month 743f0726, quarter 7ccc7131, year 247bf383, fiscal_quarter 3c7f5307, fiscal_year 70e60b11

-- incident.resolve_business_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(elapsed_business_seconds) FILTER (WHERE is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'resolution') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolve_business_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole d2739f5a, day 31a3ee32, week 91d98f38, month ff83934b, quarter 09f98cf0, year 8e0a01e4, fiscal_quarter 89d9357f, fiscal_year 8f0c67ce

-- incident.response_met_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'response') AND (NOT is_breached)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'response'), 0) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.response_met_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole 6106fd5a, day 7d2281c6, week b4bcf4be, month 444f4ebc, quarter fef4b9b8, year 5d897190, fiscal_quarter cc2455c5, fiscal_year 376feab8

-- incident.resolution_met_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'resolution') AND (NOT is_breached)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'resolution'), 0) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolution_met_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole b0f4692f, day 33f6f1ed, week 8336e233, month a0acb9f6, quarter 9550ee1e, year 9761eb95, fiscal_quarter 7f8f5fea, fiscal_year b72e1de5

-- incident.from_event by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_id IN (SELECT e.incident_id FROM fact.event AS e)) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.from_event"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole cad7a6d7, hour 92a99ea1, day 8c1f1a8d, week 0f00efdc, month bfe534ac, quarter 97bc366e, year 27d86432, fiscal_quarter 7d2bc6da, fiscal_year 8e940fad

-- incident.change_caused by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE caused_by_change_id IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.change_caused"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole b419c717, hour 51f784dc, day dcea6557, week e14c1db5, month 626fdf7d, quarter a861ca8c, year 890f335c, fiscal_quarter 65ce8fe3, fiscal_year f78820c3

-- incident.uncovered by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_id NOT IN (SELECT c.record_id FROM fact.clock AS c WHERE c.record_type = 'incident')) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.uncovered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 5dbe41d1, hour 8173f48f, day 60559516, week ce45af64, month 143abbbb, quarter cdd7de9d, year 3ae3f76d, fiscal_quarter fe6fef40, fiscal_year f878346e

-- incident.recurring_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE record_id IN (SELECT m.record_id FROM fact.family_member AS m WHERE m.record_type = 'incident')) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.recurring_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 183b3fcd, hour bf1c3cd1, day 6b661eca, week 969f8748, month ed368f80, quarter 1b093134, year 493acc13, fiscal_quarter 6524e21c, fiscal_year 59ddef38
