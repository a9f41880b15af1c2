import { identifier, literal, type Connection } from '#warehouse/connection.ts';
import type { LandedType } from '#warehouse/contract.ts';
import type { Meaning } from '../meaning.ts';
import { pathPattern } from './source.ts';
import { columnNames, copy, rowHash } from './stage.ts';

/*
 * TRICKY: rows are picked by position with a bit string in a session variable, since a filter on one table keeps the order of the
 * delivery and a join does not promise to. Natural order keeps later month filters fast.
 */

/** Drops rejected rows, and nulls back-filled columns on all but the last row of each record: what nobody could know then. */
export async function withoutLeaks(
  connection: Connection,
  meaning: Meaning,
  backfilled: readonly string[],
  rows: number,
  from: string,
  to: string
): Promise<void> {
  const { type, grain } = meaning;
  await setRows(
    connection,
    'last_rows',
    rows,
    `SELECT arg_max(file_row_number, (coalesce(sequence, -9223372036854775808), coalesce(updated_at, TIMESTAMPTZ '-infinity'), file_row_number)) AS position
     FROM ${numbered(from)} WHERE grain = ${literal(grain)} GROUP BY record_id`
  );
  const names = columnNames(type);
  const columns = names.map((name) => {
    const column = identifier(name);
    return backfilled.includes(name) ? `CASE WHEN ${isIn('last_rows')} THEN ${column} END AS ${column}` : column;
  });
  const all = names.map(identifier).join(', ');
  await connection.run(
    copy(
      `SELECT grain, ${all}, ${rowHash(type)} AS row_hash FROM (SELECT grain, ${columns.join(', ')} FROM ${numbered(from)} WHERE grain = ${literal(grain)})`,
      to
    )
  );
}

/** Writes the rows of a stage that are neither rejected nor known already. */
export async function withoutKnown(connection: Connection, grain: string, from: string, to: string): Promise<void> {
  await connection.run(
    copy(`SELECT * EXCLUDE (file_row_number) FROM ${numbered(from)} WHERE grain = ${literal(grain)} AND NOT ${isIn('known_rows')}`, to)
  );
}

/** Columns that tell versions of a record apart; rows alike in them and in `row_hash` are the same, word for word. */
const keys = (type: LandedType): readonly string[] => supplementKeys[type] ?? ['record_id', 'updated_at', 'sequence'];
const supplementKeys: Partial<Record<LandedType, readonly string[]>> = {
  history: ['record_type', 'record_id', 'changed_at', 'sequence'],
  reply: ['record_type', 'record_id', 'replied_at', 'sequence'],
  person: ['person', 'changed_at'],
  alias: ['record_type', 'record_id', 'alias'],
  outage: ['outage_id', 'service', 'started_at', 'updated_at'],
  recertification: ['record_id', 'due_at', 'updated_at']
};

/**
 * Finds rows of a stage that are known already, word for word: twice in this delivery, or in an earlier load. Where one row is one
 * record, the version known last must be the same; a record that changed and changed back without a new time stamp is news.
 * Leaves their positions in the variable `known_rows`.
 * @param earlier Parquet files of earlier loads of the type, oldest first
 * @returns how many
 */
export async function findKnown(
  connection: Connection,
  meaning: Meaning,
  rows: number,
  path: string,
  earlier: readonly string[]
): Promise<number> {
  const { grain } = meaning;
  const staged = `(SELECT file_row_number AS position, row_hash, ${keys(meaning.type).join(', ')} FROM ${numbered(path)} WHERE grain = ${literal(grain)})`;
  const files = `[${earlier.map(pathPattern).join(', ')}]`;
  const twice = await connection.one<{ repeated: number }>(
    `SELECT (count(*) - count(DISTINCT row_hash))::BIGINT AS repeated FROM ${staged}`
  );
  const again =
    earlier.length === 0
      ? undefined
      : await connection.one<{ hits: number }>(
          `SELECT count(*)::BIGINT AS hits FROM ${staged} SEMI JOIN (SELECT row_hash FROM read_parquet(${files})) USING (row_hash)`
        );
  const parts = [
    ...(twice!.repeated > 0 ? [repeatedRows(staged, meaning.type)] : []),
    ...(again && again.hits > 0 ? [landedRows(staged, meaning, files)] : [])
  ];
  const found = parts.length > 0 ? parts.join(' UNION ') : 'SELECT 0 AS position WHERE FALSE';
  return setRows(connection, 'known_rows', rows, found);
}

function repeatedRows(staged: string, type: LandedType): string {
  return `SELECT position FROM (
      SELECT position, row_number() OVER (PARTITION BY row_hash, ${keys(type).join(', ')} ORDER BY position) AS nth FROM ${staged}
      WHERE row_hash IN (SELECT row_hash FROM ${staged} GROUP BY row_hash HAVING count(*) > 1)
    ) WHERE nth > 1`;
}

function landedRows(staged: string, { type, grain }: Meaning, files: string): string {
  const columns = keys(type).join(', ');
  const same = keys(type).map((key) => `staged.${key} IS NOT DISTINCT FROM earlier.${key}`);
  const isOneVersion = grain === 'record' && !(type in supplementKeys) && type !== 'service_level';
  const earlier = isOneVersion
    ? `(SELECT ${columns}, arg_max(row_hash, (filename, file_row_number)) AS row_hash FROM read_parquet(${files}, filename = true, file_row_number = true) GROUP BY ${columns})`
    : `(SELECT DISTINCT row_hash, ${columns} FROM read_parquet(${files}))`;
  return `SELECT position FROM ${staged} AS staged SEMI JOIN ${earlier} AS earlier ON staged.row_hash = earlier.row_hash AND ${same.join(' AND ')}`;
}

const numbered = (path: string): string => `read_parquet(${pathPattern(path)}, file_row_number = true)`;
const isIn = (variable: string): string => `get_bit(getvariable('${variable}'), CAST(file_row_number AS INTEGER)) = 1`;

/** Keeps the positions that a query gives as a bit string; returns how many they are. */
async function setRows(connection: Connection, variable: string, rows: number, positions: string): Promise<number> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE picked AS ${positions}`);
  const bits = `SELECT coalesce(bitstring_agg(CAST(position AS BIGINT), 0, ${rows}), repeat('0', ${rows + 1})::BIT) FROM picked`;
  await connection.run(`SET VARIABLE ${variable} = (${bits})`);
  return (await connection.one<{ picked: number }>('SELECT count(*)::BIGINT AS picked FROM picked'))!.picked;
}
