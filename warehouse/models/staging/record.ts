import { recordTypes, type RecordType } from '../../contract.ts';
import type { CodeModel, ModelContext } from '../../model.ts';
import { columnOr, hasLife, milestones } from './columns.ts';

/** Order of versions, oldest first: see docs/decisions.md, "newest version". */
export const versionOrder = 'v.ordinal, v.updated_at NULLS FIRST, v.sequence NULLS FIRST, NOT v.is_update, v.row_key';

/**
 * One row per record: its key inside this build (records of a type in order of opening), its newest version, and what is known
 * of its course. Keys are dense integers so that windows and joins over history never touch the text ids again.
 */
export const recordModel: CodeModel = {
  name: 'staging.record',
  grain: 'one record of any type that has landed',
  reads: ['staging.landed'],
  also: [{ name: 'staging.newest', grain: 'one record and source: its newest version there; place 1 is the newest of all' }],
  run: async (context) => {
    await groupRecords(context);
    context.onProgress(0.3);
    await context.connection.run(`CREATE OR REPLACE VIEW staging.version AS ${recordTypes.map(versionSelect).join(' UNION ALL ')}`);
    await context.connection.run(newest);
    context.onProgress(0.9);
    await context.connection.run(record);
  }
};

/** One pass over ids and times; 2^40 keys per type. */
async function groupRecords({ connection }: ModelContext): Promise<void> {
  const selects = recordTypes.map(
    (type, index) => `SELECT ${index} * 1099511627776 + row_number() OVER (ORDER BY min(l.opened_at), l.record_id) AS record_key,
      '${type}' AS record_type, l.record_id, count(*)::INTEGER AS version_count, count(l.sequence) = count(*) AS is_sequenced,
      max(coalesce(least(l.updated_at, as_of()), l.opened_at)) FILTER (l.is_update) AS last_logged_at
    FROM staging.${type}_landed l GROUP BY l.record_id`
  );
  await connection.run(`CREATE OR REPLACE TABLE staging.record_group AS ${selects.join(' UNION ALL ')}`);
}

/** Narrow columns of every landed row. `told_at`: when the row says it was so; never after the data instant. */
function versionSelect(type: RecordType): string {
  const names = milestones[type];
  const at = (name: string | undefined): string => columnOr(type, name, 'TIMESTAMPTZ');
  const told = [names?.taken, names?.done, names?.ended].map((name) => `CASE WHEN ${at(name)} <= as_of() THEN ${at(name)} END`);
  return `SELECT g.record_key, l.file_index, l.row_key, l.is_update, CASE WHEN g.is_sequenced THEN l.sequence END AS ordinal, l.updated_at, l.sequence,
    least(l.opened_at, as_of()) AS opened_at,
    coalesce(CASE WHEN l.updated_at IS NOT NULL THEN least(l.updated_at, as_of()) WHEN NOT l.is_update THEN greatest(${told.join(', ')}) END, l.opened_at) AS told_at,
    ${told[0]} AS taken_at, ${told[1]} AS done_at, ${told[2]} AS ended_at,
    ${columnOr(type, 'state', 'VARCHAR')} AS state, ${columnOr(type, 'state_source', 'VARCHAR')} AS state_source, ${columnOr(type, 'team', 'VARCHAR')} AS team,
    ${columnOr(type, 'priority', 'BIGINT')} AS priority, ${columnOr(type, 'assignee', 'VARCHAR')} AS assignee, ${hasLife(type)} AS has_life
  FROM staging.${type}_landed l JOIN staging.record_group g ON g.record_type = '${type}' AND g.record_id = l.record_id`;
}

const newestFirst = 'ordinal DESC NULLS LAST, updated_at DESC NULLS LAST, sequence DESC NULLS LAST, is_update, row_key DESC';

const newest = `CREATE OR REPLACE TABLE staging.newest AS
  SELECT *, row_number() OVER (PARTITION BY record_key ORDER BY ${newestFirst}) AS place
  FROM (
    SELECT v.record_key, f.source_number, v.is_update, v.row_key, v.file_index, v.ordinal, v.updated_at, v.sequence, v.opened_at
    FROM staging.version v JOIN build.file f ON f.record_type_number = v.record_key // 1099511627776 AND f.file_index = v.file_index
    QUALIFY row_number() OVER (PARTITION BY v.record_key, f.source_number ORDER BY ${newestFirst.replaceAll(/(\w+)( DESC[\w ]*)?(,|$)/g, 'v.$1$2$3')}) = 1
  )`;

const record = `CREATE OR REPLACE TABLE staging.record AS
  WITH state_history AS (
    SELECT record_type, record_id, count(*) AS row_count, bool_or(field = 'state') AS tells_state FROM staging.history_landed GROUP BY ALL
  )
  SELECT g.record_key, g.record_type, g.record_id, g.version_count, g.last_logged_at, n.opened_at,
    h.row_count IS NOT NULL AS has_field_history,
    coalesce(h.tells_state, FALSE) AS tells_state,
    g.last_logged_at IS NOT NULL OR coalesce(h.tells_state, FALSE) AS has_history
  FROM staging.record_group g
  JOIN staging.newest n ON n.record_key = g.record_key AND n.place = 1
  LEFT JOIN state_history h ON h.record_type = g.record_type AND h.record_id = g.record_id`;
