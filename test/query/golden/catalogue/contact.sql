-- contact.offered by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.offered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole bda6a855, hour 15561699, day 0b84d44d, week d7718900, month 1bf1f481, quarter 6eb39e49, year c9d3abfa, fiscal_quarter b11a2e8a, fiscal_year 1a270c19

-- contact.answered by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE answered_at IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.answered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole c6958a70, hour becf1e78, day d62bd258, week f8d6f546, month 93c10845, quarter 31cf54ee, year 161510cc, fiscal_quarter 4a6308ff, fiscal_year 4c33f960

-- contact.abandoned by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_abandoned) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.abandoned"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 5edac23d, hour b04234cc, day 56b4806f, week 02002961, month 0f0105cb, quarter 506a108c, year 962ab479, fiscal_quarter d6022fdb, fiscal_year 6117c47e

-- contact.short_abandoned by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_abandoned AND abandon_seconds <= 10) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.short_abandoned"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 02d8a4bd, hour 2623cdeb, day f9e7acb3, week bf22d064, month 46f54f1e, quarter 06f833cd, year 7ad95488, fiscal_quarter 310833f2, fiscal_year 87472679

-- contact.abandoned_long_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_abandoned THEN 1 ELSE 0 END) FILTER (WHERE is_abandoned IS NOT NULL AND NOT (is_abandoned AND coalesce(abandon_seconds, 0) <= 10)) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandoned_long_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole f28ea885, hour ba748626, day 55ea6cb0, week 91ea7621, month f859cf34, quarter c357f8b5, year 82d616b6, fiscal_quarter df948b5c, fiscal_year 1b2c5530

-- contact.abandon_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(abandon_seconds, 0.5) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandon_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole fa521b2d, hour a898c4e4, day f6e76f82, week 4d14428c, month 96275154, quarter b4ca1c61, year 590cac16, fiscal_quarter c5eef135, fiscal_year d6aa6858

-- contact.abandon_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(abandon_seconds, 0.9) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandon_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 8f834828, hour 929d7fba, day 5769fdd0, week ebf6e70a, month d63431c3, quarter ead00e93, year 4c36b7dc, fiscal_quarter 6d216e1e, fiscal_year 4fccd7b2

-- contact.abandon_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(abandon_seconds) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandon_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 978692c7, hour cb3086cd, day eff5deed, week 6bac286e, month c06ec01c, quarter d3ba536e, year 47a36e18, fiscal_quarter abd499bd, fiscal_year 778b245a

-- contact.self_service_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN lower(channel) IN ('portal', 'self_service', 'self-service') THEN 1 ELSE 0 END) FILTER (WHERE channel IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.self_service_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole fede3b2e, hour d0e521cf, day a729a0bf, week 425a29f7, month 85e5495f, quarter 70389466, year 5dfe70f3, fiscal_quarter 7227d74f, fiscal_year 04ddcbb3

-- contact.answered_30s_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN answer_seconds <= 30 THEN 1 ELSE 0 END) FILTER (WHERE answer_seconds IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answered_30s_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole d7e52df8, hour c88c2a7e, day d75dcbf7, week 7fcad912, month 5f17ecbd, quarter f81de7a0, year e9faf2d5, fiscal_quarter 0813688d, fiscal_year 55b31307

-- contact.abandoned_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_abandoned THEN 1 ELSE 0 END) FILTER (WHERE is_abandoned IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandoned_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 2684455e, hour 60fdde62, day e1a199cc, week fca9933a, month 06939f29, quarter 2391b3de, year ec0b50c4, fiscal_quarter c37d8106, fiscal_year b17d8a2b

-- contact.answer_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(answer_seconds, 0.5) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answer_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole c31560e0, hour 9d3e33cf, day cce84755, week 139762a5, month 5b606038, quarter cdf03665, year dc22303d, fiscal_quarter 9c1ae981, fiscal_year e3a54d18

-- contact.answer_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(answer_seconds, 0.9) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answer_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 66d43d78, hour 0b4f3cfe, day 83fb4a30, week 0f09b467, month 3a4cc81f, quarter 26055c3c, year caf8d711, fiscal_quarter 11035f45, fiscal_year fc78ef5d

-- contact.answer_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(answer_seconds) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answer_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole f0116894, hour baf32584, day 4e6b39e7, week d0ba2ea4, month fd8bc0a5, quarter d523a3a5, year 5bd40f11, fiscal_quarter 8053e155, fiscal_year f765978f

-- contact.handle_seconds_median by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(handle_seconds, 0.5) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.handle_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 86d5c887, hour 245ff23d, day 08380f55, week b7416a08, month cc283e6b, quarter c3b1c5d3, year b8a4773e, fiscal_quarter 8a6c6bb7, fiscal_year ddf48e67

-- contact.handle_seconds_p90 by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(handle_seconds, 0.9) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.handle_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole e1250e50, hour 86b329dc, day c2783da7, week f8e5bc69, month 3b75037a, quarter 9034d248, year 999286c8, fiscal_quarter ee3b0362, fiscal_year 56eefffa

-- contact.handle_seconds_mean by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(handle_seconds) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.handle_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 82a28fae, hour 3ab85390, day 2962883d, week 66b2c3b8, month 1d713a4b, quarter d1806ae2, year e0a616c2, fiscal_quarter 0951baf4, fiscal_year 29ca297c

-- contact.fcr_share by month and team: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_first_contact_resolution THEN 1 ELSE 0 END) FILTER (WHERE is_first_contact_resolution IS NOT NULL AND answered_at IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.fcr_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 2d23dd03, hour cb2ce22e, day 7027598f, week d9db3e41, month 1582add2, quarter e1226a2d, year bc24fa29, fiscal_quarter 9c0b0b52, fiscal_year 94ccbde5
