import { contract, recordTypes, type RecordType } from '../../contract.ts';
import type { Connection } from '../../connection.ts';
import { readLanding } from '../../landing.ts';
import type { CodeModel, ModelContext } from '../../model.ts';
import { hasColumn, hasLife } from '../staging/columns.ts';
import { keysPerType, versionOrder } from '../staging/record.ts';
import { findSources, type Source } from '../staging/sources.ts';

/** Fields that `fact.history` itself holds. */
const held = ['state', 'team', 'priority', 'assignee'];
/** Fields whose course is told here. */
export const changingFields: readonly string[] = (contract.history.find(({ name }) => name === 'field')?.values ?? []).filter(
  (name) => !held.includes(name)
);

/**
 * What else a record was like then: every value of a field outside `fact.history`, of records and fields that ever had more than one.
 * The first value holds from the opening on. All others have the newest version's value throughout.
 *
 * Values come from the rows that tell the course (updates of a log; record rows at the time they tell, beside a log only those after
 * its end) and from field-level history, where the value before the first change is not known.
 */
export const fieldChangeModel: CodeModel = {
  name: 'fact.field_change',
  grain: 'one record and value of a field outside fact.history, where it ever changed',
  reads: ['staging.record'],
  run: async (context) => {
    const { connection, changed } = context;
    await connection.run(`CREATE OR REPLACE TABLE staging.field_told (record_key BIGINT, field VARCHAR, order_at TIMESTAMPTZ, rank TINYINT, turn BIGINT,
      changed_at TIMESTAMPTZ, value VARCHAR, sequence BIGINT)`);
    await connection.run(`CREATE OR REPLACE TABLE staging.field_history AS ${history}`);
    await tellVersions(context);
    await connection.run(
      `INSERT INTO staging.field_told SELECT record_key, field, changed_at, 1, turn, changed_at, value, sequence FROM staging.field_history`
    );
    if (changed)
      await connection.run(
        `DELETE FROM fact.field_change WHERE (record_type, record_id) IN (SELECT (record_type, record_id) FROM ${changed.relation})`
      );
    await connection.run(changed ? `INSERT INTO fact.field_change ${changes}` : `CREATE OR REPLACE TABLE fact.field_change AS ${changes}`);
    for (const name of ['told', 'history', 'version']) await connection.run(`DROP TABLE IF EXISTS staging.field_${name}`);
  }
};

const inField = changingFields.map((name) => `'${name}'`).join(', ');

const history = `
  SELECT r.record_key, h.field, h.changed_at, nullif(h.value, '') AS value, h.sequence,
    row_number() OVER (PARTITION BY r.record_key, h.field, h.changed_at ORDER BY h.sequence NULLS FIRST, h.row_key) AS turn
  FROM staging.history_landed h JOIN staging.record r ON r.record_type = h.record_type AND r.record_id = h.record_id
  WHERE h.field IN (${inField}) AND h.changed_at <= as_of()`;

/** Only types of which some record has several rows, or field-level history, are looked at. */
async function tellVersions({ connection, home, build }: ModelContext): Promise<void> {
  const rows = await connection.all<{ type: number }>(
    `SELECT DISTINCT record_key // ${keysPerType} AS type FROM staging.record WHERE version_count > 1
     UNION SELECT DISTINCT record_key // ${keysPerType} FROM staging.field_history`
  );
  const asked = rows.map(({ type }) => recordTypes[Number(type)] as RecordType).filter(hasLife);
  if (!asked.length) return;
  const sources = await findSources(connection, readLanding(home, build.knownAt ?? ''));
  for (const type of asked.sort()) await tellType(connection, type, sources[type]);
}

async function tellType(connection: Connection, type: RecordType, sources: readonly Source[]): Promise<void> {
  const fields = changingFields
    .filter((name) => hasColumn(type, name))
    .map((name) => fieldOf(name, sources))
    .filter(({ isTold }) => isTold !== '(FALSE)');
  if (!fields.length) return;
  await connection.run(`CREATE OR REPLACE TABLE staging.field_version AS ${versions(type, fields)}`);
  for (const field of fields) await connection.run(`INSERT INTO staging.field_told ${toldBy(field)}`);
}

interface Field {
  name: string;
  /** Whether the source of a row `l` ever tells the column: what it does not tell is no change. */
  isTold: string;
  /** Whether a log tells it, so that record rows count only after the log's end. */
  isLogged: boolean;
}

function fieldOf(name: string, sources: readonly Source[]): Field {
  const tellers = sources.filter(({ told }) => told.has(name));
  const files = tellers.flatMap((source) => source.files);
  const isTold = tellers.length === sources.length ? 'TRUE' : files.map(({ position }) => `l.file_index = ${position}`).join(' OR ');
  return { name, isTold: `(${isTold || 'FALSE'})`, isLogged: files.some(({ manifest }) => manifest.grain === 'update') };
}

/**
 * Rows of records of which a field differs between two rows, in order. Hashes are compared first, so that the many records of a long log
 * in which nothing of this changes are read once.
 */
