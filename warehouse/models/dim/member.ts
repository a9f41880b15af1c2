import { contract, recordTypes } from '../../contract.ts';
import type { CodeModel } from '../../model.ts';

/** Columns that people filter by, of whatever record type has them. */
export const filterColumns = [
  'approval',
  'assignee',
  'category',
  'change_type',
  'channel',
  'configuration_item',
  'customer',
  'entitlement',
  'impact',
  'location',
  'metric',
  'outcome',
  'priority',
  'queue',
  'request_type',
  'resolution_code',
  'service',
  'significance',
  'state',
  'state_source',
  'subcategory',
  'supplier',
  'symptom',
  'team',
  'urgency'
] as const;

/** What filter pickers offer, the most frequent first. */
export const memberModel: CodeModel = {
  name: 'dim.member',
  grain: 'one value of a dimension, over all record types',
  reads: recordTypes.map((type) => `fact.${type}`),
  run: async ({ connection }) => {
    const selects = recordTypes.flatMap((type) =>
      filterColumns
        .filter((name) => contract[type].some((column) => column.name === name))
        .map((name) => `SELECT '${name}' AS dimension, ${name}::VARCHAR AS member, count(*) AS record_count FROM fact.${type} GROUP BY 2`)
    );
    await connection.run(`CREATE OR REPLACE TABLE dim.member AS
      SELECT dimension, member, sum(record_count)::BIGINT AS record_count FROM (${selects.join(' UNION ALL ')})
      WHERE member IS NOT NULL GROUP BY ALL ORDER BY dimension, record_count DESC, member`);
  }
};
