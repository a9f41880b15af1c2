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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 4ff10b19, hour e0e16574, day f44362ea, week 3b381603, month 80fdf009, quarter 721f144c, year 1fc2d154, fiscal_quarter 6f33401b, fiscal_year 7657e508

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole c2c7d335, day b70e21eb, week 33fc36af, month ce532bb8, quarter f1d24e61, year 7c2552cb, fiscal_quarter b04ef0f5, fiscal_year ca765f26

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 28adf1c1, day bb9a6a02, week d78ee847, month 40e01d36, quarter 11798560, year c3a976af, fiscal_quarter 6981495c, fiscal_year 2a6c8359

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 8dcae15d, hour 4e72f30b, day edbd233a, week 7b45e719, month 06515317, quarter cd82a170, year 95868c47, fiscal_quarter 6e00dad4, fiscal_year 92e18044

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole e21f4052, hour 91e26a05, day b41b6f82, week 8a21cbb7, month 9e3b2de7, quarter 952ba118, year 0c8ff483, fiscal_quarter 5f2397ee, fiscal_year ed656cc8

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole d050d5d3, day e0b095c1, week e7097ff4, month 9bf58de8, quarter b734fbb3, year 91e139cb, fiscal_quarter 92a62cd6, fiscal_year 6bfc451a

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 300dac03, day ff796a2d, week daca4483, month 00d6019e, quarter 069ff801, year 267f344d, fiscal_quarter b41ffa29, fiscal_year 569e8223

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole efead641

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole c1cea03c

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 54ab3034

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole f1d6e761

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole d5a188ed

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole ce262d20

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole d755ec85, day 4e14872d, week b5fdbc6d, month e15d68f6, quarter 9e232376, year 31e01a71, fiscal_quarter f8e48e80, fiscal_year 8bd7e9db

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole a362c1de, day 074ac58c, week 4521814d, month ab9db724, quarter baf7558d, year ba788b83, fiscal_quarter 08fd37dd, fiscal_year 8d385c26

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 1e96006f, day 24642580, week f6e521c2, month 5085ae33, quarter 1e492bc7, year 88d12d32, fiscal_quarter ce5d3402, fiscal_year 6baccc2c

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 81d5f1e9, day 1a19c02e, week 44f79ec6, month c38a11bb, quarter 9f17c01e, year c65ba8a3, fiscal_quarter 27f99eb5, fiscal_year cf34ab3f

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 39f9d911, hour 19c49c2d, day 5dddf790, week fc0d634a, month be779766, quarter c356c8cd, year 661e76ef, fiscal_quarter ef210800, fiscal_year 8bb64d1c

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole c1cbf590, hour ebd9810b, day 4b66bd21, week a624fc11, month 07ae34b7, quarter 5bf668d2, year 51168e55, fiscal_quarter 1ad42d79, fiscal_year 33fe8aed

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 9dded273, day cb794332, week e9b43927, month 8409c33a, quarter 2739cbe0, year 7ced1cf1, fiscal_quarter 2bf0ac7a, fiscal_year 4d9eba15

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 1001a651, day 760fd961, week 2338f98c, month efc92254, quarter 395e8d87, year dd46fa4e, fiscal_quarter 7ce500ed, fiscal_year df7710ed

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 3d7530e9, day 65374974, week 76f4d2ef, month 6a8739f5, quarter 05226b7d, year 0f04549d, fiscal_quarter e7cc07d1, fiscal_year 4db8c6a2

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 0fd137a4, day 391552b2, week 6143afca, month 5901b54f, quarter 9d80ae54, year 5adfb484, fiscal_quarter 84eb006b, fiscal_year cba8faf3

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 4c99a3c0, day 874ccdfc, week c75150c2, month bf239183, quarter 58acd223, year f042b6d5, fiscal_quarter 7214d746, fiscal_year adc57e5b

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 67f2b09b, hour 352ea1dc, day 97586393, week c4e6a97b, month 1ad9f5a1, quarter 2606cb72, year d4f95bcf, fiscal_quarter d5f819b5, fiscal_year 28e9c720

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole c8783bc6, hour 2c431b63, day 7af188dd, week f193aa4c, month f123495d, quarter 140c2b69, year 4f5e051f, fiscal_quarter 657500c8, fiscal_year 542e4f78

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole f3f0bc17, hour 397cf334, day ff3f22d5, week 3fca7c4e, month 6e569164, quarter 699eec6c, year 21df1452, fiscal_quarter dbb1ad3d, fiscal_year 6a0f6b17

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 30c84cf8, hour 46e1f330, day 41b9ca04, week 952d6419, month 0897d689, quarter 5cc5baf3, year ebaddfb3, fiscal_quarter 0f31a306, fiscal_year 471b0ebd

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
-- whole c5489d97, day f45b67bf, week 9e1a4a55, month 74ebc57e, quarter 1ed75b1f, year 819db21d, fiscal_quarter f50ca595, fiscal_year a64cb43d

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
-- whole 400b7b24, day b1633f40, week 56047641, month 230b42a8, quarter 67e2de87, year 724a9663, fiscal_quarter fd49883c, fiscal_year 6cb25961

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
-- whole b77dfda9, day 880dc3b3, week 7b085927, month 85656af2, quarter b8cb8de9, year fb09a617, fiscal_quarter 7adf5e7b, fiscal_year 8898211f

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
-- whole 2aeb27bc, day 1336840f, week 3b818fad, month babd6aec, quarter 41d1dfcb, year cec61f94, fiscal_quarter 7a2529fe, fiscal_year b885fab1

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
-- whole edeb1baf, day 49e6c1a4, week 74aeab11, month ddc3c8ab, quarter 1393cc8d, year 14661581, fiscal_quarter 879a7cb3, fiscal_year d0bb0609

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
-- whole 36d24f6d, day e7541b59, week 08aa526f, month d566a349, quarter 19b2706c, year ed827c0e, fiscal_quarter 418b1d2a, fiscal_year 7d42707e

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
-- whole f9a7477e, day eec37b1c, week 3b9d7036, month f73f3f8e, quarter ccfee3d8, year e0dc93b8, fiscal_quarter 0b5c28a8, fiscal_year c9692c4a

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
-- whole 9e8973e5, day 71f10c77, week 68b8038f, month d68acb0d, quarter 51e868b7, year 96443c42, fiscal_quarter 6d13689f, fiscal_year e14d0350

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
-- whole e7f88206, day 6374a699, week e54dd5f7, month 39f5c657, quarter 08bcfd12, year a7bc9c65, fiscal_quarter 68325e84, fiscal_year 37e9ef44

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
-- whole 72031378, day d67a475f, week 3d2d6d7f, month 14a01c1e, quarter 16b40ced, year 0be22ab5, fiscal_quarter 69405bc2, fiscal_year 618aa482

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole bdc5bc58, hour 85cfdd67, day 3777d190, week 89aad5b6, month 630f87b9, quarter 3ce90893, year 6c9d117f, fiscal_quarter 35427ed2, fiscal_year a68d5178

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole fed5ab04, hour 4b8fba98, day 9ff5d7b4, week 87fdec09, month 25c2f50d, quarter f03a2360, year b3a34e39, fiscal_quarter 3b809f80, fiscal_year 1058bcad

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole f192cc5d, hour e16f81f6, day 245bfcc5, week 441977e6, month 97087c43, quarter 907905d6, year b72eca28, fiscal_quarter 12c680cb, fiscal_year 295655d5

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 6280e0b5, hour cae22335, day 5c0081d6, week 052a848a, month 2e8ab9eb, quarter 9a8693ef, year 5cbe17cf, fiscal_quarter 713f0ce4, fiscal_year fb501f4f

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 819e676f, day 2eb95aba, week 4f2e09e8, month cd96600d, quarter a0267eaf, year 56ccf3b3, fiscal_quarter 5c89124c, fiscal_year ae19d0fd

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole dcc24da5, day 7ae6e47b, week 5ef786d1, month ccc0cb58, quarter a5562ecb, year bb69e5f5, fiscal_quarter e79be6f5, fiscal_year 3f808b6c

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole 12a21feb, hour a22de528, day 2b6f33d2, week 6247c462, month 6a4c998b, quarter f9d973fe, year a95e2437, fiscal_quarter f3785884, fiscal_year d71cbf89

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole f573ba12, day 11c16dc3, week df2d17cb, month ff2deb52, quarter b881162b, year 546348ad, fiscal_quarter 3861316a, fiscal_year 0109d1e0

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole d6a05f8b, day a4d98a6b, week d953b625, month dd7774f4, quarter b0efa6a4, year 67c9b3ab, fiscal_quarter cfc4b68c, fiscal_year 443ebba1

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole a617956d, hour fd512ef0, day 61353ffa, week 7523183f, month 31e6a4e6, quarter 3ca3ab2b, year 4c51d83a, fiscal_quarter 08f11781, fiscal_year 62bd6ab7

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole db43f118, hour 94e9d0be, day b9f78872, week 6de42c21, month 7b0a7316, quarter bde2080d, year 016bd6e7, fiscal_quarter 5a5cdab9, fiscal_year 7d293371

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole f5dcb383, hour 4013145f, day a124a7e4, week e2e62354, month f1af3bb9, quarter 2f18ea51, year e5d456e5, fiscal_quarter a8531245, fiscal_year f3aef61e

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole e0ac750a, hour 417e45d1, day c6a73140, week 4904c55f, month af52b478, quarter 5d4650cb, year 99ce68dd, fiscal_quarter a288da19, fiscal_year ded19ae7

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, request_type, approval, outcome
-- whole e209a698, hour d958adc9, day 2472d5f6, week 1f3fde66, month 32d3096d, quarter 764eee2c, year 959e7a0d, fiscal_quarter cbcd84b1, fiscal_year 6a0bc6b4
