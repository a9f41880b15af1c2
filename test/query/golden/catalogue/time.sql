-- time.business_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (
  SELECT make_date((year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) // 12, (year(CAST(bucket AS DATE)) * 12 + month(CAST(bucket AS DATE)) - 1) % 12 + 1, 1) AS period, least(CAST(bucket + INTERVAL 1 month AS DATE), CAST($2 AS DATE)) - 1 AS last_day
  FROM (SELECT unnest(generate_series(CAST(CAST($1 AS DATE) AS TIMESTAMP), CAST(CAST($2 AS DATE) AS TIMESTAMP) - INTERVAL 1 day, INTERVAL 1 month)) AS bucket)
),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(business_seconds) FILTER (WHERE kind = 'running') AS BIGINT) AS m0
  FROM (SELECT s.clock_id, s.segment_number, s.from_at, s.to_at, s.kind, s.business_seconds, s.wall_seconds, s.out_of_hours_seconds, s.team, s.supplier, s.priority, s.state, s.calendar, s.interval_number, c.record_type, c.record_id, c.agreement, c.agreement_type, c.target, c.target_id, c.metric, c.cycle, c.stage, c.service, c.started_at, c.start_date, c.stopped_at, c.stop_date, c.is_completed, c.is_breached FROM fact.segment AS s JOIN fact.clock AS c USING (clock_id)) AS segment
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0)))
  WHERE period IN (SELECT period FROM spine)
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.business_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole de1f7c14, day 67b55525, week 5e8cacf1, month 437a6c2d, quarter 21b755f2, year 5f6ec553, fiscal_quarter f9854cf2, fiscal_year 7522ec80

-- time.wall_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(wall_seconds) AS BIGINT) AS m0
  FROM (SELECT s.clock_id, s.segment_number, s.from_at, s.to_at, s.kind, s.business_seconds, s.wall_seconds, s.out_of_hours_seconds, s.team, s.supplier, s.priority, s.state, s.calendar, s.interval_number, c.record_type, c.record_id, c.agreement, c.agreement_type, c.target, c.target_id, c.metric, c.cycle, c.stage, c.service, c.started_at, c.start_date, c.stopped_at, c.stop_date, c.is_completed, c.is_breached FROM fact.segment AS s JOIN fact.clock AS c USING (clock_id)) AS segment
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.wall_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 173959e0, day 2ba6a2a3, week fc917244, month 0361bdfe, quarter 692ec115, year 57e6ce94, fiscal_quarter bcf74d91, fiscal_year 18a316e9

-- time.paused_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(wall_seconds) FILTER (WHERE kind = 'paused') AS BIGINT) AS m0
  FROM (SELECT s.clock_id, s.segment_number, s.from_at, s.to_at, s.kind, s.business_seconds, s.wall_seconds, s.out_of_hours_seconds, s.team, s.supplier, s.priority, s.state, s.calendar, s.interval_number, c.record_type, c.record_id, c.agreement, c.agreement_type, c.target, c.target_id, c.metric, c.cycle, c.stage, c.service, c.started_at, c.start_date, c.stopped_at, c.stop_date, c.is_completed, c.is_breached FROM fact.segment AS s JOIN fact.clock AS c USING (clock_id)) AS segment
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.paused_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 737c4d7c, day 1a2f2778, week b53735e1, month 2fc7ac81, quarter 98206a87, year 112fe1f4, fiscal_quarter a4ec0b2c, fiscal_year a842d77d

-- time.out_of_hours_seconds by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(out_of_hours_seconds) AS BIGINT) AS m0
  FROM (SELECT s.clock_id, s.segment_number, s.from_at, s.to_at, s.kind, s.business_seconds, s.wall_seconds, s.out_of_hours_seconds, s.team, s.supplier, s.priority, s.state, s.calendar, s.interval_number, c.record_type, c.record_id, c.agreement, c.agreement_type, c.target, c.target_id, c.metric, c.cycle, c.stage, c.service, c.started_at, c.start_date, c.stopped_at, c.stop_date, c.is_completed, c.is_breached FROM fact.segment AS s JOIN fact.clock AS c USING (clock_id)) AS segment
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "time.out_of_hours_seconds"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 3f77853f, day 22e7c47d, week f4179b6d, month 648f7789, quarter 585a1461, year 7bca2f95, fiscal_quarter f2bea2df, fiscal_year 7447ef3e

-- time.supplier_share by month and team: ["2025-02-01","2026-03-19","2025-02-12"]
WITH spine AS (…),
read0 AS (
  SELECT make_date((year("stop_date") * 12 + month("stop_date") - 1) // 12, (year("stop_date") * 12 + month("stop_date") - 1) % 12 + 1, 1) AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(CASE WHEN supplier IS NOT NULL THEN wall_seconds ELSE 0 END) FILTER (WHERE agreement_type = 'SLA' AND wall_seconds IS NOT NULL) AS DOUBLE) / nullif(sum(wall_seconds) FILTER (WHERE agreement_type = 'SLA' AND wall_seconds IS NOT NULL), 0) AS m0
  FROM (SELECT s.clock_id, s.segment_number, s.from_at, s.to_at, s.kind, s.business_seconds, s.wall_seconds, s.out_of_hours_seconds, s.team, s.supplier, s.priority, s.state, s.calendar, s.interval_number, c.record_type, c.record_id, c.agreement, c.agreement_type, c.target, c.target_id, c.metric, c.cycle, c.stage, c.service, c.started_at, c.start_date, c.stopped_at, c.stop_date, c.is_completed, c.is_breached FROM fact.segment AS s JOIN fact.clock AS c USING (clock_id)) AS segment
  WHERE "stop_date" >= CAST($3 AS DATE) AND "stop_date" < CAST($2 AS DATE)
  GROUP BY year("stop_date") * 12 + month("stop_date") - 1, "team"
),
answer AS (…)
SELECT period, d0 AS "team", m0 AS "time.supplier_share"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST;
-- by team, priority, supplier, state, record_type, agreement, agreement_type, target, target_id, metric, cycle, stage, calendar, segment_kind
-- whole 16b8a1ac, day 780ff91f, week 97ea8cf3, month 1bd0ac69, quarter c38f89ca, year b1f95c62, fiscal_quarter 82495f6c, fiscal_year 806f14c1
