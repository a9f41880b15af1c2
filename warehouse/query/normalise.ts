import { partsOf, type Catalogue } from '../metrics/catalogue.ts';
import type { Dimension } from '../metrics/dimension.ts';
import type { Measure, RowAggregate, SourceName } from '../metrics/measure.ts';
import { sources } from '../metrics/source.ts';
import { hasColumn, whyUnavailable, type BuildFacts } from './build.ts';
import { lookUp, QueryError, unknownName } from './error.ts';
import { checkFilter, type CheckedFilter } from './filter.ts';
import { resolvePeriod, type ResolvedPeriod } from './period.ts';
import { periodUnits, type Query } from './query.ts';

export type Part = Measure & { aggregate: RowAggregate };

/** A question whose every name has been looked up and every value has its type. */
export interface CheckedQuery {
  query: Query;
  measures: readonly Measure[];
  dimensions: readonly Dimension[];
  filters: readonly CheckedFilter[];
  period: ResolvedPeriod;
  /** Measures without an answer in this build, with the reason. */
  unavailable: Readonly<Record<string, string>>;
  /** What has to be read: the available measures and the parts of derived ones, each once. */
  parts: readonly Part[];
}

/**
 * Looks up names, gives values their types, resolves the period.
 * @throws QueryError naming the field, the value and what is possible
 */
export function normalise(query: Query, catalogue: Catalogue, build: BuildFacts): CheckedQuery {
  if (query.measures.length === 0) throw new QueryError('measures', query.measures, 'a query needs at least one measure');
  const measures = unique(query.measures, 'measures').map((name) => lookUp('measures', 'measure', name, catalogue.measures));
  const dimensions = unique(query.dimensions ?? [], 'dimensions').map((name) =>
    lookUp('dimensions', 'dimension', name, catalogue.dimensions)
  );
  const filters = (query.filters ?? []).map((filter) => checkFilter(filter, catalogue.dimensions));
  const sliced = [
    ...dimensions.map((dimension) => ['dimensions', dimension] as const),
    ...filters.map(({ dimension }) => ['filters', dimension] as const)
  ];
  for (const measure of measures) checkShape(measure, sliced, query, catalogue, build);
  const unavailable = Object.fromEntries(
    measures.map((measure) => [measure.name, whyUnavailable(measure, build, catalogue)] as const).filter(([, reason]) => reason)
  ) as Record<string, string>;
  const parts = measures.filter(({ name }) => !unavailable[name]).flatMap((measure) => partsOf(measure, catalogue));
  checkRest(query);
  refuseUnanswered(query);
  return {
    query,
    measures,
    dimensions,
    filters,
    unavailable,
    period: resolvePeriod(query.period, build, query.grain, query.compare),
    parts: [...new Map(parts.map((part) => [part.name, part])).values()]
  };
}

/** Dimensions that a measure can be sliced by in this build. */
export function dimensionsOf(measure: Measure, catalogue: Catalogue, build: BuildFacts): Dimension[] {
  const needed = partsOf(measure, catalogue).map((part) => part.aggregate.source);
  return [...catalogue.dimensions.values()].filter((dimension) => needed.every((source) => knows(dimension, source, build)));
}

function knows(dimension: Dimension, source: SourceName, build: BuildFacts): boolean {
  const column = dimension.columns[source];
  return column !== undefined && (hasColumn(build, source, column) || !build.columns.has(sources[source].table));
}

function checkShape(
  measure: Measure,
  sliced: readonly (readonly [field: string, dimension: Dimension])[],
  { grain }: Query,
  catalogue: Catalogue,
  build: BuildFacts
): void {
  for (const part of partsOf(measure, catalogue)) {
    const wrong = sliced.find(([, dimension]) => !knows(dimension, part.aggregate.source, build));
    if (wrong) {
      const possible = dimensionsOf(measure, catalogue, build).map(({ name }) => name);
      const [field, { name }] = wrong;
      throw new QueryError(field, name, `${measure.name} cannot be sliced by ${name}; it can by ${possible.join(', ')}`, { possible });
    }
    const { date, source } = part.aggregate;
    if (grain && date === 'as_of') {
      throw new QueryError('grain', grain, `${measure.name} is measured once, at the data instant; ask it without a grain`, {
        possible: []
      });
    }
    if (grain === 'hour' && !sources[source].hours[date]) {
      throw new QueryError('grain', grain, `${measure.name} is dated by day; the finest grain is day`, {
        possible: periodUnits
      });
    }
  }
}

/** Parts of the language that no answer is computed for yet. */
function refuseUnanswered({ totals, top, zone, asKnownOn, compare }: Query): void {
  const asked = { totals, top, zone, asKnownOn, ...(compare === 'target' ? { compare } : {}) };
  const [field, value] = Object.entries(asked).find(([, one]) => one !== undefined) ?? [];
  if (field) throw new QueryError(field, value, `${field} is not answered yet; leave it out`);
}

function checkRest(query: Query): void {
  if (query.limit !== undefined && (!Number.isInteger(query.limit) || query.limit < 1)) {
    throw new QueryError('limit', query.limit, 'a limit is a whole number of at least 1');
  }
  const names = [
    ...(query.grain ? ['period'] : []),
    ...(query.dimensions ?? []),
    ...query.measures,
    ...(query.compare ? query.measures.map((name) => `${name}:compare`) : [])
  ];
  for (const { by } of query.sort ?? []) if (!names.includes(by)) throw unknownName('sort', 'column of this query', by, names);
}

function unique(names: readonly string[], field: string): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new QueryError(field, twice, `${twice} is asked for twice`);
  return names;
}
