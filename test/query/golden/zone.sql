-- {"measures":["incident.opened","incident.resolved","incident.backlog","incident.backlog_net"],"dimensions":["team"],"grain":"week","period":{"last":2,"unit":"week"},"zone":"Asia/Tokyo"}
-- values ["[2026-03-09, 2026-03-16]","[2026-03-15, 2026-03-18]","2026-03-09","2026-03-19"]
-- period {"from":"2026-03-09","to":"2026-03-19","isPartial":true,"partialFrom":"2026-03-16"}
-- {"incident.backlog_net":"not available from this source, because the table mart.backlog_change has not been built"}
WITH spine AS (
  SELECT unnest(CAST($1 AS DATE[])) AS period, unnest(CAST($2 AS DATE[])) AS last_day
),
read0 AS (
  SELECT DATE '1970-01-05' + CAST((("opened_date" - DATE '1970-01-05') // 7) * 7 AS INTEGER) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m0
  FROM (SELECT * REPLACE (CASE WHEN opened_date IS NOT NULL THEN CAST(CASE WHEN epoch_us(opened_at) >= 1736121600000000 AND epoch_us(opened_at) < 1773916200000000 THEN make_timestamp(epoch_us(opened_at) + CASE WHEN epoch_us(opened_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', opened_at) END AS DATE) END AS opened_date, CAST(hour(CASE WHEN epoch_us(opened_at) >= 1736121600000000 AND epoch_us(opened_at) < 1773916200000000 THEN make_timestamp(epoch_us(opened_at) + CASE WHEN epoch_us(opened_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', opened_at) END) AS TINYINT) AS opened_hour, CAST(isodow(CASE WHEN epoch_us(opened_at) >= 1736121600000000 AND epoch_us(opened_at) < 1773916200000000 THEN make_timestamp(epoch_us(opened_at) + CASE WHEN epoch_us(opened_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', opened_at) END) AS TINYINT) AS opened_weekday, CASE WHEN resolved_date IS NOT NULL THEN CAST(CASE WHEN epoch_us(resolved_at) >= 1736121600000000 AND epoch_us(resolved_at) < 1773916200000000 THEN make_timestamp(epoch_us(resolved_at) + CASE WHEN epoch_us(resolved_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', resolved_at) END AS DATE) END AS resolved_date) FROM fact.incident) AS incident
  WHERE "opened_date" >= CAST($3 AS DATE) AND "opened_date" < CAST($4 AS DATE)
  GROUP BY ("opened_date" - DATE '1970-01-05') // 7, "team"
),
read1 AS (
  SELECT DATE '1970-01-05' + CAST((("resolved_date" - DATE '1970-01-05') // 7) * 7 AS INTEGER) AS period, CAST("team" AS VARCHAR) AS d0, count(*) AS m1
  FROM (SELECT * REPLACE (CASE WHEN opened_date IS NOT NULL THEN CAST(CASE WHEN epoch_us(opened_at) >= 1736121600000000 AND epoch_us(opened_at) < 1773916200000000 THEN make_timestamp(epoch_us(opened_at) + CASE WHEN epoch_us(opened_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', opened_at) END AS DATE) END AS opened_date, CAST(hour(CASE WHEN epoch_us(opened_at) >= 1736121600000000 AND epoch_us(opened_at) < 1773916200000000 THEN make_timestamp(epoch_us(opened_at) + CASE WHEN epoch_us(opened_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', opened_at) END) AS TINYINT) AS opened_hour, CAST(isodow(CASE WHEN epoch_us(opened_at) >= 1736121600000000 AND epoch_us(opened_at) < 1773916200000000 THEN make_timestamp(epoch_us(opened_at) + CASE WHEN epoch_us(opened_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', opened_at) END) AS TINYINT) AS opened_weekday, CASE WHEN resolved_date IS NOT NULL THEN CAST(CASE WHEN epoch_us(resolved_at) >= 1736121600000000 AND epoch_us(resolved_at) < 1773916200000000 THEN make_timestamp(epoch_us(resolved_at) + CASE WHEN epoch_us(resolved_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', resolved_at) END AS DATE) END AS resolved_date) FROM fact.incident) AS incident
  WHERE "resolved_date" >= CAST($3 AS DATE) AND "resolved_date" < CAST($4 AS DATE)
  GROUP BY ("resolved_date" - DATE '1970-01-05') // 7, "team"
),
read2 AS (
  SELECT period AS period, CAST("team" AS VARCHAR) AS d0, CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m2
  FROM (SELECT record_type, team, priority, service, 1 AS backlog, CAST(state = 'new' AS INTEGER) AS backlog_new, CAST(state = 'in_progress' AS INTEGER) AS backlog_in_progress, CAST(state = 'on_hold' AS INTEGER) AS backlog_on_hold,
      CAST(unnest(generate_series(from_date, to_date - 1, INTERVAL 1 DAY)) AS DATE) AS date
    FROM (SELECT record_type, state, team, priority, service, CAST(CASE WHEN epoch_us(from_at) >= 1736121600000000 AND epoch_us(from_at) < 1773916200000000 THEN make_timestamp(epoch_us(from_at) + CASE WHEN epoch_us(from_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', from_at) END AS DATE) AS from_date, coalesce(CAST(CASE WHEN epoch_us(to_at) >= 1736121600000000 AND epoch_us(to_at) < 1773916200000000 THEN make_timestamp(epoch_us(to_at) + CASE WHEN epoch_us(to_at) >= 1736121600000000 THEN 32400000000 END) ELSE timezone('Asia/Tokyo', to_at) END AS DATE), CAST(timezone('Asia/Tokyo', CAST('2026-03-18T10:30:00.000Z' AS TIMESTAMPTZ)) AS DATE) + 1) AS to_date
      FROM (SELECT h.*, r.service, r.title, r.opened_at FROM fact.history AS h JOIN fact.incident AS r USING (record_id)
      WHERE h.record_type = 'incident' AND h.is_open))
    WHERE to_date > from_date) AS backlog JOIN spine ON "date" = last_day
  GROUP BY period, "team"
),
answer AS (
  SELECT period, d0, any_value(m0) AS m0, any_value(m1) AS m1, any_value(m2) AS m2
  FROM (SELECT * FROM read0 UNION ALL BY NAME SELECT * FROM read1 UNION ALL BY NAME SELECT * FROM read2 UNION ALL BY NAME SELECT * FROM (SELECT period, d0 FROM spine CROSS JOIN (SELECT d0 FROM read0 UNION SELECT d0 FROM read1 UNION SELECT d0 FROM read2)))
  GROUP BY period, d0
)
SELECT period, d0 AS "team", coalesce(m0, 0) AS "incident.opened", coalesce(m1, 0) AS "incident.resolved", coalesce(m2, 0) AS "incident.backlog", CAST(NULL AS BIGINT) AS "incident.backlog_net"
FROM answer
ORDER BY period ASC, d0 ASC NULLS LAST
