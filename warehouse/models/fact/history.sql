-- grain: one record and stretch of time in which state, team, priority and assignee stay the same; stretches of no length are kept
-- materialised: record
SELECT
  r.record_type,
  r.record_id,
  s.interval_number::INTEGER AS interval_number,
  s.from_at,
  s.to_at,
  s.state,
  s.state_source,
  s.team,
  s.priority,
  s.assignee,
  s.is_open,
  s.is_last,
  s.source,
  s.cause_sequence
FROM staging.stretch s
JOIN staging.record r ON r.record_key = s.record_key
ORDER BY s.record_key, s.interval_number
