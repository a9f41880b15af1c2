import { literal, type Connection } from '../../connection.ts';
import { contract, recordTypes, type RecordType } from '../../contract.ts';
import type { LandedFile, Landing } from '../../landing.ts';

/** One kind of delivery of a record type: the same mapping at the same grain. */
export interface Source {
  number: number;
  name: string;
  files: LandedFile[];
  /** Columns of which any row has ever held a value; only asked where a type has several sources. */
  told: ReadonlySet<string>;
}

export type Sources = Record<RecordType, Source[]>;

/** Sources of each record type, numbered by name. */
export async function findSources(connection: Connection, landing: Landing): Promise<Sources> {
  const entries: [RecordType, Source[]][] = [];
  for (const type of recordTypes) entries.push([type, await sourcesOf(connection, type, landing.filesOf(type))]);
  return Object.fromEntries(entries) as Sources;
}

async function sourcesOf(connection: Connection, type: RecordType, files: LandedFile[]): Promise<Source[]> {
  const groups = Map.groupBy(files, sourceName);
  const names = [...groups.keys()].sort();
  const sources: Source[] = [];
  for (const [number, name] of names.entries()) {
    const own = groups.get(name) ?? [];
    sources.push({ number, name, files: own, told: names.length > 1 ? await toldColumns(connection, type, own) : everyColumn(type) });
  }
  return sources;
}

export const sourceName = ({ manifest }: LandedFile): string => `${manifest.mapping.name} by ${manifest.grain}`;
const everyColumn = (type: RecordType): Set<string> => new Set(contract[type].map((column) => column.name));

/** From the statistics in the files' footers, without reading rows. */
async function toldColumns(connection: Connection, type: RecordType, files: readonly LandedFile[]): Promise<Set<string>> {
  const rows = await connection.all<{ name: string }>(
    `SELECT path_in_schema AS name FROM parquet_metadata([${files.map((file) => literal(file.path)).join(', ')}])
     GROUP BY path_in_schema HAVING bool_or(stats_null_count IS NULL OR stats_null_count < num_values)`
  );
  const known = everyColumn(type);
  return new Set(rows.map((row) => row.name).filter((name) => known.has(name)));
}

/**
 * Text that changes when rows of an unchanged record could read differently: another source of its type, or a source that now
 * tells a column it never told.
 */
export const sourcesFingerprint = (sources: Sources): string =>
  recordTypes
    .flatMap((type) =>
      sources[type].map((source) => `${type}/${source.name}: ${sources[type].length > 1 ? [...source.told].sort().join(' ') : 'all'}`)
    )
    .join('\n');

/** Writes `build.file`: which delivery and source each file of a record type is. Type and file by position, as in row keys. */
export async function listFiles(connection: Connection, sources: Sources): Promise<void> {
  const rows = recordTypes.flatMap((type, typeNumber) =>
    sources[type].flatMap((source) =>
      source.files.map((file) => ({
        record_type_number: typeNumber,
        file_index: file.position,
        load_id: file.manifest.loadId,
        known_at: file.manifest.knownAt,
        source_number: source.number
      }))
    )
  );
  const shape = `[{"record_type_number":"BIGINT","file_index":"BIGINT","load_id":"VARCHAR","known_at":"TIMESTAMPTZ","source_number":"BIGINT"}]`;
  await connection.run(
    `CREATE OR REPLACE TABLE build.file AS SELECT file.* FROM (SELECT unnest(from_json($rows::JSON, '${shape}')) AS file)`,
    { rows: JSON.stringify(rows) }
  );
}
