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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE incident_id IS NOT NULL) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.incident_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole fcd822f2, hour c641ff5c, day 652593cd, week 07c37f1b, month b4724eb6, quarter 66f1a7f8, year 6f801beb, fiscal_quarter 158f2380, fiscal_year de157bf1

-- event.problem_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE problem_id IS NOT NULL) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.problem_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 1d0ffa55, hour f9418b71, day da663e98, week ac575999, month 9b13959c, quarter 3e5285d4, year 71f4b20a, fiscal_quarter ae901e56, fiscal_year 99bef20a

-- event.change_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE change_id IS NOT NULL) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.change_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole ce53f9ea, hour 96b41f75, day bdf5964a, week 065c853c, month 1ee0613c, quarter caf195af, year 9eb9aa3c, fiscal_quarter 436829ee, fiscal_year 66cc99be

-- event.acted_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (acknowledged_at IS NOT NULL OR incident_id IS NOT NULL)) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acted_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole bff6becd, hour 359c881e, day ced22680, week 312e3ec0, month 27c0b6cb, quarter 5be836d0, year 57a79c06, fiscal_quarter 2aad7a35, fiscal_year 9d9c1771

-- event.repeated_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_repeat IS NOT NULL) AND (is_repeat)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_repeat IS NOT NULL), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.repeated_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 8795d46a, hour fc612f8d, day 3ca46ca9, week cb5906f4, month a910f219, quarter c3385e71, year 298959e0, fiscal_quarter e6d99db1, fiscal_year ae840faf

-- event.noise_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_noise IS NOT NULL) AND (is_noise)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_noise IS NOT NULL), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.noise_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 1cf77eb1, hour a28e0867, day 6f8d0494, week cbcdadcb, month 54a97102, quarter f339819e, year 833ea17a, fiscal_quarter 33836857, fiscal_year 2cf8bbb3

-- event.auto_resolved_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE (is_auto_resolved IS NOT NULL) AND (is_auto_resolved)) AS DOUBLE) / nullif(count(*) FILTER (WHERE is_auto_resolved IS NOT NULL), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.auto_resolved_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole eb961249, hour 8b7d45d8, day 24d9d66a, week 15947e38, month eb48b4bb, quarter 9c330815, year 5f564415, fiscal_quarter d68e7298, fiscal_year 750d59ac

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
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE problem_id IN (SELECT t.record_id FROM fact.problem AS t WHERE t.is_known_error)) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.known_error_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 14a0b8e7, hour 522c80db, day bb2680cd, week db4c51c3, month 57fb0561, quarter aba5b349, year 06b67795, fiscal_quarter 640b3b08, fiscal_year 391d4d76

-- event.first_seen_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(count(*) FILTER (WHERE record_id IN (SELECT t.record_id FROM mart.event_lead AS t WHERE t.is_linked)) AS DOUBLE) / nullif(count(*), 0) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.first_seen_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, family, age_band, is_open, opened_weekday, opened_hour
-- whole 245c13b0, hour 417a70f3, day 774f7230, week 57377ca7, month 7aa8215a, quarter 0dbca43c, year c18d77dd, fiscal_quarter a8002a40, fiscal_year 582f03dc

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
