import { recordTypes, type RecordType } from '../../contract.ts';
import type { CodeModel, ModelContext } from '../../model.ts';
import { columnOr, hasLife, milestones } from './columns.ts';

/** Keys of one record type; a key's type is `record_key // keysPerType`. */
export const keysPerType = 2 ** 40;

/**
 * Order of versions, oldest first: by the source's sequence where every row of the record has one, else by the time told; of two
 * equal ones the record's own row is newer than its log's, and the later delivery newer than the earlier.
 */
export const versionOrder = 'ordinal, updated_at NULLS FIRST, sequence NULLS FIRST, NOT is_update, row_key';
const newestFirst = 'ordinal DESC NULLS LAST, updated_at DESC NULLS LAST, sequence DESC NULLS LAST, is_update, row_key DESC';

/**
 * One row per record: its key inside this build (records of a type in order of opening), its newest version, and what is known
 * of its course. Keys are integers and words are codes, so that windows and joins over history never touch text again.
 */
export const recordModel: CodeModel = {
  name: 'staging.record',
  grain: 'one record of any type that has landed',
  reads: ['staging.landed'],
  also: [
    { name: 'staging.version', grain: 'one landed row of a record, narrow' },
    { name: 'staging.newest', grain: 'one record: its newest version' }
  ],
  run: async ({ connection, onProgress }: ModelContext) => {
    await connection.run(`CREATE TYPE build.word AS ENUM (${words()})`);
    await connection.run("CREATE TYPE build.state AS ENUM ('new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')");
    await connection.run(`CREATE OR REPLACE TABLE staging.record_name AS ${recordTypes.map(nameSelect).join(' UNION ALL ')}`);
    onProgress(0.3);
    await connection.run(`CREATE OR REPLACE TABLE staging.version AS ${recordTypes.map(versionSelect).join(' UNION ALL ')}`);
    onProgress(0.6);
    await connection.run(`CREATE OR REPLACE TABLE staging.course AS ${course}`);
    await connection.run(`CREATE OR REPLACE TABLE staging.newest AS ${newest}`);
    onProgress(0.9);
    await connection.run(`CREATE OR REPLACE TABLE staging.record AS ${record}`);
    await connection.run('DROP TABLE staging.record_name');
    await connection.run('DROP TABLE staging.course');
  }
};

/** Every word that history compares, so that each is a small code inside the build. */
function words(): string {
  const ofTypes = recordTypes
    .filter(hasLife)
    .flatMap((type) =>
      ['state_source', 'team', 'assignee', 'service'].map((name) => [columnOr(type, name, 'VARCHAR'), `staging.${type}_landed l`] as const)
    )
    .filter(([column]) => column.startsWith('l.'));
  const ofHistory = ['l.value', 'l.value_source'].map((column) => [column, 'staging.history_landed l'] as const);
  return `${[...ofTypes, ...ofHistory].map(([column, table]) => `SELECT DISTINCT ${column} AS word FROM ${table} WHERE ${column} IS NOT NULL`).join(' UNION ')} ORDER BY 1`;
}

const nameSelect = (type: RecordType, index: number): string =>
  `SELECT ${index * keysPerType} + row_number() OVER (ORDER BY min(l.opened_at), l.record_id) AS record_key, '${type}' AS record_type, l.record_id
   FROM staging.${type}_landed l GROUP BY l.record_id`;

/** `told_at`: when the row says it was so; never after the data instant. */
function versionSelect(type: RecordType, index: number): string {
  const names = milestones[type];
  const at = (name: string | undefined): string => columnOr(type, name, 'TIMESTAMPTZ');
  const [taken, done, ended] = [names?.taken, names?.done, names?.ended].map(
    (name) => `CASE WHEN NOT l.is_update AND ${at(name)} <= as_of() THEN ${at(name)} END`
  );
  const word = (name: string): string => `${columnOr(type, name, 'VARCHAR')}::build.word AS ${name}`;
  return `SELECT n.record_key, l.file_index::INTEGER AS file_index, l.row_key, l.is_update, l.updated_at, l.sequence,
    least(l.opened_at, as_of()) AS opened_at, coalesce(CASE WHEN l.updated_at IS NOT NULL THEN least(l.updated_at, as_of()) END, greatest(${taken}, ${done}, ${ended}), l.opened_at) AS told_at,
    ${taken} AS taken_at, ${done} AS done_at, ${ended} AS ended_at, ${columnOr(type, 'state', 'VARCHAR')}::build.state AS state,
    ${word('state_source')}, ${word('team')}, ${columnOr(type, 'priority', 'BIGINT')}::TINYINT AS priority, ${word('assignee')}, ${hasLife(type)} AS has_life
  FROM staging.${type}_landed l JOIN staging.record_name n ON n.record_key // ${keysPerType} = ${index} AND n.record_id = l.record_id`;
}

const course = `SELECT record_key, count(*)::INTEGER AS version_count, count(sequence) = count(*) AS is_sequenced, max(sequence) AS last_sequence,
    max(updated_at) AS last_updated_at, max(told_at) FILTER (is_update) AS last_logged_at, max(told_at) FILTER (NOT is_update) AS last_recorded_at
  FROM staging.version GROUP BY record_key`;

/** Only rows that could be the newest are put in order. */
const newest = `SELECT v.record_key, v.row_key, v.file_index, v.opened_at, v.updated_at, f.source_number
  FROM (
    SELECT v.*, CASE WHEN c.is_sequenced THEN v.sequence END AS ordinal
    FROM staging.version v JOIN staging.course c ON c.record_key = v.record_key
    WHERE CASE WHEN c.is_sequenced THEN v.sequence = c.last_sequence ELSE v.updated_at IS NOT DISTINCT FROM c.last_updated_at END
  ) v JOIN build.file f ON f.record_type_number = v.record_key // ${keysPerType} AND f.file_index = v.file_index
  QUALIFY row_number() OVER (PARTITION BY v.record_key ORDER BY ${newestFirst}) = 1`;

const record = `WITH state_history AS (
    SELECT record_type, record_id, bool_or(field = 'state') AS tells_state FROM staging.history_landed WHERE field IS NOT NULL GROUP BY ALL
  )
  SELECT n.record_key, n.record_type, n.record_id, w.row_key, w.file_index, w.source_number, w.opened_at, c.version_count, c.is_sequenced,
    c.last_logged_at, c.last_logged_at IS NOT NULL AND NOT coalesce(c.last_recorded_at > c.last_logged_at, FALSE) AS is_only_logged,
    h.record_id IS NOT NULL AS has_field_history, coalesce(h.tells_state, FALSE) AS tells_state,
    c.last_logged_at IS NOT NULL OR coalesce(h.tells_state, FALSE) AS has_history
  FROM staging.record_name n
  JOIN staging.course c ON c.record_key = n.record_key
  JOIN staging.newest w ON w.record_key = n.record_key
  LEFT JOIN state_history h ON h.record_type = n.record_type AND h.record_id = n.record_id`;
