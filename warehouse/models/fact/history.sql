-- grain: one record and stretch of time in which state, team, priority and assignee stay the same; stretches of no length are kept
-- materialised: record
SELECT
  r.record_type,
  r.record_id,
  s.interval_number::INTEGER AS interval_number,
  s.from_at,
  s.to_at,
  s.state::VARCHAR AS state,
  s.state_source::VARCHAR AS state_source,
  s.team::VARCHAR AS team,
  s.priority::BIGINT AS priority,
  s.assignee::VARCHAR AS assignee,
  s.is_open,
  s.to_at IS NULL AS is_last,
  s.source,
  s.cause_sequence
FROM staging.stretch s
JOIN staging.record r ON r.record_key = s.record_key
