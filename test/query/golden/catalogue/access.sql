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
-- whole 1fd71a64, hour 583cd324, day f719fbfb, week 1fdc7490, month 3249c162, quarter e4368dc7, year 0857a60e, fiscal_quarter bcc01d91, fiscal_year f92a2ed5

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
-- whole d99878f4, hour 43bd8587, day 4698279e, week df51b6bc, month 2b82f51d, quarter d63b330b, year b72d2bd2, fiscal_quarter 4281ec32, fiscal_year 379e378f

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
-- whole f091a297, hour 074a7622, day 0d1999fd, week 6762c5cf, month 782cd6f3, quarter d1bf70a3, year 655c585e, fiscal_quarter 776e489e, fiscal_year e0be2a0d

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
-- whole cb3452b7, hour 9e94e2b6, day 1d6d5038, week 299b932e, month 4ab2ef95, quarter c02c98b3, year 31df4094, fiscal_quarter d216882d, fiscal_year f7e7e6be

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
-- whole 79912d78, hour d1949e82, day d7bf077e, week 92e845fa, month c31392af, quarter a99441cb, year 8c5ce0d8, fiscal_quarter 955e56fb, fiscal_year 073ffd1c

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
-- whole 789c037d, day dc9f2d41, week a89d3e72, month d3be18b4, quarter 3bd4dec3, year d5228920, fiscal_quarter ebf309e9, fiscal_year 1344630c

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
-- whole 971844fa, day 167e1b0f, week 895a741c, month 3ae9fdd8, quarter d6bd2c7d, year 99cd0a1e, fiscal_quarter 3955a00c, fiscal_year c15dfbd0

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
-- whole 57e41d6f, day d7dd7160, week f7d3d1bf, month 7c8c262a, quarter 59701dd0, year 858f1749, fiscal_quarter 05bb6711, fiscal_year 76cf29d2

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
-- whole d2d797a6, hour 88b34dad, day a6dfc072, week 92f32158, month e4d1f952, quarter d61d6621, year 0285189a, fiscal_quarter 719e787a, fiscal_year 80d2bf13

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
-- whole 0af4ed31, hour 0331cdd2, day 456e34d3, week dfc784b8, month 226b6584, quarter 20c9d113, year beff7109, fiscal_quarter 491d6cf2, fiscal_year 8a193d06
