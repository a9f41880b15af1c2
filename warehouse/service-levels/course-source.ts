import { identifier, type Connection } from '../connection.ts';
import type { RecordType } from '../contract.ts';
import { hasLife } from '../models/staging/columns.ts';
import { keyRangeSql } from './sql.ts';

/** Where the pass reads records and their courses from. All are relations to stand after FROM. */
export interface CourseSource {
  /** Columns of `fact.<type>`, with `record_key` and `is_told` (a history tells its course). */
  records: (type: RecordType) => string;
  /** Stretches: record_key, interval_number, from_at, to_at, state, state_before, team, priority, state_source, assignee. */
  stretches: (types: readonly RecordType[]) => string;
  /** Teams (`team`) of the stretches, once or more. */
  teams: (types: readonly RecordType[]) => string;
  /** Rows of a table that names records by type and number, with their `record_key`. */
  keyed: (table: 'field_change' | 'reply') => string;
  /** Full name of such a table. */
  nameOf: (table: 'field_change' | 'reply') => string;
}

/** Inside a build: the scratch tables of the course, and the facts just made. */
export const buildSource: CourseSource = {
  records: (type) =>
    `(SELECT f.*, r.record_key, coalesce(r.has_history, FALSE) AS is_told FROM fact.${type} f JOIN staging.record r ON r.record_type = '${type}' AND r.record_id = f.record_id)`,
  stretches: (types) =>
    `(SELECT record_key, interval_number, from_at, to_at, state, state_before, team, priority, state_source, assignee
      FROM staging.stretch s WHERE ${types.map((type) => keyRangeSql('s.record_key', type)).join(' OR ')})`,
  teams: (types) => `(SELECT team FROM staging.stretch s WHERE ${types.map((type) => keyRangeSql('s.record_key', type)).join(' OR ')})`,
  keyed: (table) =>
    `(SELECT r.record_key, h.* FROM fact.${table} h JOIN staging.record r ON r.record_type = h.record_type AND r.record_id = h.record_id)`,
  nameOf: (table) => `fact.${table}`
};

/** Key of a record by its name, 63 bits of hash: two of a million records share one with a chance of 1 in 18 million. */
export const keySql = (type: string, id: string): string => `(hash(${type}, ${id}) >> 1)::BIGINT`;

/**
 * Over the tables of a published warehouse that is attached under a name.
 * @param only relation (record_type, record_id) to keep to
 * @param isLight without `state_before`, which only the quick way over ends needs
 */
export function publishedSource(catalogue: string, only?: string, isLight = false): CourseSource {
  const facts = `${identifier(catalogue)}.fact`;
  const kept = only ? `AND (h.record_type::VARCHAR, h.record_id) IN (SELECT (o.record_type::VARCHAR, o.record_id) FROM ${only} o)` : '';
  return {
    records: (type) =>
      `(SELECT f.*, ${keySql(`'${type}'`, 'f.record_id')} AS record_key, ${hasLife(type) ? 'coalesce(f.has_history, FALSE)' : 'FALSE'} AS is_told FROM ${facts}.${type} f)`,
    stretches: (types) =>
      `(SELECT *, ${isLight ? 'NULL' : 'lag(state) OVER (PARTITION BY record_key ORDER BY interval_number)'} AS state_before FROM (
        SELECT ${keySql('h.record_type::VARCHAR', 'h.record_id')} AS record_key, interval_number, from_at, to_at, state, team, priority, state_source, assignee
        FROM ${facts}.history h WHERE record_type IN (${types.map((type) => `'${type}'`).join(', ')}) ${kept}))`,
    teams: (types) => `(SELECT team FROM ${facts}.history h WHERE record_type IN (${types.map((type) => `'${type}'`).join(', ')}))`,
    keyed: (table) => `(SELECT ${keySql('h.record_type::VARCHAR', 'h.record_id')} AS record_key, h.* FROM ${facts}.${table} h)`,
    nameOf: (table) => `${facts}.${table}`
  };
}

/** Whether a table is there: builds of an earlier program lack some. */
export async function hasTable(connection: Connection, name: string): Promise<boolean> {
  try {
    await connection.run(`SELECT 1 FROM ${name} LIMIT 0`);
    return true;
  } catch {
    return false;
  }
}
