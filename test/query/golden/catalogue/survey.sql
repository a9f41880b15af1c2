-- survey.sent by month and about_type: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, count(*) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "about_type", coalesce(m0, 0) AS "survey.sent"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole d2f3f06f, hour 87ce56aa, day 0b810717, week fd175b29, month ec5a364d, quarter 325f6fa3, year fb58621a, fiscal_quarter cd7fa739, fiscal_year fd3f26e8

-- survey.answered by month and about_type: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, count(*) FILTER (WHERE answered_at IS NOT NULL) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", coalesce(m0, 0) AS "survey.answered"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole d148ebae, hour 2865623f, day 65520f57, week 9af5a137, month eb0b862e, quarter 21c4d0da, year 648f73c6, fiscal_quarter 80c5f70d, fiscal_year 3c91b6c4

-- survey.response_rate by month and about_type: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, avg(CASE WHEN answered_at IS NOT NULL THEN 1 ELSE 0 END) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.response_rate"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 6a46144b, hour a93dc994, day 8ee8cd97, week 8e16185f, month 09a8d62f, quarter be133b8c, year dba73e45, fiscal_quarter b2c2fdfb, fiscal_year c4909c54

-- survey.satisfaction by month and about_type: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, avg(score_share) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.satisfaction"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 49cda3a6, hour 609a7e80, day 19456136, week c84c1d2c, month 1314f388, quarter 3dd91543, year 144927ac, fiscal_quarter 8aa35e68, fiscal_year ba7a319d

-- survey.satisfaction_median by month and about_type: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, quantile_cont(score_share, 0.5) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.satisfaction_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 59f941fe, hour 9e0bfc99, day 71adb751, week 3335ea70, month 517c9757, quarter 29e57572, year 90052593, fiscal_quarter f11489d6, fiscal_year 7e5dcb72

-- survey.satisfaction_p90 by month and about_type: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("opened_date") * 12 + month("opened_date") - 1) // 12, (year("opened_date") * 12 + month("opened_date") - 1) % 12 + 1, 1) AS period, CAST("about_type" AS VARCHAR) AS d0, quantile_cont(score_share, 0.9) AS m0
  FROM fact.survey
  WHERE "opened_date" >= CAST($2 AS DATE) AND "opened_date" < CAST($3 AS DATE)
  GROUP BY year("opened_date") * 12 + month("opened_date") - 1, "about_type"
),
answer AS (…)
SELECT period, d0 AS "about_type", m0 AS "survey.satisfaction_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by about_type
-- whole 0cdf1e0d, hour d48fed3a, day dd230fe3, week f6dd796d, month 44349767, quarter 745fd38b, year 81f70ebc, fiscal_quarter 8c0801e8, fiscal_year d8959fb2
