-- grain: one access grant and day by which somebody had to decide whether it stays, as it was last told
WITH told AS (
  SELECT record_id, campaign, due_at, CASE WHEN decided_at <= as_of() THEN decided_at END AS decided_at, verdict, decided_by
  FROM staging.recertification_landed
  QUALIFY row_number() OVER (PARTITION BY record_id, due_at ORDER BY updated_at DESC NULLS LAST, sequence DESC NULLS LAST, row_key DESC) = 1
)
SELECT
  t.record_id,
  g.person,
  g.entitlement,
  g.service,
  g.team,
  t.campaign,
  t.due_at,
  t.decided_at,
  CASE WHEN t.decided_at IS NOT NULL THEN t.verdict END AS verdict,
  t.decided_by,
  local_time(t.due_at)::DATE AS due_date,
  t.due_at <= as_of() AS is_due,
  row_number() OVER (PARTITION BY t.record_id, t.due_at <= as_of() ORDER BY t.due_at DESC) = 1 AS is_latest,
  g.granted_at IS NOT NULL AND g.revoked_at IS NULL AS is_active
FROM told t
LEFT JOIN fact.access_grant g ON g.record_id = t.record_id
ORDER BY t.due_at, t.record_id
