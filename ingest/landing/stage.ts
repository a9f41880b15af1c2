import { identifier, literal, type Connection } from '#warehouse/connection.ts';
import { columnTypes, contract, type Column, type LandedType } from '#warehouse/contract.ts';
import type { CompiledMapping } from '../compile-mapping.ts';
import type { Meaning } from '../meaning.ts';
import { pathPattern, readCsv, type Source } from './source.ts';

/**
 * A Parquet file of the landing zone before it is final. It holds every row of the delivery in order, typed. A rejected row is still
 * there, with its verdict as JSON in the column `grain`: so the usual delivery, in which nothing is rejected, is written once, and
 * `file_row_number` tells which record a verdict is about.
 */
export interface Stage {
  path: string;
  rows: number;
  compiled: CompiledMapping;
}

export const columnNames = (type: LandedType): string[] => contract[type].map((column) => column.name);
const list = (names: readonly string[]): string => names.map(identifier).join(', ');

/** Digest of a row. A column that the contract gained later counts only where it holds something, so that a row known before stays known. */
export function rowHash(type: LandedType): string {
  const isFirst = ({ since = 1 }: Column): boolean => since === 1;
  const later = contract[type].filter((column) => !isFirst(column)).map(({ name }) => name);
  return later.reduce(
    (digest, name) =>
      `xor(${digest}, CASE WHEN ${identifier(name)} IS NULL THEN 0::UBIGINT ELSE hash(${literal(name)}, ${identifier(name)}) END)`,
    `hash(${list(contract[type].filter(isFirst).map(({ name }) => name))})`
  );
}

/** Reads the source once and writes it, mapped, to a Parquet file. */
export async function stage(
  connection: Connection,
  meaning: Meaning,
  header: readonly string[],
  source: Source,
  to: string
): Promise<Stage> {
  await connection.run(`CREATE OR REPLACE TEMP VIEW delivery AS SELECT * FROM ${readCsv(source)}`);
  const compiled = await meaning.compile(connection, header);
  if (looksAtOtherRows(compiled))
    await connection.run(`CREATE OR REPLACE TEMP VIEW delivery AS SELECT row_number() OVER () AS position, * FROM ${readCsv(source)}`);
  const written = await connection.one<{ Count: number }>(copy(stageSelect(meaning, compiled), to));
  return { path: to, rows: written!.Count, compiled };
}

export const copy = (select: string, to: string): string =>
  `COPY (${select}) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`;

const looksAtOtherRows = ({ columns }: CompiledMapping): boolean => columns.some(({ expression }) => /\bOVER\s*\(/i.test(expression));

function stageSelect({ type, grain }: Meaning, compiled: CompiledMapping): string {
  const names = columnNames(type);
  const made = compiled.columns.map(({ name }) => name);
  if (made.join() !== names.join())
    throw new Error(`the compiled mapping makes the columns ${made.join()}, the contract of ${type} has ${names.join()}`);
  const typed = compiled.columns.map(
    ({ name, expression }, index) => `CAST(${expression} AS ${columnTypes[contract[type][index]!.type]}) AS ${identifier(name)}`
  );
  // TRICKY: an expression over other rows of the record loses the order of the delivery, so such rows are numbered and sorted.
  const isOverRows = looksAtOtherRows(compiled);
  return `SELECT CASE WHEN rejection IS NULL THEN ${literal(grain)} ELSE CAST(to_json(rejection) AS VARCHAR) END AS grain,
      ${list(names)}, ${rowHash(type)} AS row_hash
    FROM (SELECT ${typed.join(',\n      ')},\n      ${compiled.rejection} AS rejection${isOverRows ? ', position' : ''} FROM ${compiled.source})
    ${isOverRows ? 'ORDER BY position' : ''}`;
}

/** How many rows of a stage carry a verdict. */
export async function countRejected(connection: Connection, path: string, grain: string): Promise<number> {
  const sql = `SELECT count(*)::BIGINT AS rejected FROM read_parquet(${pathPattern(path)}) WHERE grain <> $grain`;
  return (await connection.one<{ rejected: number }>(sql, { grain }))!.rejected;
}

export interface Verdict {
  position: number;
  column_name: string | null;
  value: string | null;
  reason: string;
}

const page = 10_000;

/** Verdicts on the rows of a stage, in order, in pages. */
export async function* verdicts(connection: Connection, path: string, grain: string): AsyncGenerator<Verdict[]> {
  const sql = `SELECT file_row_number::BIGINT AS position, grain FROM read_parquet(${pathPattern(path)}, file_row_number = true)
    WHERE grain <> $grain AND file_row_number > $after ORDER BY file_row_number LIMIT ${page}`;
  for (let after = -1; ;) {
    const rows = await connection.all<{ position: number; grain: string }>(sql, { grain, after });
    if (rows.length === 0) return;
    yield rows.map(({ position, grain: verdict }) => ({ ...(JSON.parse(verdict) as Omit<Verdict, 'position'>), position }));
    after = rows.at(-1)!.position;
  }
}
