-- grain: one service of which an outage was ever recorded, and local day since the first recorded one: agreed service time, and what of it the service was down
WITH chosen AS (
  SELECT o.service, c.calendar
  FROM (SELECT DISTINCT service FROM mart.outage) o
  LEFT JOIN (
    SELECT service, arg_max(calendar, (clock_count, calendar)) AS calendar
    FROM (
      SELECT service, calendar::VARCHAR AS calendar, count(*) AS clock_count
      FROM fact.clock
      WHERE agreement_type = 'SLA' AND coalesce(calendar::VARCHAR, '') <> ''
      GROUP BY ALL
    )
    GROUP BY service
  ) c ON c.service = o.service
),
span AS (
  SELECT min(started_at) AS from_at, local_time(min(started_at))::DATE AS first_date, local_time(as_of())::DATE AS last_date FROM fact.outage
),
day AS (
  SELECT date, timezone(reporting_zone(), date::TIMESTAMP) AS day_from, least(timezone(reporting_zone(), (date + 1)::TIMESTAMP), as_of()) AS day_to
  FROM (SELECT unnest(generate_series(first_date, last_date, INTERVAL 1 DAY))::DATE AS date FROM span)
),
opened AS (
  SELECT calendar, open_at, close_at, unnest(generate_series(local_time(open_at)::DATE, local_time(close_at)::DATE, INTERVAL 1 DAY))::DATE AS date
  FROM (
    SELECT w.calendar, greatest(w.open_at, (SELECT from_at FROM span) - INTERVAL 2 DAY) AS open_at, least(w.close_at, as_of()) AS close_at
    FROM dim.calendar_window w
    WHERE w.calendar IN (SELECT calendar FROM chosen) AND w.close_at > (SELECT from_at FROM span) - INTERVAL 2 DAY AND w.open_at < as_of()
  )
),
piece AS (
  SELECT c.service, c.calendar, d.date, greatest(o.open_at, d.day_from) AS from_at, least(o.close_at, d.day_to) AS to_at
  FROM chosen c
  JOIN opened o ON o.calendar = c.calendar
  JOIN day d ON d.date = o.date
  WHERE least(o.close_at, d.day_to) > greatest(o.open_at, d.day_from)
  UNION ALL
  SELECT c.service, NULL, d.date, d.day_from, d.day_to
  FROM chosen c
  CROSS JOIN day d
  WHERE c.calendar IS NULL
),
agreed AS (
  SELECT service, date, sum(seconds_between(from_at, to_at))::BIGINT AS agreed_seconds FROM piece GROUP BY ALL
),
broken AS (
  SELECT service, started_at, end_at, unnest(generate_series(local_time(started_at)::DATE, local_time(end_at)::DATE, INTERVAL 1 DAY))::DATE AS date
  FROM (SELECT service, started_at, coalesce(ended_at, as_of()) AS end_at FROM mart.outage)
),
down AS (
  SELECT p.service, p.date, sum(seconds_between(greatest(p.from_at, b.started_at), least(p.to_at, b.end_at)))::BIGINT AS down_seconds
  FROM piece p
  JOIN broken b ON b.service = p.service AND b.date = p.date
  WHERE least(p.to_at, b.end_at) > greatest(p.from_at, b.started_at)
  GROUP BY ALL
),
failed AS (
  SELECT service, started_date AS date, count(*) AS failure_count FROM mart.outage GROUP BY ALL
)
SELECT
  d.date,
  c.service,
  c.calendar,
  coalesce(a.agreed_seconds, 0) AS agreed_seconds,
  coalesce(n.down_seconds, 0) AS down_seconds,
  coalesce(f.failure_count, 0) AS failure_count
FROM chosen c
CROSS JOIN day d
LEFT JOIN agreed a ON a.service = c.service AND a.date = d.date
LEFT JOIN down n ON n.service = c.service AND n.date = d.date
LEFT JOIN failed f ON f.service = c.service AND f.date = d.date
ORDER BY d.date, c.service
