-- stretches of a record follow each other without gap or overlap, and only the last is open-ended
SELECT record_type, record_id, count(*) AS stretches, max(interval_number) AS last_number, count(*) FILTER (is_last) AS last_ones
FROM fact.history
GROUP BY record_type, record_id
HAVING count(*) <> max(interval_number)
  OR count(*) FILTER (is_last) <> 1
  OR bool_or(is_last <> (to_at IS NULL))
  OR bool_or(coalesce(to_at < from_at, FALSE))
  OR sum(CASE WHEN interval_number > 1 THEN hash(from_at, interval_number) ELSE 0 END::HUGEINT)
    <> sum(CASE WHEN to_at IS NOT NULL THEN hash(to_at, interval_number + 1) ELSE 0 END::HUGEINT)
