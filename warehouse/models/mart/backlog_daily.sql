-- grain: one local date, record type, team, priority and service with open records at the end of that day (at the data instant on the last)
WITH span AS (
  SELECT record_key, team, priority, local_time(from_at)::DATE AS from_date, coalesce(local_time(to_at)::DATE, local_time(as_of())::DATE + 1) AS to_date
  FROM staging.stretch
  WHERE is_open
),
covered AS (
  SELECT o.record_type, s.team, s.priority, o.service, unnest(generate_series(from_date, to_date - 1, INTERVAL 1 DAY))::DATE AS date
  FROM span s
  JOIN staging.owed o ON o.record_key = s.record_key
  WHERE s.to_date > s.from_date
)
SELECT date, record_type, team::VARCHAR AS team, priority::BIGINT AS priority, service, count(*) AS backlog
FROM covered
GROUP BY ALL
ORDER BY ALL
