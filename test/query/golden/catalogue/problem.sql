-- problem.opened by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.opened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole deb7254c, hour 341af2fd, day 3aa075fe, week 5027e609, month 9ae75ca2, quarter 37bfeee6, year 44831028, fiscal_quarter 57d81a5a, fiscal_year 2918656d

-- problem.resolved by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.resolved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 2c1d7e4f, day 8369c5ae, week 4f10f75e, month 66eb69b4, quarter c66bacee, year ef5f1bf1, fiscal_quarter faf86eec, fiscal_year 59407762

-- problem.closed by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.problem
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.closed"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 4f972e0f, day 45dd8449, week bc0a37b0, month 7bdf16d3, quarter 1bc8b407, year 09059548, fiscal_quarter 9afb3d28, fiscal_year 322f593f

-- problem.cancelled by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_cancelled) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.cancelled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole be6c5b3c, hour 59696f19, day 12d2b386, week 5f049dd3, month 8b7b2e37, quarter 7b42c86c, year 7b7efec7, fiscal_quarter 6d5c7ca8, fiscal_year 4d9f1f4f

-- problem.cancelled_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_cancelled THEN 1 ELSE 0 END) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.cancelled_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 3793a901, hour f8063ce2, day e9a88166, week 4c34477d, month 8a222c51, quarter b7a01934, year 4b4af9fe, fiscal_quarter bce55256, fiscal_year 52ed940c

-- problem.backlog_growth by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) - coalesce(m1, 0) AS "problem.backlog_growth"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 8453fa37, day d9420fb4, week 250fadd7, month 357dd38b, quarter df4df41b, year 7949b1bb, fiscal_quarter e0d4744d, fiscal_year a65fb59c

-- problem.closure_rate by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", CAST(coalesce(m0, 0) AS DOUBLE) / nullif(coalesce(m1, 0), 0) AS "problem.closure_rate"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 731ee916, day 71080109, week 658f420c, month 2bbe2aed, quarter 9c5ac03c, year 9811104c, fiscal_quarter 6a960a80, fiscal_year 7e991147

-- problem.open and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_open) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "team", coalesce(m0, 0) AS "problem.open"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole fb9ed341

-- problem.open_age_seconds_median and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, quantile_cont(age_seconds, 0.5) FILTER (WHERE is_open) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "problem.open_age_seconds_median"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 394b6f57

-- problem.open_age_seconds_p90 and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, quantile_cont(age_seconds, 0.9) FILTER (WHERE is_open) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "problem.open_age_seconds_p90"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 03d66b62

-- problem.open_age_seconds_mean and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(age_seconds) FILTER (WHERE is_open) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "problem.open_age_seconds_mean"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 14046bab

-- problem.not_updated_5d_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN update_age_seconds > 432000 THEN 1 ELSE 0 END) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "problem.not_updated_5d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 5de3a96e

-- problem.not_updated_30d_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN update_age_seconds > 2592000 THEN 1 ELSE 0 END) FILTER (WHERE is_open AND update_age_seconds IS NOT NULL) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "problem.not_updated_30d_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 6d7891a0

-- problem.resolve_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(resolve_seconds, 0.5) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.resolve_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 242e25a9, day d32005a4, week f5304f8b, month 346dd4c5, quarter 10411931, year 14830926, fiscal_quarter f5e46742, fiscal_year 3f9dda7f

-- problem.resolve_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(resolve_seconds, 0.9) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.resolve_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole b6b2942e, day adf8ec1c, week a0df84ae, month 82abc9dc, quarter c64f6ab5, year 84c2c3a8, fiscal_quarter 76245f84, fiscal_year 32409c17

-- problem.resolve_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(resolve_seconds) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.resolve_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 7e7aa028, day 0b34739f, week ca9dc3a1, month f6cdd11c, quarter a69011c8, year 9a558310, fiscal_quarter 9594ee17, fiscal_year ad02e705

-- problem.same_day_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN resolved_date = opened_date THEN 1 ELSE 0 END) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.same_day_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 083c415f, day 2ba93eb9, week 4fc38288, month 4fa9d5b9, quarter 9f2dcbf9, year 9dec40db, fiscal_quarter 9453e8f8, fiscal_year 80b2e9f2

