-- stretches of a record follow each other without gap or overlap, and only the last is open-ended
SELECT record_type, record_id, interval_number, from_at, to_at, next_from_at
FROM (
  SELECT *, lead(from_at) OVER w AS next_from_at, lead(interval_number) OVER w AS next_number
  FROM fact.history
  WINDOW w AS (PARTITION BY record_type, record_id ORDER BY interval_number)
)
WHERE to_at IS DISTINCT FROM next_from_at OR to_at < from_at OR is_last <> (to_at IS NULL) OR next_number <> interval_number + 1
