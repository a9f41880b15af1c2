-- improvement.initiatives by month: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("raised_date") * 12 + month("raised_date") - 1) // 12, (year("raised_date") * 12 + month("raised_date") - 1) % 12 + 1, 1) AS period, count(*) AS m0
  FROM mart.improvement
  WHERE "raised_date" >= CAST($2 AS DATE) AND "raised_date" < CAST($3 AS DATE)
  GROUP BY year("raised_date") * 12 + month("raised_date") - 1
),
answer AS (
  SELECT period, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  GROUP BY period
)
SELECT period, coalesce(m0, 0) AS "improvement.initiatives"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole 6187b6bb, day 21a9667c, week 0475257a, month 5f02190b, quarter 90cb2b66, year dcaa370f, fiscal_quarter 6716490b, fiscal_year 0798e6e7

-- improvement.open: []
WITH read0 AS (
  SELECT count(*) FILTER (WHERE is_open) AS m0
  FROM mart.improvement
  WHERE ((is_open))
),
answer AS (
  SELECT any_value(m0) AS m0
  FROM (SELECT * FROM read0)
)
SELECT coalesce(m0, 0) AS "improvement.open"
FROM answer;
-- by nothing
-- whole eb5fd9b9

-- improvement.actions_open: []
WITH read0 AS (
  SELECT count(*) FILTER (WHERE is_open AND is_overdue) AS m0
  FROM mart.improvement
  WHERE ((is_open AND is_overdue))
),
answer AS (…)
SELECT coalesce(m0, 0) AS "improvement.actions_open"
FROM answer;
-- by nothing
-- whole c05ae12a

-- improvement.benefit_ratio by month: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("done_date") * 12 + month("done_date") - 1) // 12, (year("done_date") * 12 + month("done_date") - 1) % 12 + 1, 1) AS period, CAST(sum(benefit_measured) AS DOUBLE) / nullif(sum(benefit_claimed), 0) AS m0
  FROM mart.improvement
  WHERE "done_date" >= CAST($2 AS DATE) AND "done_date" < CAST($3 AS DATE)
  GROUP BY year("done_date") * 12 + month("done_date") - 1
),
answer AS (…)
SELECT period, m0 AS "improvement.benefit_ratio"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole e6848296, day 1c3b8050, week da630c22, month fee7db44, quarter 1b53f864, year ac21987b, fiscal_quarter 644275e0, fiscal_year 0ec434d4

-- improvement.reviews_on_time_share by month: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("review_due_date") * 12 + month("review_due_date") - 1) // 12, (year("review_due_date") * 12 + month("review_due_date") - 1) % 12 + 1, 1) AS period, avg(CASE WHEN reviewed_date <= review_due_date THEN 1 ELSE 0 END) FILTER (WHERE review_due_date IS NOT NULL) AS m0
  FROM mart.improvement
  WHERE "review_due_date" >= CAST($2 AS DATE) AND "review_due_date" < CAST($3 AS DATE) AND ((review_due_date IS NOT NULL))
  GROUP BY year("review_due_date") * 12 + month("review_due_date") - 1
),
answer AS (…)
SELECT period, m0 AS "improvement.reviews_on_time_share"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole 726f240a, day 61c2e022, week afbe9587, month d086b4e5, quarter 5fc553ca, year 0695a127, fiscal_quarter cb8a748f, fiscal_year f8339344

-- improvement.outage_avoided_seconds by month: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("done_date") * 12 + month("done_date") - 1) // 12, (year("done_date") * 12 + month("done_date") - 1) % 12 + 1, 1) AS period, CAST(sum(outage_avoided_seconds) AS BIGINT) AS m0
  FROM mart.improvement
  WHERE "done_date" >= CAST($2 AS DATE) AND "done_date" < CAST($3 AS DATE)
  GROUP BY year("done_date") * 12 + month("done_date") - 1
),
answer AS (…)
SELECT period, coalesce(m0, 0) AS "improvement.outage_avoided_seconds"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole 76ac6000, day d8e0eb98, week 49ae7edd, month dbee971c, quarter 36e9a8dd, year 4a7de3d6, fiscal_quarter d3096cf2, fiscal_year befad022
