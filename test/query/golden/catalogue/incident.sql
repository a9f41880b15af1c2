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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_cancelled THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.cancelled_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 9e7e4eec, hour 01f7d1dc, day dcb53224, week f03fdd5c, month e3fdf7c4, quarter a74fb7e3, year 43a39652, fiscal_quarter e06f03e7, fiscal_year 701af9b7

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
  SELECT CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN update_age_seconds > 432000 THEN 1 ELSE 0 END) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "incident.not_updated_5d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole c543ae2f

-- incident.not_updated_30d_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN update_age_seconds > 2592000 THEN 1 ELSE 0 END) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL) AS m0
  FROM fact.incident
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "incident.not_updated_30d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 7cf33e3c

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
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN resolved_date = opened_date THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.same_day_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 057133da, day b5b27d19, week 70284a4d, month f7b3cf1a, quarter 49501159, year db61ae5a, fiscal_quarter 4af79fc5, fiscal_year f4edd907

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
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_reopened THEN 1 ELSE 0 END) FILTER (WHERE is_reopened IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.reopened_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 33b8580c, day 5fec5954, week 1d881836, month 26a376f8, quarter 3f39aa70, year 752344ab, fiscal_quarter c04da565, fiscal_year 820eee7f

-- incident.reassigned_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_reassigned THEN 1 ELSE 0 END) FILTER (WHERE is_reassigned IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.reassigned_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 1c41292f, day 39433ea0, week 7e63290d, month 1cd709e8, quarter 045f950c, year 11ecabf8, fiscal_quarter 96f788e6, fiscal_year 1ff9c65a

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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT has_breached_source THEN 1 ELSE 0 END) FILTER (WHERE has_breached_source IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.made_sla_source_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole baeb0eab, hour ad09739f, day c9a67455, week ccce0a77, month f191c365, quarter fcd5f8ed, year 43a8a856, fiscal_quarter 9f8c25ba, fiscal_year f7704112

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
  SELECT make_date((year("handed_date") * 12 + month("handed_date") - 1) // 12, (year("handed_date") * 12 + month("handed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_return THEN 1 ELSE 0 END) FILTER (WHERE record_type = 'incident') AS m0
  FROM fact.hand_over
  WHERE "handed_date" >= CAST($3 AS DATE) AND "handed_date" < CAST($2 AS DATE)
  GROUP BY year("handed_date") * 12 + month("handed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.hand_back_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, location, supplier, customer, from_team, to_team, record_type
-- whole 5a5b8b6f, day daab4cff, week 8cdf2a51, month 27e894cf, quarter 112544cc, year 096afe7c, fiscal_quarter f2cb1489, fiscal_year 115f0c3f

-- incident.first_contact_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution) THEN 1 ELSE 0 END) FILTER (WHERE record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution IS NOT NULL)) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_contact_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 5835882f, day 6372dd05, week 0392215b, month c555ace4, quarter 7cfcb748, year 0dd92aec, fiscal_quarter cb791d80, fiscal_year e2bbcbec

