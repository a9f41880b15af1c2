-- nothing in the history lies after the data instant
SELECT record_type, record_id, interval_number, from_at, to_at
FROM fact.history
WHERE from_at > (SELECT as_of FROM meta.build) OR to_at > (SELECT as_of FROM meta.build)
