import type { Measure, RowAggregate, SourceName } from '../metrics/measure.ts';
import { joinedColumns, joinOf, sources, type Source } from '../metrics/source.ts';
import { partsOf, type Catalogue } from '../metrics/catalogue.ts';
import type { DataInstant } from './period.ts';

/** What the compiler must know of a published build. */
export interface BuildFacts extends DataInstant {
  buildId: string;
  knownAt: Date;
  organisation: string;
  definitionsSha256: string;
  /** `schema.table` → its columns. */
  columns: ReadonlyMap<string, ReadonlySet<string>>;
  /** `schema.table.column` of columns that hold nothing; `schema.table` of tables without rows. */
  empty: ReadonlySet<string>;
  /** Dimension → member → label, of members that are ids. */
  labels?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Whether a source has a column in this build, its own or joined. */
export function hasColumn(build: BuildFacts, source: SourceName, column: string): boolean {
  const joined = joinOf(source, column);
  if (joined) return build.columns.has(joined.table);
  return Boolean(build.columns.get(sources[source].table)?.has(column) || joinedColumns[source]?.includes(column));
}

/** Why a measure cannot be had from this build, or undefined when it can. Names the column, so that somebody can map it. */
export function whyUnavailable(measure: Measure, build: BuildFacts, catalogue: Catalogue): string | undefined {
  for (const part of partsOf(measure, catalogue)) {
    const reason = missing(part.needs, part.aggregate, build);
    if (reason) return `not available from this source, because ${reason}`;
  }
  return undefined;
}

function missing(needs: readonly string[], { source }: RowAggregate, build: BuildFacts): string | undefined {
  const { table, absent } = sources[source];
  if (!build.columns.has(table)) return absent ?? `the table ${table} has not been built`;
  if (build.empty.has(table)) return nothingIn(table, sources[source]);
  const own = needs.filter((need) => !need.includes('.'));
  const wanted = own.find((column) => !hasColumn(build, source, column));
  if (wanted) return `the column ${wanted} is not in ${table}`;
  const empty = own.find((column) => build.empty.has(placeOf(source, column)));
  if (empty) return `the column ${empty} is empty`;
  for (const need of needs) {
    const reason = need.includes('.') ? missingElsewhere(need, build) : undefined;
    if (reason) return reason;
  }
  return undefined;
}

/** What another table lacks: `schema.table` must have been built, `schema.table.column` must hold something. */
function missingElsewhere(need: string, build: BuildFacts): string | undefined {
  const [schema, name, column] = need.split('.');
  const table = `${schema}.${name}`;
  if (!build.columns.has(table)) return `the table ${table} has not been built`;
  if (column === undefined) return undefined;
  if (build.empty.has(table))
    return nothingIn(
      table,
      Object.values(sources).find((source) => source.table === table)
    );
  if (!build.columns.get(table)?.has(column)) return `the column ${column} is not in ${table}`;
  return build.empty.has(need) ? `the column ${column} of ${table} is empty` : undefined;
}

const nothingIn = (table: string, source: Source | undefined): string =>
  source?.empty ?? (source?.table === table ? `no ${source.grain} has been loaded` : `${table} is empty`);

/** Where a column that a measure needs is looked for: `schema.table.column`. */
export function placeOf(source: SourceName, column: string): string {
  return column.includes('.') ? column : `${joinOf(source, column)?.table ?? sources[source].table}.${column}`;
}
