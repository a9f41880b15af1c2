-- access.requested by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.requested"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 1ed85133, hour e500b645, day d82dd1c2, week 7683e20c, month f1a069db, quarter ebdcccdc, year 4d944b0a, fiscal_quarter 9951208d, fiscal_year 6648b4ee

-- access.granted by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE granted_at IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.granted"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 7257fbba, hour 8c977d54, day f802cd38, week 48b2b576, month 3d1c0126, quarter 533ba49b, year 60804db9, fiscal_quarter 8919f53a, fiscal_year ad8fa5e9

-- access.revoked by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE revoked_at IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.revoked"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 000f2092, hour a804ed2f, day 16e3e791, week c752d23f, month 44332996, quarter 2359d90e, year cf7eb2c1, fiscal_quarter 39637240, fiscal_year 24d30a62

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

-- access.grant_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(grant_seconds, 0.5) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.grant_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole e89cadc1, hour 17fe8ec5, day 8e42105f, week 6b9a4abd, month 5b3b2f59, quarter f75e5a1e, year 884cb9f9, fiscal_quarter c7f57245, fiscal_year f16606e9

-- access.grant_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(grant_seconds, 0.9) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.grant_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole e5552917, hour 09617f48, day 89f6a290, week ece12f96, month a23d0745, quarter e8930012, year 38fe5402, fiscal_quarter 5a1f464e, fiscal_year 61ba72a9

-- access.grant_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(grant_seconds) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.grant_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole b0078b19, hour 6bd8673c, day f883cae2, week fdc8e338, month fb6632d3, quarter 1dc0423f, year 045d14fa, fiscal_quarter 6f41de1b, fiscal_year 6b47a484

-- access.revoke_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(revoke_seconds, 0.5) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoke_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole c340287a, hour a37473e3, day 6f5d61e8, week fb2f53b0, month b9798c6c, quarter 37b68807, year de68bbb7, fiscal_quarter 893b1adc, fiscal_year 5bce3427

-- access.revoke_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(revoke_seconds, 0.9) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoke_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 24d27e53, hour 61581bbb, day 83dbd827, week bb5cf976, month 94357acc, quarter caced476, year a48ac61c, fiscal_quarter a33e5aac, fiscal_year 4f49fbf7

-- access.revoke_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(revoke_seconds) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoke_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 70a45b06, hour aff30e18, day e61f3c70, week e77cfc91, month 90ea4c72, quarter bb75b924, year cc6ff4b9, fiscal_quarter c7bf04a4, fiscal_year 86ff9949

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

-- access.late_revocation by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_late_revocation) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.late_revocation"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 7c3deed3, hour f7068d30, day f88f6e7f, week 1603f1ce, month b6556bb6, quarter a40b39a3, year aaac71ed, fiscal_quarter 5ff55cfd, fiscal_year 054fdb71

-- access.late_revocation_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_late_revocation THEN 1 ELSE 0 END) FILTER (WHERE revoke_due_at IS NOT NULL AND is_late_revocation IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.late_revocation_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 99716543, hour a9936203, day d5aa1bef, week aac59ff7, month be220a1f, quarter f6f5b46d, year 51d60718, fiscal_quarter d79e47ff, fiscal_year 9d9308b0

-- access.revoked_day_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN revoke_seconds <= 86400 THEN 1 ELSE 0 END) FILTER (WHERE revoke_seconds IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.revoked_day_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole d23fa8b7, hour e0310adc, day 7e76c8b2, week 652c2c84, month b64d1c61, quarter 15b5a796, year 0484869e, fiscal_quarter 6fe1b652, fiscal_year b9a0422f

-- access.within_target_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN NOT is_breached THEN 1 ELSE 0 END) FILTER (WHERE is_completed AND (record_type = 'access_grant'
      OR record_type = 'request' AND record_id IN (SELECT t.request_id FROM fact.access_grant AS t WHERE t.request_id IS NOT NULL))) AS m0
  FROM fact.clock
  WHERE "stop_date" >= CAST($2 AS DATE) AND "stop_date" < CAST($3 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.within_target_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, category, supplier, customer, family, breach_weekday, breach_hour, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, stopped_by, calendar_source
-- whole d35d7fcb, day 3bddc361, week 355ce260, month 58bd7195, quarter 75eff916, year 8455cf92, fiscal_quarter 52263008, fiscal_year 34f2011e

-- access.recertified_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("due_date") * 12 + month("due_date") - 1) // 12, (year("due_date") * 12 + month("due_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN decided_at IS NOT NULL THEN 1 ELSE 0 END) FILTER (WHERE is_due) AS m0
  FROM fact.recertification
  WHERE "due_date" >= CAST($2 AS DATE) AND "due_date" < CAST($3 AS DATE)
  GROUP BY year("due_date") * 12 + month("due_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.recertified_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, entitlement, person
-- whole 98a131aa, day 5bb390c9, week e3bef21d, month 930a37e9, quarter 26e4156e, year 1e42269d, fiscal_quarter 29c792da, fiscal_year 70afa47f

-- access.recertified_on_time_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("due_date") * 12 + month("due_date") - 1) // 12, (year("due_date") * 12 + month("due_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN decided_at IS NOT NULL AND decided_at <= due_at THEN 1 ELSE 0 END) FILTER (WHERE is_due) AS m0
  FROM fact.recertification
  WHERE "due_date" >= CAST($2 AS DATE) AND "due_date" < CAST($3 AS DATE)
  GROUP BY year("due_date") * 12 + month("due_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.recertified_on_time_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, entitlement, person
-- whole 276535b7, day 5f2a2419, week b3c0b999, month d26a2c0a, quarter 7ca15c03, year acaa407e, fiscal_quarter b59a8e09, fiscal_year 02084b33

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

-- access.unapproved by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE granted_at IS NOT NULL AND (approved_at IS NULL OR approved_at > granted_at)) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "access.unapproved"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 57e3a0cd, hour 9c7da601, day 01a0db95, week df42129c, month 9efc6800, quarter c280befc, year bbc7a819, fiscal_quarter c96839d1, fiscal_year cc206f8c

-- access.unapproved_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN (approved_at IS NULL OR approved_at > granted_at) THEN 1 ELSE 0 END) FILTER (WHERE granted_at IS NOT NULL) AS m0
  FROM fact.access_grant
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "access.unapproved_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, state, state_source, opened_weekday, opened_hour, entitlement, approver, person
-- whole 16794f1e, hour f30507fb, day 20854dcf, week e7328040, month cf939c82, quarter 2068197c, year 41695855, fiscal_quarter 41452b2d, fiscal_year 6102ed1b
