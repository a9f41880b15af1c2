-- grain: one reply on a record, with the role its author had then
-- materialised: record
SELECT
  record_type,
  record_id,
  replied_at,
  author,
  role,
  is_public,
  is_automatic,
  is_by_agent
FROM staging.reply
ORDER BY record_key, replied_at, sequence
