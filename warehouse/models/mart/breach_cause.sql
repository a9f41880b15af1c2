-- grain: one breached SLA clock during which a target that underpins its own was overrun, with the first such clock
WITH beneath AS (
  SELECT o.clock_id, o.record_type, o.record_id, o.target_id, o.agreement_type, o.breached_at, unnest(from_json(t.underpins, '["VARCHAR"]')) AS underpinned
  FROM fact.clock o
  JOIN dim.target t ON t.target_id = o.target_id::VARCHAR
  WHERE o.is_breached AND o.agreement_type <> 'SLA' AND o.breached_at IS NOT NULL
)
SELECT
  s.clock_id,
  arg_min(b.clock_id, (b.breached_at, b.clock_id)) AS cause_clock_id,
  arg_min(b.target_id, (b.breached_at, b.clock_id))::VARCHAR AS cause_target_id,
  arg_min(b.agreement_type, (b.breached_at, b.clock_id))::VARCHAR AS cause_agreement_type
FROM fact.clock s
JOIN beneath b ON b.record_type = s.record_type AND b.record_id = s.record_id AND b.underpinned = s.agreement::VARCHAR || '/' || s.target::VARCHAR
WHERE s.agreement_type = 'SLA' AND s.is_completed AND s.is_breached AND b.breached_at <= s.stopped_at
GROUP BY s.clock_id
ORDER BY s.clock_id
