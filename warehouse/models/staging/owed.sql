-- grain: one stretch of a record whose open time is owed work, with the service of its newest version
WITH owed AS (
  SELECT 'incident' AS record_type, record_id, service FROM fact.incident
  UNION ALL
  SELECT 'request', record_id, service FROM fact.request
  UNION ALL
  SELECT 'problem', record_id, service FROM fact.problem
  UNION ALL
  SELECT 'change', record_id, service FROM fact.change
  UNION ALL
  SELECT 'event', record_id, service FROM fact.event
)
SELECT h.record_type, h.record_id, h.interval_number, h.state, h.is_open, h.team, h.priority, o.service,
  local_time(h.from_at)::DATE AS from_date, local_time(h.to_at)::DATE AS to_date
FROM fact.history h
JOIN owed o ON o.record_type = h.record_type AND o.record_id = h.record_id
