-- grain: one problem closed at least 90 days before the data instant whose incidents belong to a family: its incidents in the 90 days before and after
WITH linked AS (
  SELECT i.problem_id, m.family_id, count(*) AS incident_count
  FROM fact.incident i
  JOIN fact.family_member m ON m.record_type = 'incident' AND m.record_id = i.record_id
  WHERE i.problem_id IS NOT NULL
  GROUP BY i.problem_id, m.family_id
),
closed AS (
  SELECT p.*, l.family_id
  FROM fact.problem p
  JOIN (SELECT problem_id, arg_max(family_id, (incident_count, family_id)) AS family_id FROM linked GROUP BY problem_id) l ON l.problem_id = p.record_id
  WHERE p.is_resolved AND p.closed_at + INTERVAL 90 DAY <= as_of()
),
member AS (
  SELECT m.family_id, i.opened_at
  FROM fact.family_member m
  JOIN fact.incident i ON i.record_id = m.record_id
  WHERE m.record_type = 'incident' AND m.is_counted AND m.family_id IN (SELECT family_id FROM closed)
),
counted AS (
  SELECT
    c.record_id,
    count(*) FILTER (m.opened_at < c.closed_at) AS before_count,
    count(*) FILTER (m.opened_at >= c.closed_at) AS after_count
  FROM (SELECT record_id, family_id, closed_at, closed_at - INTERVAL 90 DAY AS watched_from, closed_at + INTERVAL 90 DAY AS watched_to FROM closed) c
  JOIN member m ON m.family_id = c.family_id AND m.opened_at >= c.watched_from AND m.opened_at < c.watched_to
  GROUP BY c.record_id
)
SELECT
  c.record_id,
  c.title,
  c.state,
  c.team,
  c.service,
  c.category,
  c.priority,
  c.is_known_error,
  c.family_id,
  c.opened_at,
  c.closed_at,
  c.closed_date,
  coalesce(n.before_count, 0) AS before_count,
  coalesce(n.after_count, 0) AS after_count
FROM closed c
LEFT JOIN counted n ON n.record_id = c.record_id
ORDER BY c.closed_at, c.record_id
