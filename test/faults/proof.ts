import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { identifier, literal, openDatabase, type Connection } from '#warehouse/connection.ts';
import type { Home } from '#warehouse/home.ts';
import { readManifests, type Manifest } from '#warehouse/manifest.ts';
import { currentBuild } from '#warehouse/publish.ts';

async function withDatabase<T>(path: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const database = await openDatabase(path, { readOnly: path !== ':memory:', threads: 1 });
  try {
    return await database.with(work);
  } finally {
    database.close();
  }
}

/** Every load that shows in the landing zone is whole: its manifest can be read and its files hold the rows that it says. */
export async function proveLanding(home: Home): Promise<Manifest[]> {
  if (!existsSync(home.landing)) return [];
  const manifests = readManifests(home.landing);
  expect(readdirSync(home.landing).filter((name) => !name.startsWith('.'))).toEqual(manifests.map(({ loadId }) => loadId));
  await withDatabase(':memory:', async (connection) => {
    for (const { loadId, rows, files } of manifests) {
      const count = async (file: string | undefined): Promise<number> => {
        if (!file) return 0;
        const path = literal(join(home.landing, loadId, file));
        return (await connection.one<{ rows: number }>(`SELECT count(*) AS rows FROM read_parquet(${path})`))!.rows;
      };
      expect({ loadId, loaded: await count(files.rows), rejected: await count(files.rejections) }).toEqual({
        loadId,
        loaded: rows.loaded,
        rejected: rows.rejected
      });
      expect(rows.loaded + rows.merged + rows.rejected, loadId).toBe(rows.in);
      const beside = ['manifest.json', files.rows, files.rejections].filter((name) => name !== undefined).sort();
      expect(readdirSync(join(home.landing, loadId)).sort()).toEqual(beside);
    }
  });
  expect(new Set(manifests.map(({ feed, sha256 }) => `${feed} ${sha256}`)).size, 'a delivery landed twice').toBe(manifests.length);
  return manifests;
}

/** The published build opens and holds each incident of the deliveries that it says it rests on, once. @returns its name */
export async function proveWarehouse(home: Home, sums: Map<string, string>): Promise<string | undefined> {
  const current = currentBuild(home);
  if (!current) return undefined;
  const landed = readManifests(home.landing);
  expect(landed.map(({ loadId }) => loadId)).toEqual(expect.arrayContaining(current.loadIds));
  const files = landed
    .filter(({ loadId, files: { rows } }) => rows && current.loadIds.includes(loadId))
    .map(({ loadId, files: { rows } }) => literal(join(home.landing, loadId, rows!)));
  await withDatabase(current.path, async (connection) => {
    expect(await connection.all('SELECT build_id FROM meta.build')).toEqual([{ build_id: current.buildId }]);
    const told = await connection.one<{ told: number; held: number; rows: number }>(
      `SELECT (SELECT count(DISTINCT record_id) FROM read_parquet([${files.join(', ')}])) AS told,
        count(DISTINCT record_id) AS held, count(*) AS rows FROM fact.incident`
    );
    expect([told!.held, told!.rows]).toEqual([told!.told, told!.told]);
    const sum = (await connection.one<{ sum: string }>('SELECT sum(hash(i::VARCHAR)::HUGEINT)::VARCHAR AS sum FROM fact.incident i'))!.sum;
    expect(sum, `build ${current.buildId} answers as it did`).toBe(sums.get(current.buildId) ?? sum);
    sums.set(current.buildId, sum);
  });
  return current.buildId;
}

/** Which load a row came with, and when it was known: the only columns in which two homes may differ. */
const own = ['load_id', 'known_at', 'build_id'];

/** Per table a checksum of its sorted rows, without the columns that name loads. */
export async function checksums(file: string): Promise<Record<string, string>> {
  return withDatabase(file, async (connection) => {
    const columns = await connection.all<{ name: string; columns: string[] }>(
      `SELECT schema_name || '.' || table_name AS name, list(column_name ORDER BY column_index) AS columns FROM duckdb_columns()
       WHERE database_name = current_database() AND schema_name IN ('fact', 'dim', 'mart') GROUP BY ALL ORDER BY name`
    );
    const sums: Record<string, string> = {};
    for (const table of columns) {
      const kept = table.columns.filter((name) => !own.includes(name)).map(identifier);
      const row = await connection.one<{ sum: string }>(
        `SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(line, '' ORDER BY line)), 'none') AS sum
         FROM (SELECT md5(row(${kept.join(', ')})::VARCHAR) AS line FROM ${table.name})`
      );
      sums[table.name] = row!.sum;
    }
    return sums;
  });
}

/** What interrupted work left; a command that ends clears all of it away. */
export function leftovers(home: Home): string[] {
  const isUsual = /^[0-9a-f]{16}(\.\d+)?\.duckdb$|^current\.json$|\.lock$/;
  return [home.landing, home.warehouse, home.scratch]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => (folder === home.landing ? name.startsWith('.') : !isUsual.test(name)))
        .filter((name) => !isEmptyFolder(join(folder, name)))
    );
}

const isEmptyFolder = (path: string): boolean => statSync(path).isDirectory() && readdirSync(path).length === 0;

/** How many published files there are: the current one and the one before. */
export const buildFiles = (home: Home): number => readdirSync(home.warehouse).filter((name) => name.endsWith('.duckdb')).length;