-- problem.reopened by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_reopened) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.reopened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole c387c37c, hour d6b6acdc, day 6d934445, week 51b475c8, month 1744f132, quarter 98c87ade, year 317eec2b, fiscal_quarter 4717fdc7, fiscal_year a3b9e5fd

-- problem.reassigned by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_reassigned) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.reassigned"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 50017524, hour 02432b10, day 38d55993, week acfd053a, month 420a0ca2, quarter 0f63c0f2, year 66ab3012, fiscal_quarter 2172d5b5, fiscal_year 4dea7e75

-- problem.reopened_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_reopened THEN 1 ELSE 0 END) FILTER (WHERE is_reopened IS NOT NULL) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.reopened_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 995b7104, day f011b2e7, week f0c7b637, month 003f4a15, quarter b28674d5, year 7ed8f67a, fiscal_quarter ed9899eb, fiscal_year 8995653d

-- problem.reassigned_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_reassigned THEN 1 ELSE 0 END) FILTER (WHERE is_reassigned IS NOT NULL) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.reassigned_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 55d4584d, day a72b1ffc, week 66d90834, month 4dad6cc1, quarter 3b03ca82, year a7025170, fiscal_quarter 30e3ce19, fiscal_year 0d58e7c4

-- problem.mean_reassignments by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(reassignment_count) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.mean_reassignments"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 0df3abef, day 192c0bce, week 196d2684, month a496889c, quarter 3ae7d34c, year 480f633f, fiscal_quarter f89253f6, fiscal_year 8bcddcba

-- problem.mean_reassignments_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(reassignment_count, 0.5) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.mean_reassignments_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole f08d31ae, day 76e22a7c, week 33770e34, month 708f6b48, quarter 6220be35, year 3d757916, fiscal_quarter 2d759ac0, fiscal_year a04ef338

-- problem.mean_reassignments_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("resolved_date") * 12 + month("resolved_date") - 1) // 12, (year("resolved_date") * 12 + month("resolved_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(reassignment_count, 0.9) AS m0
  FROM fact.problem
  WHERE "resolved_date" >= CAST($2 AS DATE) AND "resolved_date" < CAST($3 AS DATE)
  GROUP BY year("resolved_date") * 12 + month("resolved_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.mean_reassignments_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 27d5bbc6, day 0329370f, week 88d4a51a, month 8c59b712, quarter a3680304, year 6981b95d, fiscal_quarter f01fddcd, fiscal_year 13782976

-- problem.acknowledge_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.5) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.acknowledge_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 85fa3881, hour 97066dbd, day 7b94e1be, week 607e5d95, month 7cf00ce0, quarter e4f3c614, year 00dff3b3, fiscal_quarter 1fdd9c20, fiscal_year 89286c4f

-- problem.acknowledge_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.9) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.acknowledge_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 7e8241b5, hour 58b09d8c, day f402dd20, week e6497b5c, month 1b4008e5, quarter 7d7c644e, year 70dfff27, fiscal_quarter 3ae6b841, fiscal_year 807fc4b7

-- problem.acknowledge_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(acknowledge_seconds) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.acknowledge_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole e221974d, hour 36ed2093, day a1c88eca, week b418e9af, month 1af16603, quarter 53fd4b80, year f453a3dc, fiscal_quarter 18fb1639, fiscal_year 0fa0df3b

-- problem.made_sla_source_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT has_breached_source THEN 1 ELSE 0 END) FILTER (WHERE has_breached_source IS NOT NULL) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.made_sla_source_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 6442bbaa, hour 4155cb6e, day d2b85dda, week 4092d522, month 92390fd8, quarter b8cea090, year a884aee3, fiscal_quarter 1721f0f0, fiscal_year 46367d88

-- problem.backlog by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","[2025-02-28, 2025-03-31, 2025-04-30, 2025-05-31, 2025-06-30, 2025-07-31, 2025-08-31, 2025-09-30, 2025-10-31, 2025-11-30, 2025-12-31, 2026-01-31, 2026-02-28, 2026-03-18]"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($2 AS DATE[])) AS last_day
),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole ba595020, day 5120cbb7, week 7610b3e7, month 2fda8261, quarter 6061610c, year 282749e0, fiscal_quarter 6061610c, fiscal_year 282749e0

