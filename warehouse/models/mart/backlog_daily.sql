-- grain: one local date, record type, team, priority and service with open records at the end of that day (at the data instant on the last)
WITH covered AS (
  SELECT record_type, team, priority, service,
    unnest(generate_series(from_date, coalesce(to_date - 1, local_time(as_of())::DATE), INTERVAL 1 DAY))::DATE AS date
  FROM staging.owed
  WHERE is_open AND coalesce(to_date > from_date, TRUE)
)
SELECT date, record_type, team, priority, service, count(*) AS backlog
FROM covered
GROUP BY ALL
ORDER BY date, record_type, team, priority, service