-- incident.self_service_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN lower(channel) IN ('portal', 'self_service', 'self-service') THEN 1 ELSE 0 END) FILTER (WHERE channel IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.self_service_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole f5f3f44b, hour ec8a2677, day d02206c3, week 4d2d9150, month f6fc6d3f, quarter 42d8ba7d, year 4cde2510, fiscal_quarter 092b8755, fiscal_year 4240024e

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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_major THEN 1 ELSE 0 END) FILTER (WHERE is_major IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.major_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 02a3ee65, hour 99dd747e, day b279df47, week 8400a345, month 1af6724b, quarter d35df6e7, year b3c8756f, fiscal_quarter e74706ab, fiscal_year df44a71b

-- incident.knowledge_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_knowledge_used THEN 1 ELSE 0 END) FILTER (WHERE is_knowledge_used IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.knowledge_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 2f5640c4, day ef30766f, week ab853156, month 0555850a, quarter 87bdfc9e, year 7460723d, fiscal_quarter 8e552cc5, fiscal_year 6425e78c

-- incident.problem_linked_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN problem_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.problem_linked_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 1bbcad36, day 5b86ecf2, week 9e96448f, month 8121cee2, quarter 5a6ffd38, year 349e1c57, fiscal_quarter 3abd6bf7, fiscal_year 44bfd42a

-- incident.change_caused_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN caused_by_change_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.change_caused_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 51b7acda, hour 5582385a, day b37927e0, week 72d466ab, month 16ba6377, quarter ad94a857, year fbacab75, fiscal_quarter c3d4b9fa, fiscal_year 3767feb0

-- incident.first_assignment_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT is_reassigned THEN 1 ELSE 0 END) FILTER (WHERE is_reassigned IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_assignment_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole e3717a6d, day b25e008a, week 2f0f8fe0, month a51fe28c, quarter 987b497a, year e140f11f, fiscal_quarter 1fb4937e, fiscal_year a91f0f8b

-- incident.first_line_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN CAST(team AS VARCHAR) IN (SELECT CAST(t.team AS VARCHAR) FROM fact.contact AS t WHERE t.team IS NOT NULL) THEN 1 ELSE 0 END) FILTER (WHERE team IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.first_line_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole e18ad5d5, day c3c74af1, week 295d1237, month 45836ab9, quarter 31ae7f1a, year ede6c8db, fiscal_quarter 4d22e39c, fiscal_year a3da0c92

-- incident.wrongly_categorised_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT t.record_id FROM mart.correction AS t WHERE t.record_type = 'incident' AND t.field = 'category') THEN 1 ELSE 0 END) FILTER (WHERE category IS NOT NULL AND has_history AND EXISTS (SELECT 1 FROM fact.field_change AS t WHERE t.record_type = 'incident' AND t.field = 'category')) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.wrongly_categorised_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 310a4fa1, day 614a2fe7, week c25186d2, month 3c86da7a, quarter 1c65a502, year 4a418b7c, fiscal_quarter 6bf3841f, fiscal_year 12d1fde8

-- incident.through_problem_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT i.record_id FROM fact.incident AS i JOIN fact.problem AS t ON t.record_id = i.problem_id WHERE least(t.workaround_at, t.resolved_at) <= i.resolved_at) THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.through_problem_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 694e7646, day 60143e2b, week 3edeb838, month 9a6cf013, quarter 0eb55d13, year e69c4be2, fiscal_quarter 386587c7, fiscal_year ee771b38

-- incident.wrong_access_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN caused_by_access_grant_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.wrong_access_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 72ff8ca1, hour 47e8700e, day 077700ee, week 55bf43b4, month 30de24a8, quarter a842bc7e, year bae933aa, fiscal_quarter 6f8aff61, fiscal_year fcdf5cb9

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
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT is_breached THEN 1 ELSE 0 END) FILTER (WHERE is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'response') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.response_met_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole ff6e5a6e, day 62a6c1eb, week bfb1f294, month 8024e382, quarter 37b0da60, year e5a9c3f8, fiscal_quarter db79bc67, fiscal_year 4caeabea

-- incident.resolution_met_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT is_breached THEN 1 ELSE 0 END) FILTER (WHERE is_completed AND record_type = 'incident' AND agreement_type = 'SLA' AND metric = 'resolution') AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.resolution_met_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole bf947a66, day 7a60f1ca, week e86dbd10, month 16f0dc9d, quarter 84976f51, year fc3d6def, fiscal_quarter cc49d88e, fiscal_year c4d70cb6

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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT m.record_id FROM fact.family_member AS m WHERE m.record_type = 'incident') THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "incident.recurring_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole af627d5b, hour 5cb4efcf, day ede74fdb, week 4f7abd3d, month 35a78546, quarter 6ec9c0f9, year c55e3b78, fiscal_quarter 3b3c9700, fiscal_year 4e72593e