-- problem.backlog_new by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","[2025-02-28, 2025-03-31, 2025-04-30, 2025-05-31, 2025-06-30, 2025-07-31, 2025-08-31, 2025-09-30, 2025-10-31, 2025-11-30, 2025-12-31, 2026-01-31, 2026-02-28, 2026-03-18]"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_new) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_new"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 2ab05d66, day 77724767, week 04aa7673, month 81b5ec7c, quarter ab8945e9, year 3ab1d2b2, fiscal_quarter ab8945e9, fiscal_year 3ab1d2b2

-- problem.backlog_in_progress by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","[2025-02-28, 2025-03-31, 2025-04-30, 2025-05-31, 2025-06-30, 2025-07-31, 2025-08-31, 2025-09-30, 2025-10-31, 2025-11-30, 2025-12-31, 2026-01-31, 2026-02-28, 2026-03-18]"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_in_progress) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_in_progress"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 43fed23b, day 2b6edbe9, week 352be6b6, month c4d8d885, quarter dc6284ce, year 221720a7, fiscal_quarter dc6284ce, fiscal_year 221720a7

-- problem.backlog_on_hold by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","[2025-02-28, 2025-03-31, 2025-04-30, 2025-05-31, 2025-06-30, 2025-07-31, 2025-08-31, 2025-09-30, 2025-10-31, 2025-11-30, 2025-12-31, 2026-01-31, 2026-02-28, 2026-03-18]"]
WITH spine AS (…),
read0 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog_on_hold) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_daily JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_on_hold"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 36584748, day 73b0ab7d, week c7a1bf0f, month 0042e09e, quarter 9fd8cbc3, year b66b12ca, fiscal_quarter 9fd8cbc3, fiscal_year b66b12ca

-- problem.backlog_opened by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(opened) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_opened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 3329422b, day faaa9d47, week 51ed7b6d, month fa533a8e, quarter 48ef5d42, year 54943914, fiscal_quarter 3f3cb363, fiscal_year fd75451c

-- problem.backlog_reopened by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(reopened) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_reopened"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole e169a0ad, day 4d082e34, week 7b410edf, month ed00135d, quarter 85c435ab, year 7a776eb5, fiscal_quarter 4170b997, fiscal_year 849fd6a8

-- problem.backlog_moved_in by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(moved_in) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_moved_in"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 22f461e1, day 88face6a, week 1e6003a5, month febcd46c, quarter ffd654b1, year a9eecc96, fiscal_quarter 20d3db37, fiscal_year 7e644036

-- problem.backlog_resolved by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(resolved) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_resolved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 2dcbc6f8, day 9f5a785d, week 779b55a4, month d360fb86, quarter 5e19510a, year ba0c1b4b, fiscal_quarter eb386822, fiscal_year b0c14af0

-- problem.backlog_cancelled by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(cancelled) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_cancelled"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 2c152531, day f1e9ee7d, week d2abcea8, month 3f555a5d, quarter 26f11a19, year b6f98e53, fiscal_quarter 6f480ea2, fiscal_year 38d165ed

-- problem.backlog_moved_out by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(moved_out) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_moved_out"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole 2687b061, day f14d6547, week c32d5360, month 4cabde6b, quarter 9d6fb46b, year d17145c7, fiscal_quarter a82a5fb1, fiscal_year f8a4a01c

-- problem.backlog_net by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(net) FILTER (WHERE record_type = 'problem') AS BIGINT) AS m0
  FROM mart.backlog_change
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.backlog_net"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, record_type
-- whole b290f40c, day eea9b45d, week 6b7d4618, month d286c2a9, quarter 3b030be6, year 77bab4ce, fiscal_quarter 49bca068, fiscal_year dd055d5a

-- problem.to_change by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE change_id IS NOT NULL) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.to_change"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole ae34ba2c, hour df4cbe03, day be81d698, week 9795499d, month 707c8793, quarter 15589ba8, year 8b99fca4, fiscal_quarter 9395eec5, fiscal_year 604ee252

-- problem.known_errors by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_known_error) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.known_errors"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 2018c884, hour fb00d341, day 843fcd99, week 976b8bc3, month 7cdf3ccf, quarter f8fe41bc, year f95cae5c, fiscal_quarter 2261deda, fiscal_year bac37ace

