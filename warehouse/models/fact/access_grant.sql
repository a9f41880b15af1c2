-- grain: one access grant, newest known version
-- materialised: record
SELECT
  * EXCLUDE (record_key),
  seconds_between(opened_at, granted_at) AS grant_seconds,
  not_negative(seconds_between(revoke_due_at, revoked_at)) AS revoke_seconds,
  granted_at IS NOT NULL AND revoked_at IS NULL AND coalesce(NOT is_person_active, FALSE) AS is_orphan,
  coalesce(coalesce(revoked_at, as_of()) > revoke_due_at, FALSE) AS is_late_revocation
FROM staging.access_grant
ORDER BY record_key
