import { identifier, literal, type Connection } from '../connection.ts';
import { measures } from '../metrics/catalogue.ts';
import { sources } from '../metrics/source.ts';
import { placeOf, type BuildFacts } from './build.ts';
import { readLabels } from './labels.ts';

interface BuildRow {
  build_id: string;
  known_at: Date;
  as_of: Date;
  zone: string;
  organisation: string;
  definitions_sha256: string;
  data_from: Date | null;
  /** Builds before it was asked for do not tell. */
  fiscal_year_start?: number;
}

/** Reads what the compiler must know of a build: instants, zone, columns, and which columns hold nothing. */
export async function readFacts(connection: Connection): Promise<BuildFacts> {
  const build = await connection.one<BuildRow>('SELECT * FROM meta.build');
  if (!build) throw new Error('the warehouse has no row in meta.build; build it again');
  const columns = await readColumns(connection);
  return {
    buildId: build.build_id,
    knownAt: build.known_at,
    asOf: build.as_of,
    zone: build.zone,
    organisation: build.organisation,
    definitionsSha256: build.definitions_sha256,
    dataFrom: (build.data_from ?? build.as_of).toISOString().slice(0, 10),
    fiscalYearStart: build.fiscal_year_start ?? 1,
    columns,
    empty: await readEmpty(connection, columns),
    labels: await readLabels(connection, columns)
  };
}

async function readColumns(connection: Connection): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await connection.all<{ name: string; columns: string[] }>(
    `SELECT schema_name || '.' || table_name AS name, list(column_name ORDER BY column_index) AS columns
     FROM duckdb_columns() WHERE NOT internal AND database_name = current_database() GROUP BY ALL`
  );
  return new Map(rows.map((row) => [row.name, new Set(row.columns)]));
}

/** One look per table and column that a measure needs; each stops at the first value it finds. */
async function readEmpty(connection: Connection, columns: ReadonlyMap<string, ReadonlySet<string>>): Promise<Set<string>> {
  const needed = new Set<string>();
  for (const { aggregate, needs } of measures) {
    if (aggregate.kind === 'derived') continue;
    const { table } = sources[aggregate.source];
    for (const place of [table, ...needs.map((column) => placeOf(aggregate.source, column))]) {
      const [schema, name, column] = place.split('.') as [string, string, string | undefined];
      const there = columns.get(`${schema}.${name}`);
      if (there) needed.add(`${schema}.${name}`);
      if (column && there?.has(column)) needed.add(place);
    }
  }
  const looks = [...needed].map((name) => {
    const [schema, table, column] = name.split('.');
    const condition = column ? ` WHERE ${identifier(column)} IS NOT NULL` : '';
    return `SELECT ${literal(name)} AS name WHERE NOT EXISTS (SELECT 1 FROM ${schema}.${table}${condition} LIMIT 1)`;
  });
  const rows = looks.length ? await connection.all<{ name: string }>(looks.join(' UNION ALL ')) : [];
  return new Set(rows.map(({ name }) => name));
}
