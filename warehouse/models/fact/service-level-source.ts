import type { CodeModel } from '../../model.ts';

/** Clocks as the source tool tells them, on records by the number that people use, to set beside ours. They depend on nothing else, so they stay unless new ones came. */
export const serviceLevelSourceModel: CodeModel = {
  name: 'fact.service_level_source',
  grain: 'one clock of the source tool, as it last told it',
  reads: ['staging.service_level_landed', 'staging.alias_landed'],
  run: async ({ connection, changed }) => {
    if (changed && !changed.delivered.has('service_level') && !changed.delivered.has('alias')) return;
    await connection.run(`CREATE OR REPLACE TABLE fact.service_level_source AS
      SELECT l.* EXCLUDE (file_index, row_key, is_update) REPLACE (coalesce(a.record_id, l.record_id) AS record_id)
      FROM staging.service_level_landed l
      LEFT JOIN (SELECT alias, arg_max(record_id, row_key) AS record_id FROM staging.alias_landed GROUP BY alias) a ON a.alias = l.record_id
      QUALIFY row_number() OVER (
        PARTITION BY coalesce(l.sla_id, l.record_id || ' ' || l.target || ' ' || coalesce(l.started_at::VARCHAR, ''))
        ORDER BY l.updated_at DESC NULLS LAST, l.sequence DESC NULLS LAST, l.row_key DESC
      ) = 1
      ORDER BY started_at, record_id, target, sla_id`);
  }
};
