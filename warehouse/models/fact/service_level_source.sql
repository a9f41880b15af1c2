-- grain: one clock of the source tool, as it last told it
SELECT * EXCLUDE (file_index, row_key, is_update)
FROM staging.service_level_landed
QUALIFY row_number() OVER (
  PARTITION BY coalesce(sla_id, record_id || ' ' || target || ' ' || coalesce(started_at::VARCHAR, ''))
  ORDER BY updated_at DESC NULLS LAST, sequence DESC NULLS LAST, row_key DESC
) = 1
ORDER BY started_at, record_id, target, sla_id
