-- request.opened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.opened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 2415368d, hour 86a3c92b, day 6bc9dbe6, week d5b0f1c9, month 212fb045, quarter 1fa6756a, year a856a7f6, fiscal_quarter 63c4a415, fiscal_year 91e2ff31

-- request.fulfilled by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.fulfilled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 84a227d0, day d9e1487f, week 26a7acea, month d4585ec7, quarter e514529e, year 7d765958, fiscal_quarter 33b0d4f4, fiscal_year 29e7a123

-- request.closed by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.request
  WHERE "closed_date" >= CAST($3 AS DATE) AND "closed_date" < CAST($2 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.closed"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole bfc49be2, day 838487aa, week 9cf355ff, month e229be98, quarter 1d5f3a13, year 70804bcf, fiscal_quarter e2ce7ba7, fiscal_year b98d282f

-- request.cancelled by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_cancelled) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.cancelled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 5bcc0526, hour 43df4c2e, day 25fe5d5a, week ce064408, month eb2b93d8, quarter 0f4e6930, year a29309ab, fiscal_quarter bcb80128, fiscal_year b57f46d6

-- request.cancelled_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_cancelled THEN 1 ELSE 0 END) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.cancelled_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole fcb2720e, hour 8bf87202, day 22299c14, week 9e67e6d4, month 648597db, quarter 29660cc3, year 133e6869, fiscal_quarter 9e834fa2, fiscal_year c007a86c

-- request.backlog_growth by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) - coalesce(m1, 0) AS "request.backlog_growth"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole c914139f, day b72379c3, week bc4cf8d6, month d0bc50e0, quarter 01d816ce, year b676a6fd, fiscal_quarter d97986e1, fiscal_year 359073d9

-- request.closure_rate by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", CAST(coalesce(m0, 0) AS DOUBLE) / nullif(coalesce(m1, 0), 0) AS "request.closure_rate"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole d5618319, day e1c4e923, week c475bb77, month a203e78f, quarter 5d39c423, year 978092fa, fiscal_quarter 0f256eec, fiscal_year f9d3641e

-- request.open and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_open) AS m0
  FROM fact.request
  GROUP BY "team"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "team", coalesce(m0, 0) AS "request.open"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 6484fcd6

-- request.open_age_seconds_median and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, quantile_cont(age_seconds, 0.5) FILTER (WHERE is_open) AS m0
  FROM fact.request
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "request.open_age_seconds_median"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 915aa76a

-- request.open_age_seconds_p90 and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, quantile_cont(age_seconds, 0.9) FILTER (WHERE is_open) AS m0
  FROM fact.request
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "request.open_age_seconds_p90"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 2afbb352

-- request.open_age_seconds_mean and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(age_seconds) FILTER (WHERE is_open) AS m0
  FROM fact.request
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "request.open_age_seconds_mean"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole a47b0a59

-- request.not_updated_5d_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN update_age_seconds > 432000 THEN 1 ELSE 0 END) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL) AS m0
  FROM fact.request
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "request.not_updated_5d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole bac7c255

-- request.not_updated_30d_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN update_age_seconds > 2592000 THEN 1 ELSE 0 END) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL) AS m0
  FROM fact.request
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "request.not_updated_30d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole e061d1ac

-- request.cycle_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(resolve_seconds, 0.5) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.cycle_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 62f576b2, day 1b01df05, week 090d5c77, month 499789c8, quarter 02ce5399, year b0229de6, fiscal_quarter faa346d3, fiscal_year 6909a759

-- request.cycle_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(resolve_seconds, 0.9) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.cycle_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 16826379, day f4d49fc8, week 4e903844, month 5b101ac0, quarter 2395e068, year f2ac4d52, fiscal_quarter 51a61874, fiscal_year 6f3f990f

-- request.cycle_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(resolve_seconds) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.cycle_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 790be2c2, day 43912609, week 65ba4aef, month 4591bb0b, quarter 4dfdfc55, year 39ee9844, fiscal_quarter 6e70da09, fiscal_year 3ff9f7d9

-- request.same_day_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN resolved_date = opened_date THEN 1 ELSE 0 END) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.same_day_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 68ca32aa, day 619318d1, week e5b0e331, month db32ede5, quarter 801db338, year 6292051e, fiscal_quarter 9fb07d9d, fiscal_year d2df6c5b

-- request.reopened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_reopened) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.reopened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole b4a7b3ed, hour e4a5b89e, day 98a82224, week 4fd403dc, month 1c5f8bc0, quarter 61465640, year e17d6584, fiscal_quarter 8a4b38d0, fiscal_year c6764564

