-- availability.availability by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(agreed_seconds - down_seconds) AS DOUBLE) / nullif(sum(agreed_seconds), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "service", m0 AS "availability.availability"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole e4657872, day c649336a, week c6af0d7d, month 01fc5522, quarter 7ce7a3ff, year 8dcae082, fiscal_quarter 8cefb87c, fiscal_year 1d4fa516

-- availability.mtbf_seconds by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(agreed_seconds - down_seconds) AS DOUBLE) / nullif(sum(failure_count), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.mtbf_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole 3264db94, day 77237d58, week 67ebf758, month 7fc15a3a, quarter ed46bb2f, year 5a5384f7, fiscal_quarter f140309d, fiscal_year 3561e036

-- availability.mtrs_seconds by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(down_seconds) AS DOUBLE) / nullif(sum(failure_count), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.mtrs_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole a6a9fa50, day f6aab8c2, week 0aee1b1c, month 77ce774b, quarter 7fa038e9, year 81bf9157, fiscal_quarter d31ec0c0, fiscal_year 3a5145f6

-- availability.mtbsi_seconds by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(agreed_seconds) AS DOUBLE) / nullif(sum(failure_count), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.mtbsi_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole 196e053e, day a4ab915f, week e4524bab, month 1645f984, quarter 1e56569f, year ef51a94f, fiscal_quarter 01b53960, fiscal_year ce631376

-- availability.down_seconds by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(down_seconds) AS BIGINT) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($3 AS DATE) AND "date" < CAST($2 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", coalesce(m0, 0) AS "availability.down_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole 21f97c6c, day c2ad5348, week 75a65e75, month 93bdb313, quarter ce2bb8a4, year 088ecf35, fiscal_quarter 127554c0, fiscal_year 0764ee0e

-- availability.outages by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, count(*) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($3 AS DATE) AND "started_date" < CAST($2 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", coalesce(m0, 0) AS "availability.outages"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole 1f59b1c9, day 5e24778b, week 92312648, month d0ee464c, quarter 6ca2da35, year ce827481, fiscal_quarter e8ff655d, fiscal_year e3b56d36

-- availability.open_outages and service: []
WITH read0 AS (
  SELECT CAST("service" AS VARCHAR) AS d0, count(*) FILTER (WHERE ended_at IS NULL) AS m0
  FROM mart.outage
  GROUP BY "service"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "service", coalesce(m0, 0) AS "availability.open_outages"
FROM answer
ORDER BY d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole b9e937fc

-- availability.restore_seconds_median by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, quantile_cont(restore_seconds, 0.5) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($3 AS DATE) AND "started_date" < CAST($2 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.restore_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole bc56a6f8, day f0900714, week 7ddce0fe, month 1ce0a3f8, quarter 7623c4a8, year da4e95e7, fiscal_quarter a145b342, fiscal_year b2810e23

-- availability.restore_seconds_p90 by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, quantile_cont(restore_seconds, 0.9) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($3 AS DATE) AND "started_date" < CAST($2 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.restore_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole cd946fbe, day 3f6fe03b, week 00373f42, month c6f47e73, quarter 37fe289f, year d64d28dd, fiscal_quarter 09cb3e49, fiscal_year a13a17ca

-- availability.restore_seconds_mean by month and service: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, avg(restore_seconds) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($3 AS DATE) AND "started_date" < CAST($2 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.restore_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole bbbf56f5, day 63ce71dc, week 7fd3ddc8, month 9cbf8039, quarter d7b3bf87, year db6e0daa, fiscal_quarter f21b3329, fiscal_year e6736f43
