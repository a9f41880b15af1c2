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
-- whole a4eae414, hour 0897c2a8, day 66bdf018, week 3abbbbe1, month 322992bf, quarter d9d69205, year 0af4cf08, fiscal_quarter 401faf14, fiscal_year 53c3df06

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
-- whole 0bef7920, hour 7c511d5e, day 1261984c, week acc031a0, month 7c513c20, quarter 9cbb67e1, year a46b89f5, fiscal_quarter db768436, fiscal_year 76a45c55

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
-- whole ce0fe56e, hour c7196ebb, day 9aaa98a0, week 220ae43d, month 53cf5f2c, quarter 89116404, year f760c93b, fiscal_quarter 4b6d9347, fiscal_year 37c3a472

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
-- whole b778260c, day f7a83586, week 99a9f3f6, month bf542dd6, quarter 37118620, year 7d0d698f, fiscal_quarter 07eafcc9, fiscal_year d2956d81

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
-- whole 9e92274a, day 5806b88f, week 7d89051f, month 26406ee4, quarter 78bf16b2, year 5f90e942, fiscal_quarter 9a458f51, fiscal_year 3dcbbdc5

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
-- whole 8ff99bc5, hour e0b544d2, day 2ebf276f, week 0b2be619, month b10c6d44, quarter 54240104, year 2cf1f7de, fiscal_quarter 0d9e24e5, fiscal_year 330baffd

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
-- whole 27da28e7, day a2383537, week ba2bb95c, month 2d8dbba4, quarter 486c63a6, year 5142f5d2, fiscal_quarter 1c66e8e8, fiscal_year 2050090c

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
-- whole d6b16188, day f5929ba8, week e8aca459, month d3204a10, quarter 98a828f4, year a8e55131, fiscal_quarter 44bd8b74, fiscal_year e553a589

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
-- whole 5348e4e2, day 3a31caea, week 33bc2776, month 70711330, quarter 25be0ba5, year 5314e6b3, fiscal_quarter 90b2601f, fiscal_year 28cb3d0d

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
-- whole 7d09ddf1, day 474a106e, week a107a6b5, month 9f2b44fc, quarter 803b9ca8, year e56897fc, fiscal_quarter f0ec3759, fiscal_year b93f413e

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
-- whole 84437d38, day ddba512c, week 4439d0ee, month dc860688, quarter 90d9d3e7, year aed53ea6, fiscal_quarter 96079185, fiscal_year 6c3ccc34

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
-- whole d549c68e, day 65fa0ceb, week 34b80638, month 5e0de344, quarter f66c8832, year b0a87134, fiscal_quarter de4b7516, fiscal_year a2f0d8d8

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
-- whole e32c369f, day 430e0ff0, week 264cce0d, month a139f0bd, quarter 39c3031a, year c8aa0cc8, fiscal_quarter cfbb036f, fiscal_year 3e032732

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
-- whole c126ac58, day bfe2dbd5, week eab0550f, month 86a809d4, quarter f15f3e32, year d47c920e, fiscal_quarter 9841dac0, fiscal_year c494ef11

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
-- whole f426defb, day a0936b2d, week b96ad30b, month 455b5dae, quarter 76dafc91, year 591477e4, fiscal_quarter 72de5d3d, fiscal_year cfa3acfa

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
-- whole 5cf2b494, day f0bb1d10, week 1f598aa1, month bf43310b, quarter 55a92eb8, year 8836aa06, fiscal_quarter 6b87ccda, fiscal_year ce3acc81

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
-- whole 11050507, day f0a9aacc, week 4e2c898b, month 902e517a, quarter 786a8a77, year 469add77, fiscal_quarter c7f3db63, fiscal_year 38bbec11

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
-- whole f852f197, hour 5694099f, day 111df8c5, week 28a2782b, month 8d835167, quarter 231e8399, year bf295487, fiscal_quarter 104bfef2, fiscal_year 9525017d

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
-- whole 7d89604a, hour bfb5c34b, day e48948a1, week 8c9cfe7e, month d636b167, quarter d8c80574, year 2fb9cf6f, fiscal_quarter f857fb5c, fiscal_year 2e32e646

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
-- whole 98cf8022, hour 72def624, day aed8ec63, week b5dea2a2, month 6ed89d6f, quarter 0c04685a, year bf95445a, fiscal_quarter ff6dcb8f, fiscal_year 8344d434

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
-- whole f05a6db6, day 202a93b0, week 2e5d5b78, month a3c1ebab, quarter bbf7a9d8, year 03f4878c, fiscal_quarter 713693df, fiscal_year 80ea8c7b

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
-- whole 15bf8965, day 012b9c6a, week 620e7b5b, month fb35e508, quarter 92cba186, year e6a14215, fiscal_quarter 54b2a6da, fiscal_year a3d28afa

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
-- whole aafd26a9, day 01f2ccec, week 107ac076, month 9a0b2a7c, quarter 163e860d, year d44fc129, fiscal_quarter dadbe5bc, fiscal_year 60605b9d

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
-- whole 48c23055, day 9caa0184, week 7e46819b, month 9b810eef, quarter 371d4e69, year 63c29ce8, fiscal_quarter 8d5e2337, fiscal_year cd17eb35

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
-- whole 091c79c9, day 84aca4d7, week d2851f07, month 03ab97dc, quarter 81494ce0, year 82fe169c, fiscal_quarter c8860be5, fiscal_year 059fd104

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
-- whole 88006fe7, day 6a683da1, week ea9db257, month 318a9b51, quarter 39be1007, year 55af8479, fiscal_quarter 43ca9b96, fiscal_year a73a63a0

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
-- whole 78d66014, day 62b94ebc, week bf69ef6c, month 7c5fe7d4, quarter 0a484ca2, year 3aec2a5a, fiscal_quarter 66c68def, fiscal_year 991d09a3

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
-- whole 23eaca62, day 227d9bfd, week a84dde8e, month 796fea50, quarter 7a6a6ef5, year b46d000a, fiscal_quarter 0a7b45bd, fiscal_year 407d3ebc

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
-- whole b52476b2, day 31eb62d6, week 71a5cdd1, month 86c69ca5, quarter 57f9c9d3, year 0a727c05, fiscal_quarter 7f07dce3, fiscal_year 0f19c34c

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
-- whole 6e0166a9, hour 795f2d93, day 67e17066, week 80a5a83f, month a73dc012, quarter 20277e2d, year 80788a6c, fiscal_quarter 859b7269, fiscal_year 51d3ce0d

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
-- whole 684fa246, hour 5d5b4c52, day eb36e6b4, week a268f2cd, month 2fbd0b33, quarter ecbed39a, year c3c376b4, fiscal_quarter 58bd14b2, fiscal_year 306ec5ea

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
-- whole d9533921, hour d2c3fb69, day cdda4d55, week 6ca6271a, month 33b634e5, quarter 8ca818f7, year 419a0460, fiscal_quarter 13b440c2, fiscal_year f3163eea

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