-- request.reassigned by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_reassigned) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.reassigned"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole b05a995a, hour 9b09aba3, day 2569bba1, week 2de40772, month dec38ea7, quarter 667d4cd0, year 1feac6d7, fiscal_quarter c0c8a7ea, fiscal_year f7b95b05

-- request.reopened_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_reopened THEN 1 ELSE 0 END) FILTER (WHERE is_reopened IS NOT NULL) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.reopened_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole ca36cea4, day 57ef7ef3, week 12fa3696, month f7889527, quarter db8fb03b, year 468952f2, fiscal_quarter 829d7a1a, fiscal_year aab41849

-- request.reassigned_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_reassigned THEN 1 ELSE 0 END) FILTER (WHERE is_reassigned IS NOT NULL) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.reassigned_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole db1e6899, day e6575e37, week b5a11a3a, month 7a64e425, quarter bf01e2a3, year 2b0b8c72, fiscal_quarter f0422d62, fiscal_year 45656d82

-- request.mean_reassignments by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(reassignment_count) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.mean_reassignments"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole fb4b6171, day b04c9b25, week 70ca4401, month 956ce584, quarter b9a0faea, year db81ce6d, fiscal_quarter 75bcef45, fiscal_year 01f61581

-- request.mean_reassignments_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(reassignment_count, 0.5) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.mean_reassignments_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 9b5f12a4, day 707dd4d1, week daec5a53, month 7b6d2f6d, quarter fb003ede, year f9adf65d, fiscal_quarter 694d7f9f, fiscal_year 39b9a04a

-- request.mean_reassignments_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(reassignment_count, 0.9) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.mean_reassignments_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole ed44c466, day 69c45829, week ce878a2a, month b6faa2ff, quarter 890fc309, year 77f65b82, fiscal_quarter 1eb4ffec, fiscal_year 7987b180

-- request.acknowledge_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.5) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.acknowledge_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 2885ae6f, hour 3aa725ed, day 7e101c83, week 20490fc5, month d76b2e1f, quarter 8f352942, year b1cfc50a, fiscal_quarter cc8a93e5, fiscal_year 9f2521f3

-- request.acknowledge_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.9) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.acknowledge_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 51c83831, hour 2fa07cac, day b99f006d, week 2923fcd6, month 6385129f, quarter 81e3565f, year 846fbcd0, fiscal_quarter f21d2cc4, fiscal_year fc77423f

-- request.acknowledge_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(acknowledge_seconds) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.acknowledge_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 7b4162b5, hour 0134fb15, day 2ac33e3c, week d2938e76, month ef88e91c, quarter de8056c9, year 88cef961, fiscal_quarter 64f29510, fiscal_year 81f7e087

-- request.made_sla_source_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT has_breached_source THEN 1 ELSE 0 END) FILTER (WHERE has_breached_source IS NOT NULL) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.made_sla_source_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole f3613980, hour 2cde11c4, day a55ebfad, week f43211f2, month 42f7975e, quarter a56afe95, year f94c4fee, fiscal_quarter 101c31b0, fiscal_year ed129529

-- request.backlog by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 17ee0360, day c40fcaa4, week b8f26008, month b9df5e47, quarter d276b24e, year 3ff17e9a, fiscal_quarter 35ef09b6, fiscal_year 1ee2b2d4

-- request.backlog_new by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_new) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_new"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole ecfa296b, day cee6abbf, week 0724d879, month b18aa9e7, quarter d07cca04, year 1afea887, fiscal_quarter b40ced10, fiscal_year 18188e56

-- request.backlog_in_progress by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_in_progress) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_in_progress"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 9343575e, day 6a6585fc, week 178de89d, month adba01a4, quarter 6cf99616, year a6a97158, fiscal_quarter 09e4c06e, fiscal_year 7b0c74f6

