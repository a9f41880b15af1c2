-- grain: one record with a life cycle: what its course says of it as a whole
SELECT
  record_key,
  bool_or(is_open AND to_at IS NULL) AS is_open,
  bool_or(state IN ('resolved', 'closed') AND to_at IS NULL) AS is_resolved,
  bool_or(state = 'cancelled' AND to_at IS NULL) AS is_cancelled,
  bool_or(coalesce(is_open AND state_before IN ('resolved', 'closed'), FALSE)) AS is_reopened,
  bool_or(coalesce(team <> team_before, FALSE)) AS is_reassigned,
  count(DISTINCT team)::INTEGER AS team_count
FROM staging.stretch
GROUP BY record_key
