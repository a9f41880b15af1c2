-- grain: one outage as it was last told
SELECT
  outage_id,
  service,
  configuration_item,
  kind,
  title,
  incident_id,
  started_at,
  CASE WHEN ended_at <= as_of() THEN greatest(ended_at, started_at) END AS ended_at
FROM staging.outage_landed
WHERE started_at <= as_of()
QUALIFY row_number() OVER (
  PARTITION BY coalesce(outage_id, service || ' ' || epoch_us(started_at)) ORDER BY updated_at DESC NULLS LAST, sequence DESC NULLS LAST, row_key DESC
) = 1
ORDER BY started_at, service, outage_id
