-- grain: one reply on a known record, as it was last told
SELECT
  *,
  coalesce(role = 'agent', FALSE) AS is_by_agent,
  coalesce(role = 'agent', FALSE) AND is_public AND NOT is_automatic AS is_answer
FROM (
  SELECT
    r.record_key,
    r.record_type,
    r.record_id,
    l.replied_at,
    l.sequence,
    l.author,
    coalesce(l.author_role, p.role) AS role,
    coalesce(l.is_public, FALSE) AS is_public,
    coalesce(l.is_automatic, FALSE) AS is_automatic
  FROM (
    SELECT *
    FROM staging.reply_landed
    WHERE replied_at <= as_of()
    QUALIFY row_number() OVER (PARTITION BY record_type, record_id, replied_at, sequence, author ORDER BY row_key DESC) = 1
  ) l
  JOIN staging.record r ON r.record_type = l.record_type AND r.record_id = l.record_id
  ASOF LEFT JOIN (
    SELECT person, role, coalesce(changed_at, TIMESTAMPTZ '-infinity') AS since
    FROM staging.person_landed
    QUALIFY row_number() OVER (PARTITION BY person, since ORDER BY row_key DESC) = 1
  ) p ON p.person = l.author AND l.replied_at >= p.since
)
