-- grain: one outage of a service, those that overlap or touch merged; degradations and planned ones are none
WITH told AS (
  SELECT service, configuration_item, started_at, ended_at, coalesce(ended_at, as_of()) AS end_at
  FROM fact.outage
  WHERE coalesce(kind, 'outage') = 'outage'
),
begun AS (
  SELECT *, coalesce(started_at > max(end_at) OVER (PARTITION BY service ORDER BY started_at, end_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), TRUE) AS is_first
  FROM told
),
numbered AS (
  SELECT *, sum(is_first::INTEGER) OVER (PARTITION BY service ORDER BY started_at, end_at ROWS UNBOUNDED PRECEDING) AS island
  FROM begun
)
SELECT
  service,
  CASE WHEN count(DISTINCT configuration_item) = 1 THEN min(configuration_item) END AS configuration_item,
  min(started_at) AS started_at,
  CASE WHEN count(*) = count(ended_at) THEN max(ended_at) END AS ended_at,
  count(*) AS outage_count,
  CASE WHEN count(*) = count(ended_at) THEN seconds_between(min(started_at), max(ended_at)) END AS restore_seconds,
  local_time(min(started_at))::DATE AS started_date
FROM numbered
GROUP BY service, island
ORDER BY started_at, service
