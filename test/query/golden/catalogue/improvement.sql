-- improvement.initiatives by month: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("raised_date") * 12 + month("raised_date") - 1) // 12, (year("raised_date") * 12 + month("raised_date") - 1) % 12 + 1, 1) AS period, count(*) AS m0
  FROM mart.improvement
  WHERE "raised_date" >= CAST($3 AS DATE) AND "raised_date" < CAST($2 AS DATE)
  GROUP BY year("raised_date") * 12 + month("raised_date") - 1
),
answer AS (
  SELECT period, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period FROM spine))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period
)
SELECT period, coalesce(m0, 0) AS "improvement.initiatives"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole 6187b6bb, day ba42c2b8, week b5c0a38b, month 253c461c, quarter aa4bc1ec, year 8548f8b4, fiscal_quarter 54d853a5, fiscal_year 97667479

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

-- improvement.benefit_ratio by month: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("done_date") * 12 + month("done_date") - 1) // 12, (year("done_date") * 12 + month("done_date") - 1) % 12 + 1, 1) AS period, CAST(sum(benefit_measured) AS DOUBLE) / nullif(sum(benefit_claimed), 0) AS m0
  FROM mart.improvement
  WHERE "done_date" >= CAST($3 AS DATE) AND "done_date" < CAST($2 AS DATE)
  GROUP BY year("done_date") * 12 + month("done_date") - 1
),
answer AS (…)
SELECT period, m0 AS "improvement.benefit_ratio"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole e6848296, day 5014f007, week 1ea25862, month b18eec59, quarter 3d511968, year bb6c742e, fiscal_quarter d6848e49, fiscal_year e9dc4d80

-- improvement.reviews_on_time_share by month: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("review_due_date") * 12 + month("review_due_date") - 1) // 12, (year("review_due_date") * 12 + month("review_due_date") - 1) % 12 + 1, 1) AS period, avg(CASE WHEN reviewed_date <= review_due_date THEN 1 ELSE 0 END) FILTER (WHERE review_due_date IS NOT NULL) AS m0
  FROM mart.improvement
  WHERE "review_due_date" >= CAST($3 AS DATE) AND "review_due_date" < CAST($2 AS DATE) AND ((review_due_date IS NOT NULL))
  GROUP BY year("review_due_date") * 12 + month("review_due_date") - 1
),
answer AS (…)
SELECT period, m0 AS "improvement.reviews_on_time_share"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole 726f240a, day ad17e6f8, week 8b3bfc74, month 8173d933, quarter caaa9b36, year cad962f7, fiscal_quarter 879db25f, fiscal_year 24a37363

-- improvement.outage_avoided_seconds by month: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("done_date") * 12 + month("done_date") - 1) // 12, (year("done_date") * 12 + month("done_date") - 1) % 12 + 1, 1) AS period, CAST(sum(outage_avoided_seconds) AS BIGINT) AS m0
  FROM mart.improvement
  WHERE "done_date" >= CAST($3 AS DATE) AND "done_date" < CAST($2 AS DATE)
  GROUP BY year("done_date") * 12 + month("done_date") - 1
),
answer AS (…)
SELECT period, coalesce(m0, 0) AS "improvement.outage_avoided_seconds"
FROM answer
ORDER BY period ASC;
-- by nothing
-- whole 76ac6000, day 51144dd7, week 0d3a6567, month 51b3db01, quarter f74e1c36, year 0df67dbe, fiscal_quarter b497e1eb, fiscal_year 04540d10
