-- access.requested by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.requested"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 1ed85133, hour 6baefcb2, day 385e38d0, week 52e7bce5, month 98e34ffc, quarter 6ee4943f, year 3a551e90, fiscal_quarter 5f6116d0, fiscal_year 235301fe

-- access.granted by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE granted_at IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.granted"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 7257fbba, hour 9b4dbc62, day 70a8bc11, week e4adf570, month 4117ec1d, quarter 68a4d0df, year 5837d91d, fiscal_quarter 77ce1f56, fiscal_year bc2435ab

-- access.revoked by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE revoked_at IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.revoked"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 000f2092, hour 85418654, day ac83af05, week 82d8608d, month f84262bd, quarter e176b41f, year bdba7478, fiscal_quarter 0769fba5, fiscal_year 49c8e1b6

-- access.active and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE granted_at IS NOT NULL AND revoked_at IS NULL) AS m0
  FROM fact.access_grant
  GROUP BY "team"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "team", coalesce(m0, 0) AS "access.active"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole a3eae787

-- access.grant_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(grant_seconds, 0.5) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.grant_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole e89cadc1, hour f4ff8dde, day fe0516f7, week 09ec2e4d, month 507ac40b, quarter 70489737, year 0d9d419d, fiscal_quarter fcdaa225, fiscal_year c2b74ca7

-- access.grant_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(grant_seconds, 0.9) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.grant_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole e5552917, hour c5b35ad5, day 29f503a0, week 1b1b2b68, month dff5ea62, quarter e1ad8433, year fb728149, fiscal_quarter 18a3bbdc, fiscal_year 854b8683

-- access.grant_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(grant_seconds) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.grant_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole b0078b19, hour c9d2c9a2, day 11bba922, week 8f9f1804, month 83a840e7, quarter 9f9ceea4, year 4bda7a8c, fiscal_quarter 1758719f, fiscal_year 4d7a4a69

-- access.revoke_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(revoke_seconds, 0.5) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoke_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole c340287a, hour f170f367, day 10b1d041, week cad6d4e0, month 92ff2973, quarter 7da5b4ff, year 50f1bd30, fiscal_quarter 5f8191cc, fiscal_year 70ab5ca5

-- access.revoke_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(revoke_seconds, 0.9) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoke_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 24d27e53, hour c5dd867a, day fc466864, week 3315c714, month b2e42c9c, quarter 05c67f5b, year 6a1821a4, fiscal_quarter 01b80a8c, fiscal_year 7aefe181

-- access.revoke_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(revoke_seconds) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoke_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 70a45b06, hour 4bea9fe8, day 8d55cfad, week 96dcaf44, month 0fac30af, quarter 27f626a7, year a9055394, fiscal_quarter 99806f59, fiscal_year 7eab726f

-- access.orphan and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_orphan) AS m0
  FROM fact.access_grant
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "access.orphan"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 4d8f0d2d

-- access.late_revocation by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_late_revocation) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.late_revocation"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 7c3deed3, hour 3a64d0e8, day 9754f4eb, week fa2c9965, month aec8d516, quarter 558297be, year 971631de, fiscal_quarter 38f29432, fiscal_year e9bb1de8

-- access.late_revocation_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_late_revocation THEN 1 ELSE 0 END) FILTER (WHERE revoke_due_at IS NOT NULL AND is_late_revocation IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.late_revocation_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 99716543, hour a720f20a, day f5d6826a, week 35a46743, month ffaf2cf5, quarter c4bf9984, year 65293e42, fiscal_quarter d34edb6d, fiscal_year a9214f98

-- access.revoked_day_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN revoke_seconds <= 86400 THEN 1 ELSE 0 END) FILTER (WHERE revoke_seconds IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoked_day_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole d23fa8b7, hour 5f67dc19, day 01b6d0d5, week 25f23b34, month e9356bfe, quarter 431d7175, year 59f56149, fiscal_quarter cd9ed173, fiscal_year bae46faa

-- access.within_target_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT is_breached THEN 1 ELSE 0 END) FILTER (WHERE is_completed AND (record_type = 'access_grant'
      OR record_type = 'request' AND record_id IN (SELECT t.request_id FROM fact.access_grant AS t WHERE t.request_id IS NOT NULL))) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.within_target_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole d35d7fcb, day b5644f6d, week 4fae3cfb, month 30939625, quarter d10e44be, year 351cbe1f, fiscal_quarter 8878e8b1, fiscal_year ab627144

-- access.recertified_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("due_date") * 12 + month("due_date") - 1) // 12, (year("due_date") * 12 + month("due_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN decided_at IS NOT NULL THEN 1 ELSE 0 END) FILTER (WHERE is_due) AS m0
  FROM fact.recertification
  WHERE "due_date" >= CAST($3 AS DATE) AND "due_date" < CAST($2 AS DATE)
  GROUP BY year("due_date") * 12 + month("due_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.recertified_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, entitlement, person
-- whole 98a131aa, day 69e49f04, week 9d6b0d40, month 305e0852, quarter 46377482, year 09486de0, fiscal_quarter 31302cd1, fiscal_year 8f83549f

-- access.recertified_on_time_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("due_date") * 12 + month("due_date") - 1) // 12, (year("due_date") * 12 + month("due_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN decided_at IS NOT NULL AND decided_at <= due_at THEN 1 ELSE 0 END) FILTER (WHERE is_due) AS m0
  FROM fact.recertification
  WHERE "due_date" >= CAST($3 AS DATE) AND "due_date" < CAST($2 AS DATE)
  GROUP BY year("due_date") * 12 + month("due_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.recertified_on_time_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, entitlement, person
-- whole 276535b7, day c3ab1e8a, week 196ec6ed, month afa42c5c, quarter fbeb2013, year ef08c09c, fiscal_quarter feecfd4b, fiscal_year d3bc51bd

-- access.without_verdict and team: []
WITH read0 AS (
  SELECT CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_due AND is_latest AND is_active AND decided_at IS NULL) AS m0
  FROM fact.recertification
  GROUP BY "team"
),
answer AS (…)
SELECT d0 AS "team", coalesce(m0, 0) AS "access.without_verdict"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by team, service, entitlement, person
-- whole 9330a5cd

-- access.unapproved by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE granted_at IS NOT NULL AND (approved_at IS NULL OR approved_at > granted_at)) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.unapproved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 57e3a0cd, hour bb948bc9, day e738dbc2, week 1022eb14, month 769d2127, quarter aa1b9822, year 1b180688, fiscal_quarter 0c3edbe2, fiscal_year b931bd52

-- access.unapproved_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN (approved_at IS NULL OR approved_at > granted_at) THEN 1 ELSE 0 END) FILTER (WHERE granted_at IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.unapproved_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 16794f1e, hour 32602532, day 1492798a, week a6618591, month 029859df, quarter 48521a7c, year d05a0ee9, fiscal_quarter 33623c6a, fiscal_year 464e604c
