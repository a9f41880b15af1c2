-- the open flag, taken from the last stretch of history, agrees with the newest version's state
SELECT 'incident' AS record_type, record_id, state, is_open FROM fact.incident WHERE state IS NOT NULL AND is_open IS DISTINCT FROM (state IN ('new', 'in_progress', 'on_hold'))
UNION ALL
SELECT 'request' AS record_type, record_id, state, is_open FROM fact.request WHERE state IS NOT NULL AND is_open IS DISTINCT FROM (state IN ('new', 'in_progress', 'on_hold'))
UNION ALL
SELECT 'problem' AS record_type, record_id, state, is_open FROM fact.problem WHERE state IS NOT NULL AND is_open IS DISTINCT FROM (state IN ('new', 'in_progress', 'on_hold'))
UNION ALL
SELECT 'change' AS record_type, record_id, state, is_open FROM fact.change WHERE state IS NOT NULL AND is_open IS DISTINCT FROM (state IN ('new', 'in_progress', 'on_hold'))
UNION ALL
SELECT 'event' AS record_type, record_id, state, is_open FROM fact.event WHERE state IS NOT NULL AND is_open IS DISTINCT FROM (state IN ('new', 'in_progress', 'on_hold'))
UNION ALL
SELECT 'access_grant' AS record_type, record_id, state, is_open FROM fact.access_grant WHERE state IS NOT NULL AND is_open IS DISTINCT FROM (state IN ('new', 'in_progress', 'on_hold'))
