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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (revoke_due_at IS NOT NULL AND is_late_revocation IS NOT NULL) AND (is_late_revocation)) AS DOUBLE) / nullif(count(*) FILTER (WHERE revoke_due_at IS NOT NULL AND is_late_revocation IS NOT NULL), 0) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.late_revocation_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 8c2c76b6, hour 69ed6816, day e449a815, week b6423f18, month 0740e562, quarter 5d878088, year b29a6089, fiscal_quarter d5c7e312, fiscal_year d7926886

-- access.revoked_day_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (revoke_seconds IS NOT NULL) AND (revoke_seconds <= 86400)) AS DOUBLE) / nullif(count(*) FILTER (WHERE revoke_seconds IS NOT NULL), 0) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoked_day_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole bb652408, hour fc025a4c, day befe3690, week 9b943004, month 4a8d69ce, quarter 819bf7a6, year f82f9eda, fiscal_quarter 3fcf00b5, fiscal_year cbcd1f5f

-- access.within_target_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_completed AND (record_type = 'access_grant'
      OR record_type = 'request' AND record_id IN (SELECT t.request_id FROM fact.access_grant AS t WHERE t.request_id IS NOT NULL))) AND (NOT is_breached)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_completed AND (record_type = 'access_grant'
      OR record_type = 'request' AND record_id IN (SELECT t.request_id FROM fact.access_grant AS t WHERE t.request_id IS NOT NULL))), 0) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.within_target_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole f069941a, day 862d9654, week 4c695396, month 5d43b409, quarter 39e5da06, year d19fac61, fiscal_quarter e783ee32, fiscal_year c9d8c034

-- access.recertified_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("due_date") * 12 + month("due_date") - 1) // 12, (year("due_date") * 12 + month("due_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_due) AND (decided_at IS NOT NULL)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_due), 0) AS m0
  FROM fact.recertification
  WHERE "due_date" >= CAST($3 AS DATE) AND "due_date" < CAST($2 AS DATE)
  GROUP BY year("due_date") * 12 + month("due_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.recertified_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, entitlement, person
-- whole ad482f25, day 14f05820, week 60974be6, month 56e550ea, quarter ad732274, year abeb7641, fiscal_quarter 1f5f693d, fiscal_year 019bcb10

-- access.recertified_on_time_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("due_date") * 12 + month("due_date") - 1) // 12, (year("due_date") * 12 + month("due_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_due) AND (decided_at IS NOT NULL AND decided_at <= due_at)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_due), 0) AS m0
  FROM fact.recertification
  WHERE "due_date" >= CAST($3 AS DATE) AND "due_date" < CAST($2 AS DATE)
  GROUP BY year("due_date") * 12 + month("due_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.recertified_on_time_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, entitlement, person
-- whole a0ed1fec, day a02711b8, week 0da104b5, month a30c028c, quarter b2fa5b75, year 0e528293, fiscal_quarter a9333fbf, fiscal_year 171428a5

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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (granted_at IS NOT NULL) AND ((approved_at IS NULL OR approved_at > granted_at))) AS DOUBLE) / nullif(count(*) FILTER (WHERE granted_at IS NOT NULL), 0) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.unapproved_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 1e97259d, hour b213f545, day 699ebfbe, week 9aa14f11, month 054ad6ba, quarter ef125cf7, year fb783848, fiscal_quarter fa372e6e, fiscal_year 4c05f056
