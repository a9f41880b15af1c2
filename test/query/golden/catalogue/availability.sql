-- availability.availability by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period
),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(agreed_seconds - down_seconds) AS DOUBLE) / nullif(sum(agreed_seconds), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  GROUP BY period, d0
)
SELECT period, d0 AS "service", m0 AS "availability.availability"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole e4657872, day f2e85b0c, week cbaa2db9, month 9de4b98e, quarter e8d4ba6c, year 210a602a, fiscal_quarter b1c89049, fiscal_year 8cae093e

-- availability.mtbf_seconds by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(agreed_seconds - down_seconds) AS DOUBLE) / nullif(sum(failure_count), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.mtbf_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole 3264db94, day 78c38cf3, week e067daea, month f9fe6d0c, quarter 1447f51a, year a65db305, fiscal_quarter 8ce35dcf, fiscal_year 68ce7e35

-- availability.mtrs_seconds by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(down_seconds) AS DOUBLE) / nullif(sum(failure_count), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.mtrs_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole a6a9fa50, day 10962f33, week 8184574b, month 4d66e229, quarter da7f5d35, year cefb2938, fiscal_quarter 9551496c, fiscal_year d62b0e0b

-- availability.mtbsi_seconds by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(agreed_seconds) AS DOUBLE) / nullif(sum(failure_count), 0) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.mtbsi_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole 196e053e, day f16a9357, week 94cbecfb, month adca03d4, quarter d3e2caf6, year 536725b5, fiscal_quarter 57f2c034, fiscal_year ea255737

-- availability.down_seconds by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("date") * 12 + month("date") - 1) // 12, (year("date") * 12 + month("date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, CAST(sum(down_seconds) AS BIGINT) AS m0
  FROM mart.service_day
  WHERE "date" >= CAST($2 AS DATE) AND "date" < CAST($3 AS DATE)
  GROUP BY year("date") * 12 + month("date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", coalesce(m0, 0) AS "availability.down_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service
-- whole 21f97c6c, day 18fa5195, week 538b5800, month 434d3770, quarter 37447727, year 53003eb5, fiscal_quarter 8b95c66d, fiscal_year fd1ed416

-- availability.outages by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, count(*) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($2 AS DATE) AND "started_date" < CAST($3 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", coalesce(m0, 0) AS "availability.outages"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole 1f59b1c9, day 34ce7941, week 6a39bb1a, month 36618d8d, quarter 67495dc2, year 863c49fe, fiscal_quarter df85d5c0, fiscal_year 18e76aa0

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

-- availability.restore_seconds_median by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, quantile_cont(restore_seconds, 0.5) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($2 AS DATE) AND "started_date" < CAST($3 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.restore_seconds_median"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole bc56a6f8, day e9258bab, week b2aec148, month 278ec245, quarter 6e67e4be, year bda5db03, fiscal_quarter dcd6dff2, fiscal_year 9b8bdab9

-- availability.restore_seconds_p90 by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, quantile_cont(restore_seconds, 0.9) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($2 AS DATE) AND "started_date" < CAST($3 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.restore_seconds_p90"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole cd946fbe, day abf7c254, week 1e668415, month 4064e94f, quarter 772f4750, year 1d98ad5d, fiscal_quarter 6e91f2e2, fiscal_year ad1a1fdc

-- availability.restore_seconds_mean by month and service: ["[2025-02-01, 2025-03-01, 2025-04-01, 2025-05-01, 2025-06-01, 2025-07-01, 2025-08-01, 2025-09-01, 2025-10-01, 2025-11-01, 2025-12-01, 2026-01-01, 2026-02-01, 2026-03-01]","2025-02-12","2026-03-19"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("started_date") * 12 + month("started_date") - 1) // 12, (year("started_date") * 12 + month("started_date") - 1) % 12 + 1, 1) AS period, CAST("service" AS VARCHAR) AS d0, avg(restore_seconds) AS m0
  FROM mart.outage
  WHERE "started_date" >= CAST($2 AS DATE) AND "started_date" < CAST($3 AS DATE)
  GROUP BY year("started_date") * 12 + month("started_date") - 1, "service"
),
answer AS (…)
SELECT period, d0 AS "service", m0 AS "availability.restore_seconds_mean"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by service, configuration_item
-- whole bbbf56f5, day 11b4297e, week f68458ae, month 1b5652fe, quarter e3c90713, year ec73bb35, fiscal_quarter fae4376d, fiscal_year 40ce9e87
