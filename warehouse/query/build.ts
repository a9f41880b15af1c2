import type { Measure, RowAggregate, SourceName } from '../metrics/measure.ts';
import { joinedColumns, sources } from '../metrics/source.ts';
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
}

/** Whether a source has a column in this build, its own or joined. */
export function hasColumn(build: BuildFacts, source: SourceName, column: string): boolean {
  const { table, wider } = sources[source];
  const joined = wider?.find(({ columns }) => columns.includes(column));
  if (joined) return build.columns.has(joined.table);
  return Boolean(build.columns.get(table)?.has(column) || joinedColumns[source]?.includes(column));
}

/** Why a measure cannot be had from this build, or undefined when it can. Names the column, so that somebody can map it. */
export function whyUnavailable(measure: Measure, build: BuildFacts, catalogue: Catalogue): string | undefined {
  for (const part of partsOf(measure, catalogue)) {
    const reason = missing(part.needs, part.aggregate, build);
    if (reason) return `not available from this source, because ${reason}`;
  }
  return undefined;
}

function missing(needs: readonly string[], aggregate: RowAggregate, build: BuildFacts): string | undefined {
  const { table, grain } = sources[aggregate.source];
  if (!build.columns.has(table)) return `the table ${table} has not been built`;
  if (build.empty.has(table))
    return grain === 'clock' ? 'no target of definitions/agreements.yaml fits a record' : `no ${grain} has been loaded`;
  const wanted = needs.find((column) => !hasColumn(build, aggregate.source, column));
  if (wanted) return `the column ${wanted} is not in ${table}`;
  const empty = needs.find((column) => build.empty.has(`${table}.${column}`));
  return empty && `the column ${empty} is empty`;
}
