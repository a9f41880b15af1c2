-- contact.offered by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.offered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole bda6a855, hour db3e2c01, day 748a6b4f, week b72fcbcb, month cd796275, quarter d53e965d, year 4ceec3be, fiscal_quarter e195f4b3, fiscal_year 6307ca2c

-- contact.answered by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE answered_at IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.answered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole c6958a70, hour 634b9de8, day f9587e4a, week 8e6d017f, month 2e9d6ef0, quarter 820235f5, year 3b74da70, fiscal_quarter 7dcb1531, fiscal_year 3ad38523

-- contact.abandoned by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_abandoned) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.abandoned"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 5edac23d, hour 183325ad, day bd840bbd, week b7935f21, month 8f017696, quarter c8a2ded4, year 0574cadd, fiscal_quarter ad40571c, fiscal_year 89218b2a

-- contact.short_abandoned by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_abandoned AND abandon_seconds <= 10) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "contact.short_abandoned"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 02d8a4bd, hour b18b6de1, day 8d4a7ca1, week 4c75268c, month 5a229701, quarter d8ea1979, year f789a92f, fiscal_quarter ba368c43, fiscal_year 9af6db4f

-- contact.abandoned_long_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_abandoned THEN 1 ELSE 0 END) FILTER (WHERE is_abandoned IS NOT NULL AND NOT (is_abandoned AND coalesce(abandon_seconds, 0) <= 10)) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandoned_long_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole f28ea885, hour 3a4628da, day a15a4299, week 70e24246, month 4e32fe81, quarter 82647a18, year ffbe7a62, fiscal_quarter 9b5a18c9, fiscal_year e7e77c76

-- contact.abandon_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(abandon_seconds, 0.5) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandon_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole fa521b2d, hour 4cb6649f, day 938e47e9, week 99cf10a9, month 5e4fe8c4, quarter bf29b9aa, year 1eb51f74, fiscal_quarter e2d3c218, fiscal_year 13bb6739

-- contact.abandon_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(abandon_seconds, 0.9) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandon_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 8f834828, hour 4c7ed16e, day 10127d03, week b501793e, month 08ccb040, quarter 80282ab5, year 6426668f, fiscal_quarter 6f54a75f, fiscal_year 39429540

-- contact.abandon_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(abandon_seconds) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandon_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 978692c7, hour 7ea8c441, day db9e7bad, week aafc599c, month a2d8ea99, quarter 6878f0f6, year dda8aac7, fiscal_quarter 92c4a81f, fiscal_year cd942f13

-- contact.self_service_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN lower(channel) IN ('portal', 'self_service', 'self-service') THEN 1 ELSE 0 END) FILTER (WHERE channel IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.self_service_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole fede3b2e, hour bb13836f, day 33cd2d2f, week c6c3abc6, month db8856a0, quarter 774c0a57, year 0cb6f508, fiscal_quarter 91ba3270, fiscal_year c75da7e4

-- contact.answered_30s_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN answer_seconds <= 30 THEN 1 ELSE 0 END) FILTER (WHERE answer_seconds IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answered_30s_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole d7e52df8, hour 00d082f9, day 0c90677f, week 469619d5, month ce430d26, quarter 4ef86a3d, year 77f9fc2e, fiscal_quarter 5be9f7e2, fiscal_year d44840c0

-- contact.abandoned_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_abandoned THEN 1 ELSE 0 END) FILTER (WHERE is_abandoned IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.abandoned_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 2684455e, hour b9a3d184, day 12614a92, week f3c1563e, month b71292df, quarter d04c552f, year f879db3a, fiscal_quarter 8dc17d0f, fiscal_year 46631615

-- contact.answer_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(answer_seconds, 0.5) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answer_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole c31560e0, hour 936bd173, day c1f52034, week 55542001, month 5a341837, quarter 2da62299, year 4a8e13e8, fiscal_quarter 1ae7e332, fiscal_year bf4c750c

-- contact.answer_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(answer_seconds, 0.9) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answer_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 66d43d78, hour 220eb17c, day d00e3c03, week 072498c7, month e772c476, quarter 5ddd70ef, year 6d40b527, fiscal_quarter 2bffbb84, fiscal_year 2f13d40e

-- contact.answer_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(answer_seconds) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.answer_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole f0116894, hour a9a70051, day b92449bb, week 976c08c9, month 69acb024, quarter 38d540a9, year 86f37f67, fiscal_quarter 846fe955, fiscal_year 597eca0b

-- contact.handle_seconds_median by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(handle_seconds, 0.5) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.handle_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 86d5c887, hour a4996f4e, day 5a7f7175, week 27cb9b0f, month 7d938063, quarter ba9159e9, year cb3882cd, fiscal_quarter b311e233, fiscal_year 8c56c961

-- contact.handle_seconds_p90 by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, quantile_cont(handle_seconds, 0.9) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.handle_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole e1250e50, hour a9a26ac4, day a5e3721a, week de2205b7, month 9351a4d6, quarter ba90f666, year b8b31514, fiscal_quarter 1fe58f53, fiscal_year e5b27b5a

-- contact.handle_seconds_mean by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(handle_seconds) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.handle_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 82a28fae, hour ba2497e9, day 8a066aea, week ff0a26b5, month f31a657f, quarter 9d1a597f, year 3f42da13, fiscal_quarter 89cc0204, fiscal_year 6eeace20

-- contact.fcr_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, avg(CASE WHEN is_first_contact_resolution THEN 1 ELSE 0 END) FILTER (WHERE is_first_contact_resolution IS NOT NULL AND answered_at IS NOT NULL) AS m0
  FROM fact.contact
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "contact.fcr_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, channel, caller, opened_weekday, opened_hour, queue, agent
-- whole 2d23dd03, hour 6e4c5ecb, day ee2671c2, week 866296f6, month d087e50c, quarter dc8a877b, year 314a0282, fiscal_quarter 368f7e18, fiscal_year c49b2d8e
