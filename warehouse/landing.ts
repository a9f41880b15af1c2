import { join } from 'node:path';
import { literal, type Connection } from './connection.ts';
import { columnTypes, contract, recordTypes, supplementTypes, type Column, type LandedType } from './contract.ts';
import type { Home } from './home.ts';
import { readManifests, type Manifest } from './manifest.ts';

/** Deliveries that count for one build, oldest first. */
export interface Landing {
  manifests: Manifest[];
  /** When the newest of them became known. */
  knownAt: string | undefined;
  filesOf: (type: LandedType) => LandedFile[];
}

export interface LandedFile {
  manifest: Manifest;
  path: string;
  /** Among the files of its type, oldest first. */
  position: number;
}

export const landedTypes: readonly LandedType[] = [...recordTypes, ...supplementTypes];

export function readLanding(home: Home, knownAt: string): Landing {
  const manifests = readManifests(home.landing, knownAt);
  const filesOf = (type: LandedType): LandedFile[] =>
    manifests
      .filter((manifest) => manifest.type === type && manifest.files.rows)
      .map((manifest, position) => ({ manifest, position, path: join(home.landing, manifest.loadId, manifest.files.rows ?? '') }));
  const latest = manifests
    .map((manifest) => manifest.knownAt)
    .sort()
    .at(-1);
  return { manifests, knownAt: latest, filesOf };
}

/**
 * Creates the view `staging.<type>_landed` over the Parquet files of a type: contract columns, `is_update`, `file_index`
 * (position of the load among those of the type, oldest first) and `row_key`, which sorts by load and line.
 * @param onlyChanged restricts to records named in `build.changed_record`
 */
export async function viewLanded(connection: Connection, landing: Landing, type: LandedType, onlyChanged: boolean): Promise<void> {
  const files = landing.filesOf(type);
  const condition = onlyChanged ? `WHERE ${changedCondition(type)}` : '';
  await connection.run(`CREATE OR REPLACE VIEW staging.${type}_landed AS ${landedSelect(type, files)} ${condition}`);
}

/** SELECT over landed files of one type; no file gives no row, with the same columns. */
export function landedSelect(type: LandedType, files: readonly LandedFile[]): string {
  if (!files.length) {
    const columns = contract[type].map((column) => landedColumn(column, 0));
    return `SELECT 0::BIGINT AS file_index, 0::BIGINT AS row_key, FALSE AS is_update, ${columns.join(', ')} FROM range(0)`;
  }
  const versions = Map.groupBy(files, ({ manifest }) => manifest.contract ?? 1);
  return [...versions].map(([version, alike]) => selectOf(type, alike, version)).join('\nUNION ALL ');
}

/** A column of files of a version of the contract, that may not have known it. */
const landedColumn = ({ name, type, since = 1 }: Column, version: number): string =>
  since <= version ? name : `NULL::${columnTypes[type]} AS ${name}`;

function selectOf(type: LandedType, files: readonly LandedFile[], version: number): string {
  const columns = contract[type].map((column) => landedColumn(column, version));
  const paths = files.map((file) => literal(file.path)).join(', ');
  const isComplete = files.every((file, index) => file.position === index);
  const position = isComplete
    ? 'file_index::BIGINT'
    : `([${files.map((file) => file.position).join(', ')}])[file_index::BIGINT + 1]::BIGINT`;
  return `SELECT ${position} AS file_index, (${position} << 32) + file_row_number AS row_key, grain = 'update' AS is_update,
    ${columns.join(', ')} FROM read_parquet([${paths}])`;
}

/** Tables that models read whole in every build: they belong to no record, or are small. */
const isWhole = (type: LandedType): boolean => ['service_level', 'person', 'alias', 'outage', 'recertification'].includes(type);

function changedCondition(type: LandedType): string {
  if (type === 'history' || type === 'reply')
    return '(record_type, record_id) IN (SELECT (record_type, record_id) FROM build.changed_record)';
  if (isWhole(type)) return 'TRUE';
  return `record_id IN (SELECT record_id FROM build.changed_record WHERE record_type = ${literal(type)})`;
}

/** Instants that tell of something that has happened; plans and due times lie in the future rightly. */
export const changeInstants = (type: LandedType): string[] =>
  contract[type].filter((column) => column.type === 'instant' && !/^planned_|(^|_)due_at$/.test(column.name)).map((column) => column.name);

/** An instant as ISO 8601 UTC with microseconds, which a JavaScript date would cut off. */
const isoText = (instant: string): string => `strftime(timezone('UTC', ${instant}), '%Y-%m-%dT%H:%M:%S.%fZ')`;

/** The data instant: the latest change told by the landed rows that does not lie after `knownAt`. Undefined when there is none. */
export async function dataInstant(connection: Connection, landing: Landing): Promise<string | undefined> {
  if (!landing.knownAt) return undefined;
  const known = new Date(landing.knownAt);
  let latest: string | undefined;
  for (const type of landedTypes.filter((name) => landing.filesOf(name).length && changeInstants(name).length)) {
    const instants = changeInstants(type).map((name) => `max(${name}) FILTER (${name} <= $known)`);
    const row = await connection.one<{ latest: string | null }>(
      `SELECT ${isoText(`greatest(${instants.join(', ')})`)} AS latest FROM (${landedSelect(type, landing.filesOf(type))})`,
      { known }
    );
    if (row?.latest && (!latest || row.latest > latest)) latest = row.latest;
  }
  return latest;
}