-- request.backlog_on_hold by month and team: ["2025-02-01","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_on_hold) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_on_hold"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 54fb565f, day a327792f, week 27312161, month b11133f7, quarter a1fec730, year 5f57f500, fiscal_quarter 796e26fd, fiscal_year 1315aab0

-- request.backlog_opened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(opened) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_opened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole bfcd43a3, day 360d1e18, week c01acb91, month 7123c7dd, quarter 5f6e8ebe, year 382a4f82, fiscal_quarter 0f5d30d7, fiscal_year a63c2e29

-- request.backlog_reopened by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(reopened) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_reopened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 0d9a353b, day a8ba80a2, week 5b49fb6b, month 07e5a2f5, quarter 3566374a, year 42f97485, fiscal_quarter ae024f64, fiscal_year 9b59a51b

-- request.backlog_moved_in by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(moved_in) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_moved_in"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 0bc29fa5, day db922d24, week 85fd37ff, month db41c338, quarter 53126d85, year 10252c7a, fiscal_quarter 709d14b0, fiscal_year 76fa82f0

-- request.backlog_fulfilled by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(resolved) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_fulfilled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole eead2504, day d9297c01, week 892ad9ca, month a016848a, quarter 6a4a79de, year 640fe33b, fiscal_quarter 7d1014fc, fiscal_year 116e4287

-- request.backlog_cancelled by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(cancelled) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_cancelled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole f5aeb500, day 56a508e4, week e1e99fa0, month 1e2e1cd9, quarter 88a2c1a0, year 6316ffb7, fiscal_quarter f93ee83e, fiscal_year e74d1030

-- request.backlog_moved_out by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(moved_out) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_moved_out"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 85ad33ac, day 5bf94f5f, week c45c748d, month 108a5011, quarter e05a85c4, year 5d7a48c3, fiscal_quarter ca4da901, fiscal_year 7715d8ea

-- request.backlog_net by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(net) FILTER (WHERE record_type = 'request') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.backlog_net"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 609bdb99, day 2606e1fd, week 26982875, month 1ac9bc87, quarter 203f93b6, year 16e3cb5b, fiscal_quarter b5b1f501, fiscal_year 599f1695

-- request.hand_overs by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("handed_date") * 12 + month("handed_date") - 1) // 12, (year("handed_date") * 12 + month("handed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_type = 'request') AS m0
  FROM fact.hand_over
  WHERE "handed_date" >= CAST($3 AS DATE) AND "handed_date" < CAST($2 AS DATE)
  GROUP BY year("handed_date") * 12 + month("handed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.hand_overs"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, location, supplier, customer, from_team, to_team, record_type
-- whole eba19c46, day df51e5fd, week a292f1b9, month 08c07223, quarter a82ef96a, year 05eee773, fiscal_quarter 2fb897f5, fiscal_year dad70c72

-- request.hand_backs by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("handed_date") * 12 + month("handed_date") - 1) // 12, (year("handed_date") * 12 + month("handed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_type = 'request' AND is_return) AS m0
  FROM fact.hand_over
  WHERE "handed_date" >= CAST($3 AS DATE) AND "handed_date" < CAST($2 AS DATE)
  GROUP BY year("handed_date") * 12 + month("handed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.hand_backs"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, location, supplier, customer, from_team, to_team, record_type
-- whole a0828d8b, day d03463a9, week b4f01528, month a51f827b, quarter edd232b2, year 0ca69acb, fiscal_quarter 0fbebcad, fiscal_year ba500b0d

-- request.hand_back_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("handed_date") * 12 + month("handed_date") - 1) // 12, (year("handed_date") * 12 + month("handed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_return THEN 1 ELSE 0 END) FILTER (WHERE record_type = 'request') AS m0
  FROM fact.hand_over
  WHERE "handed_date" >= CAST($3 AS DATE) AND "handed_date" < CAST($2 AS DATE)
  GROUP BY year("handed_date") * 12 + month("handed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.hand_back_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, location, supplier, customer, from_team, to_team, record_type
-- whole aea3e5e1, day 06d3dd6d, week 01dbd088, month 300caa49, quarter d5a7ab67, year ef82cd23, fiscal_quarter 2fe090d0, fiscal_year 009454b6

-- request.approval_wait_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(approval_wait_seconds, 0.5) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.approval_wait_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole a28faeeb, hour 0ed80576, day ca874e74, week a17aeb52, month ba26b4f9, quarter 1258cda5, year 01c66030, fiscal_quarter 00c6f859, fiscal_year 3e204800

-- request.approval_wait_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(approval_wait_seconds, 0.9) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.approval_wait_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 8a0df182, hour a201795b, day 794570b9, week 029b18b2, month 9f3f9604, quarter 1b2b1ee9, year 7748525d, fiscal_quarter 4c31536d, fiscal_year a84a09b3

-- request.approval_wait_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(approval_wait_seconds) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.approval_wait_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 3f1c7ee3, hour fb166e7e, day 4fd05fbe, week 28c6ef6d, month 0aa5e319, quarter 9c8c732a, year ff06f04e, fiscal_quarter 7495d259, fiscal_year 630c8426

-- request.rejected_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN approval = 'rejected' THEN 1 ELSE 0 END) FILTER (WHERE approval IN ('approved', 'rejected')) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.rejected_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 8f81ce80, hour 6aae9f27, day c3131955, week fecd1b5b, month 29f73e6d, quarter bb5176ac, year 0d57e067, fiscal_quarter e0846656, fiscal_year 074f6dd3

