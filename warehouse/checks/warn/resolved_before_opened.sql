-- no record is resolved before it was opened
SELECT 'incident' AS record_type, record_id, opened_at, resolved_at FROM fact.incident WHERE resolved_at < opened_at
UNION ALL
SELECT 'request' AS record_type, record_id, opened_at, resolved_at FROM fact.request WHERE resolved_at < opened_at
UNION ALL
SELECT 'problem' AS record_type, record_id, opened_at, resolved_at FROM fact.problem WHERE resolved_at < opened_at
UNION ALL
SELECT 'change' AS record_type, record_id, opened_at, resolved_at FROM fact.change WHERE resolved_at < opened_at
UNION ALL
SELECT 'event' AS record_type, record_id, opened_at, resolved_at FROM fact.event WHERE resolved_at < opened_at