-- problem.known_errors_open and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_open AND is_known_error) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "problem.known_errors_open"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole a7468a9e

-- problem.known_error_share and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_known_error THEN 1 ELSE 0 END) FILTER (WHERE is_open AND is_known_error IS NOT NULL) AS m0
  FROM fact.problem
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", m0 AS "problem.known_error_share"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole b8f33f01

-- problem.workaround_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN has_workaround THEN 1 ELSE 0 END) FILTER (WHERE has_workaround IS NOT NULL) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.workaround_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 56b9af76, hour 357807cd, day afacd9d7, week 3e1a3774, month 36b367cf, quarter 0e1dc78e, year 63d4e634, fiscal_quarter fbd22bf3, fiscal_year a20af5a0

-- problem.known_errors_recorded by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("known_error_date") * 12 + month("known_error_date") - 1) // 12, (year("known_error_date") * 12 + month("known_error_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.problem
  WHERE "known_error_date" >= CAST($2 AS DATE) AND "known_error_date" < CAST($3 AS DATE)
  GROUP BY year("known_error_date") * 12 + month("known_error_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.known_errors_recorded"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole b69f3095, day bab5f6b1, week dd4e04ac, month 9c60e6bb, quarter bd311af5, year dc033050, fiscal_quarter f773b4e0, fiscal_year 5a8d8c6d

-- problem.workaround_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(workaround_seconds, 0.5) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.workaround_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole c86e1ac1, hour 2e670764, day c8a8f5ef, week 483996a0, month 7d031238, quarter f43e52fa, year 02617ddb, fiscal_quarter 40f6db3c, fiscal_year 90823fe8

-- problem.workaround_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(workaround_seconds, 0.9) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.workaround_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole c6c52804, hour d3ebffde, day 925e6cc6, week e56d2f50, month e011bdeb, quarter b483bbda, year 53138ace, fiscal_quarter 3dfab5cb, fiscal_year bf1b9ef8

-- problem.workaround_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(workaround_seconds) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.workaround_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 836889f2, hour 7d1d8e9b, day 939b59fc, week f633076e, month 8b89b023, quarter 5e8ef06a, year b3c7c486, fiscal_quarter 3408b28c, fiscal_year b1e48644

-- problem.fix_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(fix_seconds, 0.5) AS m0
  FROM fact.problem
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.fix_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 6ebfe65d, day a434b07a, week e93d78fc, month 6eee801f, quarter 4dc9b892, year 0f9cb9b3, fiscal_quarter c7b2ee7e, fiscal_year 477cd004

-- problem.fix_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(fix_seconds, 0.9) AS m0
  FROM fact.problem
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.fix_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole ee0faa2f, day 302c6734, week 8ec39724, month ad1922c2, quarter e9ead437, year 2c704ecb, fiscal_quarter f734a225, fiscal_year 7cee3b7d

-- problem.fix_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(fix_seconds) AS m0
  FROM fact.problem
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.fix_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 3d82a4e3, day 74aac0e4, week cad077e9, month ea960365, quarter 46f0d796, year 4688c42e, fiscal_quarter 40e479c6, fiscal_year 4ce237f2

-- problem.diagnose_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(diagnose_seconds, 0.5) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.diagnose_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole e17684d5, hour 002bd689, day 8dbc4ee6, week d7b6c9dd, month 98fa17bd, quarter eed75818, year d80bdf49, fiscal_quarter 37e53fa3, fiscal_year b3321f1a

-- problem.diagnose_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(diagnose_seconds, 0.9) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.diagnose_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole c06d21af, hour 58670816, day 010f279a, week c7b129ad, month ce20ba9f, quarter 60e15fe9, year 47576681, fiscal_quarter ec9c58db, fiscal_year 9d6fde6f

-- problem.diagnose_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(diagnose_seconds) AS m0
  FROM fact.problem
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.diagnose_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 91352e69, hour 17f8cb88, day a0a7a4cd, week 87aaf435, month 0896fe8e, quarter c712ad45, year cdf23e5a, fiscal_quarter 5ba622fb, fiscal_year 6d0b36bc

-- problem.no_closure_note_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN resolution_notes IS NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.problem
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.no_closure_note_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, age_band, is_open, opened_weekday, opened_hour, is_known_error
-- whole 9f62428f, day c4946f67, week 11132e20, month 8dab04be, quarter db3a5b5b, year a0297715, fiscal_quarter 6f790c51, fiscal_year f3cc6d11

-- problem.linked_incidents by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE problem_id IS NOT NULL) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.linked_incidents"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole a040b2bd, hour 11cd0a35, day 536bb7a7, week 98e9ac06, month 5bed3f8f, quarter 0e3d9916, year 58c7a75c, fiscal_quarter bd25b87e, fiscal_year 95af7f1b