function versions(type: RecordType, fields: readonly Field[]): string {
  const each = (write: (name: string) => string, between = ', '): string => fields.map(({ name }) => write(name)).join(between);
  const hashes = fields.map(({ name, isTold }) => `CASE WHEN ${isTold} THEN hash(l.${name}) END AS h_${name}`);
  return `
  WITH varied AS (
    SELECT record_id, ${each((name) => `min(h_${name}) <> max(h_${name}) AS varies_${name}`)}
    FROM (SELECT l.record_id, ${hashes.join(', ')} FROM staging.${type}_landed l)
    GROUP BY record_id HAVING ${each((name) => `min(h_${name}) <> max(h_${name})`, ' OR ')}
  ), changed AS (
    SELECT record_key, ${each((name) => `bool_or(field = '${name}') AS has_${name}`)}, max(changed_at) AS last_changed_at
    FROM staging.field_history GROUP BY record_key
  ), asked AS (
    SELECT r.record_key, r.opened_at, r.is_sequenced, r.last_logged_at, c.last_changed_at,
      ${each((name) => `coalesce(v.varies_${name}, FALSE) AS varies_${name}, coalesce(c.has_${name}, FALSE) AS has_${name}`)}
    FROM staging.record r LEFT JOIN varied v ON v.record_id = r.record_id LEFT JOIN changed c ON c.record_key = r.record_key
    WHERE r.record_key // ${keysPerType} = ${recordTypes.indexOf(type)} AND (v.record_id IS NOT NULL OR c.record_key IS NOT NULL)
  ), placed AS (
    SELECT *, row_number() OVER (${course}) AS place,
      greatest(opened_at, max(told_at) OVER (${course} ROWS UNBOUNDED PRECEDING)) AS since,
      greatest(opened_at, max(told_at) FILTER (is_counted) OVER (${course} ROWS UNBOUNDED PRECEDING)) AS counted_since
    FROM (
      SELECT v.row_key, v.is_update, v.updated_at, v.told_at, v.sequence, a.*, CASE WHEN a.is_sequenced THEN v.sequence END AS ordinal,
        v.is_update OR a.last_logged_at IS NULL OR v.told_at > a.last_logged_at AS is_counted
      FROM staging.version v JOIN asked a ON a.record_key = v.record_key
    )
  )
  SELECT p.*, ${each((name) => `l.${name}::VARCHAR AS ${name}`)}, ${fields.map(({ name, isTold }) => `${isTold} AS tells_${name}`).join(', ')}
  FROM placed p JOIN staging.${type}_landed l ON l.row_key = p.row_key`;
}

const course = `PARTITION BY record_key ORDER BY ${versionOrder}`;

/** What the rows tell of one field. Beside field-level history a record row that says nothing clears nothing, and one without an instant comes last. */
const toldBy = ({ name, isLogged }: Field): string => `
  SELECT record_key, '${name}', ${isLogged ? 'counted_since' : 'since'} AS told_from, 0, place, told_from, ${name}, sequence
  FROM staging.field_version WHERE varies_${name} AND NOT has_${name} AND tells_${name} ${isLogged ? 'AND is_counted' : ''}
  UNION ALL
  SELECT record_key, '${name}', CASE WHEN updated_at IS NULL THEN greatest(told_at, last_changed_at) ELSE told_at END AS told_from, 5, row_key, told_from, ${name}, sequence
  FROM staging.field_version WHERE has_${name} AND tells_${name} AND (is_update OR ${name} IS NOT NULL)`;

/** The values in order, each where it is another than the one before; where history comes first, nobody knows what was before it. */
const changes = `
  WITH ordered AS (
    SELECT t.record_key, t.field, greatest(t.changed_at, r.opened_at) AS changed_at, t.value, t.sequence, r.opened_at, r.record_type, r.record_id,
      row_number() OVER o AS place, t.rank = 1 AND t.changed_at > r.opened_at AS is_late
    FROM staging.field_told t JOIN staging.record r ON r.record_key = t.record_key
    WINDOW o AS (PARTITION BY t.record_key, t.field ORDER BY t.order_at, t.rank, t.turn)
  ), opened AS (
    SELECT * EXCLUDE (is_late) REPLACE (CASE WHEN place = 1 AND NOT is_late THEN opened_at ELSE changed_at END AS changed_at) FROM ordered
    UNION ALL
    SELECT record_key, field, opened_at, NULL, NULL, opened_at, record_type, record_id, 0 FROM ordered WHERE place = 1 AND is_late
  ), turned AS (
    SELECT *, row_number() OVER (PARTITION BY record_key, field ORDER BY place) AS nth, lag(value) OVER (PARTITION BY record_key, field ORDER BY place) AS before
    FROM opened
    QUALIFY nth = 1 OR value IS DISTINCT FROM before
  )
  SELECT record_type, record_id, field, changed_at, value, row_number() OVER (PARTITION BY record_key, field ORDER BY place) AS sequence,
    sequence AS cause_sequence
  FROM turned
  QUALIFY count(*) OVER (PARTITION BY record_key, field) > 1
  ORDER BY record_key, field, place`;