-- request.within_due_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN resolved_at <= due_at THEN 1 ELSE 0 END) FILTER (WHERE due_at IS NOT NULL) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.within_due_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 2df41b56, day 597ca8c9, week 1b213ab6, month 92bda12f, quarter 5af83cbc, year 57df4905, fiscal_quarter d30b8a51, fiscal_year 946dd3ce

-- request.first_contact_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution) THEN 1 ELSE 0 END) FILTER (WHERE record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution IS NOT NULL)) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.first_contact_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole cf85db72, day 998df8f6, week 162d72ed, month 3ddff137, quarter 33d79178, year e06a4364, fiscal_quarter 5ea63934, fiscal_year 7b1ee8b6

-- request.self_service_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN lower(channel) IN ('portal', 'self_service', 'self-service') THEN 1 ELSE 0 END) FILTER (WHERE channel IS NOT NULL) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.self_service_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 561017b4, hour bafce0e4, day 69c77ff5, week ddbbd4a8, month e28b6ce8, quarter b424a2a4, year 75f293f0, fiscal_quarter c5274a52, fiscal_year 65bf5469

-- request.automated_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_automated THEN 1 ELSE 0 END) FILTER (WHERE is_automated IS NOT NULL) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.automated_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole e406dc0f, day b080c476, week 6c36a176, month 2ab42272, quarter 842b2834, year ccd0b146, fiscal_quarter c4ffcdcc, fiscal_year e6c4144c

-- request.wrongly_assigned_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT t.record_id FROM mart.correction AS t WHERE t.record_type = 'request' AND t.field = 'team') THEN 1 ELSE 0 END) FILTER (WHERE team IS NOT NULL AND has_history) AS m0
  FROM fact.request
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($2 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.wrongly_assigned_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 74fc2d42, day 737daa53, week c25e4f1b, month 1d96f522, quarter e4126847, year c394ca62, fiscal_quarter d178c0f4, fiscal_year 0ba6632d

-- request.callers by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(DISTINCT caller) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.callers"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 7381cd37, hour f9f2704c, day 854b304d, week 35e40c05, month d73d472a, quarter 858ea730, year 8144015b, fiscal_quarter 93de3002, fiscal_year 0c604f28

-- request.with_caller by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE caller IS NOT NULL) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.with_caller"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole d0695697, hour 3845b7d7, day 0451eb88, week d0daddc1, month cc890b83, quarter 0cefd6e3, year 8c8875fe, fiscal_quarter 26c4b27a, fiscal_year 2861a4b5

-- request.per_caller by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE caller IS NOT NULL) AS m0, count(DISTINCT caller) AS m1
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", CAST(coalesce(m0, 0) AS DOUBLE) / nullif(coalesce(m1, 0), 0) AS "request.per_caller"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 4530a622, hour 678cbf72, day ad413c2a, week 6f9a04ff, month 9384d1da, quarter 78784714, year cf54fc22, fiscal_quarter 5be2d2dd, fiscal_year 7e26dfcb

-- request.password_reset_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN regexp_matches(lower(request_type), 'pass(word|wort|code)|kennwort') AND regexp_matches(lower(request_type), 'reset|zurück|unlock|forgot|vergessen') THEN 1 ELSE 0 END) FILTER (WHERE request_type IS NOT NULL) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "request.password_reset_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole 6e6ea808, hour 32120b43, day ab9b1bd0, week 806054a5, month 2476385f, quarter bd8dc1d2, year 6ba786fd, fiscal_quarter 5cfafe72, fiscal_year 74383ec2

-- request.uncovered by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE record_id NOT IN (SELECT c.record_id FROM fact.clock AS c WHERE c.record_type = 'request')) AS m0
  FROM fact.request
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "request.uncovered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval
-- whole ebb3ca75, hour 174571ff, day a109c55c, week a6606e22, month 0c9576ab, quarter c091fc89, year 258cb7b1, fiscal_quarter 991bccc2, fiscal_year 27340ef7