-- problem.problems_with_incidents by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(DISTINCT problem_id) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.problems_with_incidents"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole ef9049a9, hour 516c207c, day 6ac80c3d, week 116d8dad, month 7ace075c, quarter 2e22a3ae, year 157a36bf, fiscal_quarter e26dfd91, fiscal_year 45ae9484

-- problem.incidents_per_problem by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE problem_id IS NOT NULL) AS m0, count(DISTINCT problem_id) AS m1
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", CAST(coalesce(m0, 0) AS DOUBLE) / nullif(coalesce(m1, 0), 0) AS "problem.incidents_per_problem"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole f7a7b5e5, hour bf2691e6, day 02826106, week 3d3c9ab1, month 9f617755, quarter be8dda2a, year 7f042285, fiscal_quarter 7a152aa2, fiscal_year cb8a698f

-- problem.recurrence_before by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(before_count) AS BIGINT) AS m0
  FROM mart.problem_recurrence
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.recurrence_before"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, family, is_known_error
-- whole 255d5217, day fc3e36c1, week db6c898b, month 907e9918, quarter ee2c5ef6, year 3dfe05fd, fiscal_quarter eb701e92, fiscal_year 52bb3fc0

-- problem.recurrence_after by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(after_count) AS BIGINT) AS m0
  FROM mart.problem_recurrence
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.recurrence_after"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, family, is_known_error
-- whole cf78d824, day d4641d87, week c42c9b69, month 1c55332c, quarter 6f58aff4, year ebb77ce7, fiscal_quarter f9bd256c, fiscal_year 9f224ad9

-- problem.recurrence by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("closed_date") * 12 + month("closed_date") - 1) // 12, (year("closed_date") * 12 + month("closed_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(after_count) AS DOUBLE) / nullif(sum(before_count), 0) AS m0
  FROM mart.problem_recurrence
  WHERE "closed_date" >= CAST($2 AS DATE) AND "closed_date" < CAST($3 AS DATE)
  GROUP BY year("closed_date") * 12 + month("closed_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.recurrence"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, family, is_known_error
-- whole 3e635aa8, day a80c0bb7, week 44d82f58, month 44431b2e, quarter 401bc452, year 69fa7ba6, fiscal_quarter 29ae45bf, fiscal_year bcf569d5

-- problem.pareto_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT t.record_id FROM fact.family_member AS t WHERE t.family_id IN (
      SELECT f.family_id FROM mart.family AS f QUALIFY row_number() OVER (ORDER BY f.member_count DESC, f.family_id) <= ceil(0.2 * count(*) OVER ()))) THEN 1 ELSE 0 END) FILTER (WHERE record_id IN (SELECT t.record_id FROM fact.family_member AS t WHERE t.record_type = 'incident')) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "problem.pareto_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole b718f087, hour b04818e5, day 753a1837, week 12522f30, month 45b5f532, quarter 0310c6f5, year acc2ea30, fiscal_quarter 81cc495a, fiscal_year 4c8b62a3

-- problem.lost_without_known_error by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(lost_seconds) FILTER (WHERE record_id IN (SELECT t.record_id FROM fact.family_member AS t JOIN mart.family AS f USING (family_id) WHERE t.is_counted AND f.known_error_id IS NULL)) AS BIGINT) AS m0
  FROM (SELECT r.*, l.lost_seconds FROM fact.incident AS r LEFT JOIN mart.lost_time AS l ON l.record_id = r.record_id) AS incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "problem.lost_without_known_error"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole d5fc4905, hour 61f1063c, day 185752cc, week 9de7398b, month 92960157, quarter 7daba804, year 6b854b08, fiscal_quarter 89932fb5, fiscal_year a54e6380
