-- grain: one hand-over of an open record from one team to another
-- materialised: record
WITH handed AS (
  SELECT
    record_key,
    interval_number,
    from_at,
    team_before,
    team,
    priority,
    list_contains(list(team_before) OVER (PARTITION BY record_key ORDER BY interval_number), team) AS is_return
  FROM staging.stretch
  WHERE is_open AND team_before <> team
), record AS (
  SELECT record_key, team, service, category, location, customer, supplier FROM staging.incident
  UNION ALL
  SELECT record_key, team, service, category, location, customer, supplier FROM staging.request
  UNION ALL
  SELECT record_key, team, service, category, location, customer, supplier FROM staging.problem
)
SELECT
  r.record_type,
  r.record_id,
  h.interval_number::INTEGER AS interval_number,
  h.from_at AS handed_at,
  local_time(h.from_at)::DATE AS handed_date,
  h.team_before::VARCHAR AS from_team,
  h.team::VARCHAR AS to_team,
  h.is_return,
  h.priority::BIGINT AS priority,
  d.team::VARCHAR AS team,
  d.service::VARCHAR AS service,
  d.category::VARCHAR AS category,
  d.location::VARCHAR AS location,
  d.customer::VARCHAR AS customer,
  d.supplier::VARCHAR AS supplier
FROM handed h
JOIN staging.record r ON r.record_key = h.record_key
JOIN record d ON d.record_key = h.record_key
ORDER BY h.record_key, h.interval_number
