-- event.count by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.count"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 9ffb32fb, hour 4e55a1a5, day 7ab3bc32, week 4a611f6f, month 7b6b5724, quarter f107b227, year 700639f3, fiscal_quarter 692ce04d, fiscal_year 5bfac179

-- event.exception by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE significance = 'exception') AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.exception"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 95f2166a, hour b72989f6, day f8749c9f, week 0373b92d, month f72a414a, quarter 8cc4b651, year 7f09c8ba, fiscal_quarter 55bc45c4, fiscal_year 8fa3a630

-- event.warning by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE significance = 'warning') AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.warning"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole dd8ba125, hour dcfa3fbf, day 73fe1d5a, week e727caed, month 55d985f6, quarter 4dc2d9ee, year 5a31a40b, fiscal_quarter b5c6625c, fiscal_year 5497da82

-- event.informational by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE significance = 'informational') AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.informational"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole ff3d7b8e, hour 022f0013, day 6a36a8b3, week 6a140cf3, month 37529297, quarter 3e06376a, year ce5bcf28, fiscal_quarter 24a8b925, fiscal_year 1e84ebed

-- event.relevant by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE NOT is_noise) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.relevant"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 670c3005, hour e2a84acf, day 2599bb1a, week 75f9a1ed, month 79d4f3bc, quarter 35c39d6d, year 6dfe17c5, fiscal_quarter e5149ab8, fiscal_year 208468ac

-- event.acted by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE NOT is_noise AND (acknowledged_at IS NOT NULL OR incident_id IS NOT NULL)) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.acted"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 03926f7f, hour e39c5a2d, day dbe82ee2, week 4c7c8c74, month 35c95ae6, quarter 115712b9, year ab1bd8a9, fiscal_quarter ad4e5527, fiscal_year 6c36e2dd

-- event.to_incident by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE incident_id IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.to_incident"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 734ae308, hour 30010091, day b2449a68, week da0c4519, month c68a2c33, quarter ee1cd73c, year 6d904111, fiscal_quarter 542f1745, fiscal_year b8875ac6

-- event.incident_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN incident_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.incident_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 52fa613b, hour e6f7d325, day fb9ad8e1, week 4dbcfb42, month f860c4f6, quarter b85eaa5b, year a2069624, fiscal_quarter c3e8b04a, fiscal_year 6d0260a1

-- event.problem_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN problem_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.problem_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 56d7ae3c, hour fa5de1e7, day da2264e2, week 0f4090ec, month b08684a5, quarter 69315312, year aee42944, fiscal_quarter cf6ffd8a, fiscal_year a4457bb6

-- event.change_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN change_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.change_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole bac91e1c, hour 412d92fc, day 9439b71d, week eb402e20, month 0b02676a, quarter 2a336624, year e8b1407b, fiscal_quarter 61ce4673, fiscal_year 0b456ca3

-- event.acted_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN (acknowledged_at IS NOT NULL OR incident_id IS NOT NULL) THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acted_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 977dc369, hour b06197a3, day 1e1d4f2f, week 09b5d9eb, month 8cf6760b, quarter 35a851f7, year c0b717e3, fiscal_quarter 7b92339b, fiscal_year 97b100b3

-- event.repeated_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_repeat THEN 1 ELSE 0 END) FILTER (WHERE is_repeat IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.repeated_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 6e3203fc, hour b4cfa68f, day 72c79646, week cbea5fd8, month dc111baf, quarter c9709cbd, year 852b3a16, fiscal_quarter 5031d043, fiscal_year 2cee369c

-- event.noise_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_noise THEN 1 ELSE 0 END) FILTER (WHERE is_noise IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.noise_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole d3bcdcaf, hour 8910fa8a, day 8b2c3f98, week 586a12a4, month c40f5b21, quarter 0412b3b5, year 155adebb, fiscal_quarter 04c65206, fiscal_year f6cccf4e

-- event.auto_resolved_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_auto_resolved THEN 1 ELSE 0 END) FILTER (WHERE is_auto_resolved IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.auto_resolved_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 57571f08, hour 00ab3798, day adb223b3, week 45076875, month 1da840c6, quarter a4751d40, year b97ec72f, fiscal_quarter 872c9ac3, fiscal_year d0188f61

-- event.acknowledge_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.5) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acknowledge_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 5a78355b, hour aba90572, day 55f77d35, week 31a6130f, month 000d1b45, quarter a304b93c, year 7a114678, fiscal_quarter edf66a8a, fiscal_year fa40fdb9

-- event.acknowledge_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.9) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acknowledge_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole ad832357, hour 66f15501, day 3c63decb, week 6d2f42b3, month 8a5a7d29, quarter 8f9c2049, year 9396167a, fiscal_quarter b7707708, fiscal_year a765ce89

-- event.acknowledge_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(acknowledge_seconds) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acknowledge_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 60d5bf4e, hour b72d3315, day 29e721c3, week 76d6961f, month e0555766, quarter ec258d10, year 12c673c2, fiscal_quarter 7d78064d, fiscal_year b561a056

-- event.known_error_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN problem_id IN (SELECT t.record_id FROM fact.problem AS t WHERE t.is_known_error) THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.known_error_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 5190e666, hour 46ddc75a, day c1e607ef, week 53252faf, month c66cba78, quarter cc0de47b, year 7946a7dc, fiscal_quarter 77760cf6, fiscal_year 91438c90

-- event.first_seen_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT t.record_id FROM mart.event_lead AS t WHERE t.is_linked) THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.first_seen_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole 9cc3830a, hour 4b47e1c2, day 262eb7f8, week 781fb578, month e7ffd3f7, quarter b3b87a81, year 6193f317, fiscal_quarter 1d74ef00, fiscal_year 5f2fd5f7

-- event.silent_failures by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE service IS NOT NULL AND record_id NOT IN (SELECT t.record_id FROM mart.event_lead AS t)) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.silent_failures"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole 2b5c8873, hour ebfc07b1, day 6f3188cd, week 5a8cf1be, month b74115fc, quarter cb53416c, year 661f27b3, fiscal_quarter 4c8ef86a, fiscal_year e9fc972d

-- event.compression_ratio by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", CAST(coalesce(m0, 0) AS DOUBLE) / nullif(coalesce(m1, 0), 0) AS "event.compression_ratio"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour
-- whole 2db02d27, hour 0060ced2, day 4bdddcf3, week 91e05272, month 865528d1, quarter abe2613c, year 4412d95b, fiscal_quarter 150fd4c0, fiscal_year 52c63d21
