-- survey.sent by month and about_type: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "about_type", coalesce(m0, 0) AS "survey.sent"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole d2f3f06f, hour c4f6c8f6, day a36a7979, week d6372ddb, month 0804431e, quarter 6d60ee17, year a0422be8, fiscal_quarter 97fe9ac2, fiscal_year 04606f28

-- survey.answered by month and about_type: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, count(*) FILTER (WHERE answered_at IS NOT NULL) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", coalesce(m0, 0) AS "survey.answered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole d148ebae, hour 54da6b57, day 65fa318f, week a66aae10, month d1293ca9, quarter 8127d863, year d25eb5c9, fiscal_quarter 72f6f3cd, fiscal_year a4bb91c8

-- survey.response_rate by month and about_type: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, avg(CASE WHEN answered_at IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.response_rate"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 6a46144b, hour 8e55bb0b, day 81512af1, week 83e9ee51, month 0a644332, quarter 3c66e8e4, year b7565e7e, fiscal_quarter 11315d1b, fiscal_year 1832d439

-- survey.satisfaction by month and about_type: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, avg(score_share) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.satisfaction"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 49cda3a6, hour 415abed3, day 389ea120, week ff97782e, month f487acc8, quarter 6b13dd7e, year 749f5231, fiscal_quarter a2b178f3, fiscal_year 03fbc944

-- survey.satisfaction_median by month and about_type: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, quantile_cont(score_share, 0.5) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.satisfaction_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 59f941fe, hour 85cccbca, day 42c18a52, week 293bc8a6, month 5d12ad49, quarter f86af7e2, year 0dc9c7c6, fiscal_quarter d3a73cbc, fiscal_year d7f036b6

-- survey.satisfaction_p90 by month and about_type: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, quantile_cont(score_share, 0.9) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($2 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.satisfaction_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 0cdf1e0d, hour d1ad1b04, day ea8aa0c8, week 9668f1a6, month b1c7750b, quarter b72d58f7, year 6a5aa4a3, fiscal_quarter 755500c2, fiscal_year 7284957c
