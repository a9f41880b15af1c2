import type { CodeModel } from '../../model.ts';

/** Clocks as the source tool tells them, to set beside ours. They depend on nothing else, so they stay unless new ones came. */
export const serviceLevelSourceModel: CodeModel = {
  name: 'fact.service_level_source',
  grain: 'one clock of the source tool, as it last told it',
  reads: ['staging.service_level_landed'],
  run: async ({ connection, changed }) => {
    if (changed && !changed.delivered.has('service_level')) return;
    await connection.run(`CREATE OR REPLACE TABLE fact.service_level_source AS
      SELECT * EXCLUDE (file_index, row_key, is_update)
      FROM staging.service_level_landed
      QUALIFY row_number() OVER (
        PARTITION BY coalesce(sla_id, record_id || ' ' || target || ' ' || coalesce(started_at::VARCHAR, ''))
        ORDER BY updated_at DESC NULLS LAST, sequence DESC NULLS LAST, row_key DESC
      ) = 1
      ORDER BY started_at, record_id, target, sla_id`);
  }
};
