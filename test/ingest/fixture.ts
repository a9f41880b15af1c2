import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { CompiledMapping } from '#ingest/compile-mapping.ts';
import { landFile, type DeliveryReport, type LandRequest } from '#ingest/land.ts';
import type { Meaning } from '#ingest/meaning.ts';
import { openDatabase, type Row } from '#warehouse/connection.ts';
import { columnTypes, contract, type LandedType } from '#warehouse/contract.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { readManifests, type Manifest } from '#warehouse/manifest.ts';

const folders: string[] = [];

/** A folder that is removed after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-ingest-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function newHome(): Home {
  const home = homeAt(join(scratchFolder(), 'home'));
  mkdirSync(home.inbox, { recursive: true });
  return home;
}

export const now = new Date('2026-03-31T12:00:00Z');

/** The least mapping there can be: headers are canonical names, instants are ISO, every other column passes as it is. */
export function plainMeaning(type: LandedType = 'incident', more: Partial<Meaning> & { backfilled?: string[] } = {}): Meaning {
  const { backfilled = [], ...rest } = more;
  return {
    name: `test/${type}`,
    version: 1,
    sha256: 'a'.repeat(64),
    type,
    grain: 'record',
    compile: async (_connection, header) => compile(type, header, backfilled),
    ...rest
  };
}

function compile(type: LandedType, header: readonly string[], backfilled: string[]): CompiledMapping {
  const position = (name: string) => header.indexOf(name);
  const columns = contract[type].map(({ name, type: kind }) => ({
    name,
    expression: position(name) < 0 ? `CAST(NULL AS ${columnTypes[kind]})` : `TRY_CAST(c${position(name)} AS ${columnTypes[kind]})`
  }));
  const faults = contract[type]
    .filter(({ name, required, type: kind }) => position(name) >= 0 && (required || kind !== 'text'))
    .map(({ name, required, type: kind }) => {
      const cell = `c${position(name)}`;
      const unreadable = `TRY_CAST(${cell} AS ${columnTypes[kind]}) IS NULL${required ? '' : ` AND ${cell} IS NOT NULL`}`;
      const reason = `CASE WHEN ${cell} IS NULL THEN 'a value is required' ELSE 'cannot be read as ${kind}' END`;
      return `WHEN ${unreadable} THEN {'column_name': '${name}', 'value': ${cell}, 'reason': ${reason}}`;
    });
  const used = header.flatMap((name, index) => (contract[type].some((column) => column.name === name) ? [index] : []));
  return {
    columns,
    source: 'delivery',
    rejection: `CASE ${faults.join(' ')} END`,
    backfilled,
    used,
    unmapped: header.filter((name, index) => name !== '' && !used.includes(index)),
    unavailable: [],
    notices: []
  };
}

export function deliver(home: Home, name: string, content: string | Uint8Array): string {
  const path = join(home.inbox, name);
  writeFileSync(path, content);
  return path;
}

/** Lands a text under a name and answers the report of its only table. */
export async function landText(
  home: Home,
  name: string,
  content: string | Uint8Array,
  more: Partial<LandRequest> = {}
): Promise<DeliveryReport> {
  const report = await landFile({ home, path: deliver(home, name, content), mapping: plainMeaning(), now, ...more });
  if (report.deliveries.length !== 1) throw new Error(`${report.deliveries.length} deliveries in ${name}`);
  return report.deliveries[0]!;
}

/** Rows of a landed Parquet file. */
export async function parquetRows(path: string, columns = '*'): Promise<Row[]> {
  const database = await openDatabase(':memory:');
  try {
    return await database.with((connection) => connection.all(`SELECT ${columns} FROM read_parquet('${path.replaceAll("'", "''")}')`));
  } finally {
    database.close();
  }
}

export async function landedRows(home: Home, loadId: string | undefined, columns = '*'): Promise<Row[]> {
  const manifest = manifestOf(home, loadId);
  return manifest.files.rows ? parquetRows(join(home.landing, manifest.loadId, manifest.files.rows), columns) : [];
}

export const rejectedRows = (home: Home, loadId: string | undefined): Promise<Row[]> =>
  parquetRows(join(home.landing, loadId!, 'rejections.parquet'));

export function manifestOf(home: Home, loadId: string | undefined): Manifest {
  const manifest = readManifests(home.landing).find((candidate) => candidate.loadId === loadId);
  if (!manifest) throw new Error(`no load ${loadId}`);
  return manifest;
}

/** Whatever stands in the landing zone and the scratch folder beside finished loads and lock files. */
export function leftovers(home: Home): string[] {
  const landing = listed(home.landing).filter((name) => name.startsWith('.'));
  return [...landing, ...listed(home.scratch).filter((name) => !name.endsWith('.lock'))];
}

export const loads = (home: Home): string[] => listed(home.landing).filter((name) => !name.startsWith('.'));

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
