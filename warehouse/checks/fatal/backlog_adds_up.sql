-- the backlog counted from history equals the running sum of what entered and left, in every group on every day
WITH summed AS (
  SELECT record_type, team, priority, service, date,
    sum(net) OVER (PARTITION BY record_type, team, priority, service ORDER BY date) AS expected,
    lead(date) OVER (PARTITION BY record_type, team, priority, service ORDER BY date) AS next_date
  FROM mart.backlog_change
),
per_day AS (
  SELECT record_type, team, priority, service, expected,
    unnest(generate_series(date, coalesce(next_date - 1, (SELECT data_to FROM meta.build)), INTERVAL 1 DAY))::DATE AS date
  FROM summed
  WHERE expected <> 0
)
SELECT coalesce(s.date, d.date) AS date, coalesce(s.record_type, d.record_type) AS record_type, coalesce(s.team, d.team) AS team, s.expected, d.backlog
FROM per_day s
FULL JOIN mart.backlog_daily d ON d.date = s.date AND d.record_type = s.record_type AND d.team IS NOT DISTINCT FROM s.team
  AND d.priority IS NOT DISTINCT FROM s.priority AND d.service IS NOT DISTINCT FROM s.service
WHERE s.expected IS DISTINCT FROM d.backlog
