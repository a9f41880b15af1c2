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
-- whole 01d9eb70, hour 2ac9b6a1, day cba2694d, week 82e4f5e2, month 4debb20f, quarter 052d407a, year 12d44c1b, fiscal_quarter 3a2a1027, fiscal_year c4de3d0b

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
-- whole ec0e84a6, hour 5df34b88, day ca682453, week e7d114e4, month f34474c9, quarter 3aba8aa8, year 4ce1fac1, fiscal_quarter 6ee91085, fiscal_year 0a06453c

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
-- whole 115883e5, hour cbeda610, day c3b0406a, week 14390b84, month 6521a327, quarter 07a9b3f7, year 5f589506, fiscal_quarter 0e2324d7, fiscal_year 5a018070

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
-- whole 03cd2162, hour 46e5a8f8, day ea9f7778, week 3c181308, month 3f378d64, quarter 741b72b4, year 1a18dafd, fiscal_quarter 82aebe34, fiscal_year f9766a5b

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
-- whole 3cf767a7, hour 1d8762af, day 81b123f4, week d3920736, month 10420a22, quarter 99ea0e51, year 0e4b3cff, fiscal_quarter f04ca3a5, fiscal_year a9542b5e

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
-- whole 6c1870ec, hour 1e062069, day 798df9e0, week 0a6dfd43, month 4fa2d994, quarter bdf88037, year b1aa2139, fiscal_quarter 3ba87e97, fiscal_year cc08cfb1

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
-- whole 7b96fea5, hour 0eaa2cac, day 6cacbfaf, week 5a54c0db, month 9a1913a5, quarter 48899640, year d5f6b532, fiscal_quarter 377a9b80, fiscal_year 840909f1

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
-- whole bbf67784, hour f098408d, day 47e6055a, week b807ebe8, month a4fc81c9, quarter 2d81e112, year 5a77a131, fiscal_quarter 6bed101d, fiscal_year 4b6e95fd

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
-- whole 123c9dab, hour 3304f6e5, day ee4550f0, week 7c1e301a, month 41d50781, quarter a2b94e38, year 5d7ce6b8, fiscal_quarter b3043126, fiscal_year e243a44a

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole bec43177, hour 7f6813cd, day ecbc130f, week 08eee75c, month 5dbe865e, quarter ba821dc2, year 94d499c6, fiscal_quarter 2d9500c3, fiscal_year 2fc65d9d

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
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 7cbb6689, hour b57c6893, day 316dbb80, week bdeb521c, month f389c9ad, quarter 98a0ca61, year 7fd5bf3d, fiscal_quarter 5a3502dc, fiscal_year bb14e0ca

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
