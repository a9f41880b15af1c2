-- event.count by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.count"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 9ffb32fb, hour 3b649021, day 0189af15, week 7f886dcf, month 35b29db5, quarter 41cb0bd4, year f7d55c68, fiscal_quarter 77529d63, fiscal_year 5fafe38b

-- event.exception by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE significance = 'exception') AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.exception"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 95f2166a, hour 6e67f4e5, day e21d2fd2, week 5732383a, month 90c1644a, quarter 4367b8a4, year 371f8213, fiscal_quarter 953be7b4, fiscal_year 5c883d63

-- event.warning by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE significance = 'warning') AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.warning"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole dd8ba125, hour 07ca1aef, day e034ccca, week 0021b87f, month 1e6f5a85, quarter 72f2b928, year 926b632a, fiscal_quarter 9e001c89, fiscal_year f7b9f1c0

-- event.informational by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE significance = 'informational') AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.informational"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole ff3d7b8e, hour 9e0752ef, day ed05c096, week 957369f2, month 71e031d8, quarter 3931ae9e, year 98428ee7, fiscal_quarter ab585480, fiscal_year 5bd91325

-- event.relevant by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE NOT is_noise) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.relevant"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 670c3005, hour c56076fb, day bffbeed8, week feb0c71c, month 509c8bf4, quarter cd7fd99a, year 0e8d1895, fiscal_quarter 8d5c0bb9, fiscal_year 86b604fa

-- event.acted by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE NOT is_noise AND (acknowledged_at IS NOT NULL OR incident_id IS NOT NULL)) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.acted"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 03926f7f, hour fa944332, day 147e26f2, week aa0236d8, month 1e7d8580, quarter cd282fd8, year f7a7084a, fiscal_quarter 1ad93a8b, fiscal_year e465e805

-- event.to_incident by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE incident_id IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.to_incident"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 734ae308, hour aef4735d, day 7365eb49, week d6d09566, month 6b3087b2, quarter 163ea828, year cd8e0f6f, fiscal_quarter 2ffc800c, fiscal_year 8de14005

-- event.incident_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN incident_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.incident_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 52fa613b, hour 897e216d, day e4f82c24, week 87ac6558, month 613c40de, quarter dc505f01, year d1203764, fiscal_quarter c8e23e42, fiscal_year e470d061

-- event.problem_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN problem_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.problem_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 56d7ae3c, hour 32d2007b, day 50823be5, week 6f72fbd9, month f272801e, quarter 716b8dc3, year 07b9f626, fiscal_quarter f2883075, fiscal_year e82505e6

-- event.change_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN change_id IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.change_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole bac91e1c, hour d9c9b6ee, day 5c5d1e79, week 3bbe4c24, month 0f754df2, quarter 67edeb8a, year f040a544, fiscal_quarter 2f1764ec, fiscal_year 4bba8f2f

-- event.acted_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN (acknowledged_at IS NOT NULL OR incident_id IS NOT NULL) THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acted_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 977dc369, hour 366c1a24, day 4f76cc0a, week 5fc229de, month ed46d344, quarter 04085980, year 506a8792, fiscal_quarter 68bc6298, fiscal_year 6bf0126e

-- event.repeated_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_repeat THEN 1 ELSE 0 END) FILTER (WHERE is_repeat IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.repeated_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 6e3203fc, hour eff03e8b, day 19bada6f, week f5bb4f33, month c88c1fc1, quarter 8aaecbd7, year 3a41bf5f, fiscal_quarter 4a321fcf, fiscal_year 81dce64e

-- event.noise_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_noise THEN 1 ELSE 0 END) FILTER (WHERE is_noise IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.noise_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole d3bcdcaf, hour 28991744, day 2601f591, week f87ec325, month 315f8ae9, quarter c14b9d48, year c373b0f9, fiscal_quarter 1e10ecd3, fiscal_year 746e4e1d

-- event.auto_resolved_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_auto_resolved THEN 1 ELSE 0 END) FILTER (WHERE is_auto_resolved IS NOT NULL) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.auto_resolved_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 57571f08, hour 70e3f727, day eb925f2b, week 5a3d5d91, month 44774072, quarter 1306ad60, year 51ceb463, fiscal_quarter 88c68906, fiscal_year 731e42f2

-- event.acknowledge_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.5) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acknowledge_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 5a78355b, hour b1ad1fa2, day aefc94a9, week 9b29cfb6, month 37a57d97, quarter 7a03d3d6, year bddf657a, fiscal_quarter 9546034d, fiscal_year 38078dc4

-- event.acknowledge_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(acknowledge_seconds, 0.9) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acknowledge_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole ad832357, hour b6cf55c8, day 8efefe42, week a2c26b47, month 409b77d0, quarter 9e4369b4, year 64b26e6c, fiscal_quarter 63c011ad, fiscal_year 22e962f2

-- event.acknowledge_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(acknowledge_seconds) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.acknowledge_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 60d5bf4e, hour 3931287d, day 39774433, week 8e34426e, month a7341e71, quarter 9eccae6f, year 7a7f731b, fiscal_quarter faff2786, fiscal_year 84133c6f

-- event.known_error_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN problem_id IN (SELECT t.record_id FROM fact.problem AS t WHERE t.is_known_error) THEN 1 ELSE 0 END) AS m0
  FROM fact.event
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.known_error_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour, significance, alert, fingerprint
-- whole 5190e666, hour dbc33174, day e3f154d6, week eed8c59d, month c3bc264b, quarter 05db2948, year 40c9f717, fiscal_quarter 35e064d4, fiscal_year 0e552ff0

-- event.first_seen_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN record_id IN (SELECT t.record_id FROM mart.event_lead AS t WHERE t.is_linked) THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "event.first_seen_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole 9cc3830a, hour 9a02e67c, day f6e02dcc, week 5d4d41c5, month ab382a2d, quarter f6bee5d3, year 947373c8, fiscal_quarter 77be4ba5, fiscal_year 65761d86

-- event.silent_failures by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE service IS NOT NULL AND record_id NOT IN (SELECT t.record_id FROM mart.event_lead AS t)) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "event.silent_failures"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, priority, impact, urgency, category, subcategory, configuration_item, location, supplier, customer, channel, state, state_source, assignee, resolver, caller, opened_by, resolution_code, symptom, is_major, problem, caused_by_change, family, age_band, is_open, opened_weekday, opened_hour
-- whole 2b5c8873, hour 2a95e85a, day 2e7181d7, week 72ece898, month c35b6910, quarter b06f583f, year 31fd9e20, fiscal_quarter f0a088bc, fiscal_year 904c8d75

-- event.compression_ratio by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (…),
read1 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM fact.incident
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", CAST(coalesce(m0, 0) AS DOUBLE) / nullif(coalesce(m1, 0), 0) AS "event.compression_ratio"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, service, configuration_item, state, state_source, problem, opened_weekday, opened_hour
-- whole 2db02d27, hour d7c3770b, day a93beb17, week b9e6b8dc, month 78c651ac, quarter 39306a44, year 76f15874, fiscal_quarter 3b66e1b8, fiscal_year 7d7084bb
