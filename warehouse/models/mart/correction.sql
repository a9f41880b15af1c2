-- grain: one record and field (team, category) that ended with another value than the first that is told of it
-- materialised: record
WITH team AS (
  SELECT record_key, arg_min(team, interval_number) AS opened_with, arg_max(team, interval_number) AS ended_with
  FROM staging.stretch
  WHERE team IS NOT NULL
  GROUP BY record_key
),
category AS (
  SELECT record_type, record_id, first(value ORDER BY sequence) AS opened_with, last(value ORDER BY sequence) AS ended_with
  FROM fact.field_change
  WHERE field = 'category'
  GROUP BY record_type, record_id
)
SELECT r.record_type, r.record_id, 'team' AS field, t.opened_with::VARCHAR AS opened_with, t.ended_with::VARCHAR AS ended_with
FROM team t
JOIN staging.record r ON r.record_key = t.record_key
WHERE t.opened_with <> t.ended_with
UNION ALL
SELECT r.record_type, r.record_id, 'category', c.opened_with, c.ended_with
FROM category c
JOIN staging.record r ON r.record_type = c.record_type AND r.record_id = c.record_id
WHERE c.opened_with <> c.ended_with
