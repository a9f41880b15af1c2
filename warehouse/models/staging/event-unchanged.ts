import type { CodeModel } from '../../model.ts';

/** In an incremental build, the events that stay as the published build has them: repetition is judged among all events. */
export const eventUnchangedModel: CodeModel = {
  name: 'staging.event_unchanged',
  grain: 'one event that no new delivery concerns',
  reads: [],
  run: ({ connection, changed }) =>
    connection.run(
      changed
        ? `CREATE OR REPLACE TABLE staging.event_unchanged AS SELECT record_id, fingerprint, opened_at FROM fact.event
           WHERE record_id NOT IN (SELECT record_id FROM ${changed.relation} WHERE record_type = 'event')`
        : 'CREATE OR REPLACE TABLE staging.event_unchanged (record_id VARCHAR, fingerprint VARCHAR, opened_at TIMESTAMPTZ)'
    )
};
