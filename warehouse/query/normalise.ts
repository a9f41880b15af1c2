import { partsOf, type Catalogue } from '../metrics/catalogue.ts';
import type { Dimension } from '../metrics/dimension.ts';
import type { Measure, RowAggregate, SourceName } from '../metrics/measure.ts';
import { findMeasure, isPercentile, spreadStems } from '../metrics/percentile.ts';
import { sources } from '../metrics/source.ts';
import { hasColumn, whyUnavailable, type BuildFacts } from './build.ts';
import { lookUp, nearest, QueryError, unknownName } from './error.ts';
import { checkFilter, type CheckedFilter } from './filter.ts';
import { limits } from './limits.ts';
import { resolvePeriod, type ResolvedPeriod } from './period.ts';
import { periodUnits, type Query, type Top } from './query.ts';
import { inZone, zoneOf } from './zone.ts';

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
  /** Whose days count. */
  zone: string;
  /** What each measure is held against, when the question compares with targets. */
  targets: ReadonlyMap<string, Measure>;
  /** Which keys the asked rows roll up, as bits: the last key is bit 0. Holds 0, the rows themselves, first. */
  levels: readonly number[];
  /** The dimension whose leading members stand alone, and the question that tells which they are. */
  top?: CheckedTop;
}

export interface CheckedTop {
  /** Position among the dimensions. */
  at: number;
  leaders: CheckedQuery;
}

/**
 * Looks up names, gives values their types, resolves the period.
 * @throws QueryError naming the field, the value and what is possible
 */
export function normalise(query: Query, catalogue: Catalogue, build: BuildFacts): CheckedQuery {
  if (query.measures.length === 0) throw new QueryError('measures', query.measures, 'a query needs at least one measure');
  const measures = unique(query.measures, 'measures').map((name) => lookUpMeasure('measures', name, catalogue));
  const dimensions = unique(query.dimensions ?? [], 'dimensions').map((name) =>
    lookUp('dimensions', 'dimension', name, catalogue.dimensions)
  );
  const filters = (query.filters ?? []).map((filter) => checkFilter(filter, catalogue.dimensions));
  const sliced = [
    ...dimensions.map((dimension) => ['dimensions', dimension] as const),
    ...filters.map(({ dimension }) => ['filters', dimension] as const)
  ];
  const { targets, untargeted } = targetsOf(measures, query, catalogue, build);
  for (const measure of [...measures, ...targets.values()]) checkShape(measure, sliced, query, catalogue, build);
  const reasons = measures.map((measure) => [measure.name, whyUnavailable(measure, build, catalogue)] as const);
  const unavailable = Object.fromEntries([...reasons.filter(([, reason]) => reason), ...untargeted]) as Record<string, string>;
  const needed = [...measures.filter(({ name }) => !unavailable[name]), ...targets.values()];
  const parts = needed.flatMap((measure) => partsOf(measure, catalogue));
  const zone = zoneOf(query.zone, build);
  checkRest(query);
  const period = resolvePeriod(query.period, inZone(zone, build), query.grain, query.compare);
  refuseFine(period, query);
  return {
    query,
    measures,
    dimensions,
    filters,
    unavailable,
    period,
    parts: [...new Map(parts.map((part) => [part.name, part])).values()],
    zone,
    targets,
    levels: levelsOf(query),
    ...(query.top ? { top: checkTop(query.top, query, catalogue, build) } : {})
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

/** A time axis that nobody could look at, and no engine should fill. */
function refuseFine({ from, to }: ResolvedPeriod, { grain }: Query): void {
  const days = Temporal.PlainDate.from(from).until(to).days;
  const buckets = grain === 'hour' ? days * 24 : grain === 'day' ? days : days / 7;
  if (!grain || buckets <= limits.buckets) return;
  throw new QueryError(
    'grain',
    grain,
    `from ${from} to ${to} there are ${Math.floor(buckets)} times ${grain}; take a coarser grain or a shorter period`
  );
}

/** Goals beside the measures that have one, and why the others have none. */
function targetsOf(measures: readonly Measure[], { compare }: Query, catalogue: Catalogue, build: BuildFacts) {
  const targets = new Map<string, Measure>();
  const untargeted: [name: string, reason: string][] = [];
  if (compare !== 'target') return { targets, untargeted };
  for (const { name, target } of measures) {
    const goal = target === undefined ? undefined : catalogue.measures.get(target);
    const reason = goal ? whyUnavailable(goal, build, catalogue) : `no agreement sets a target for ${name}`;
    if (reason) untargeted.push([`${name}:target`, reason]);
    else targets.set(name, goal!);
  }
  return { targets, untargeted };
}

function checkTop(top: Top, query: Query, catalogue: Catalogue, build: BuildFacts): CheckedTop {
  const { dimension, count, by = query.measures[0]!, ascending = false } = top;
  const at = (query.dimensions ?? []).indexOf(dimension);
  if (at < 0) throw unknownName('top', 'dimension in this query', dimension, query.dimensions ?? []);
  lookUpMeasure('top', by, catalogue);
  if (!Number.isInteger(count) || count < 1)
    throw new QueryError('top', count, 'the number of leading members is a whole number of at least 1');
  const { period, filters, zone } = query;
  const leaders = normalise(
    { measures: [by], dimensions: [dimension], period, filters, zone, sort: [{ by, descending: !ascending }], limit: count },
    catalogue,
    build
  );
  return { at, leaders };
}

/** Keys of the rows: `period`, then the dimensions. */
export const keysOf = ({ grain, dimensions }: Query): string[] => [...(grain ? ['period'] : []), ...(dimensions ?? [])];

function levelsOf(query: Query): number[] {
  const keys = keysOf(query);
  const asked = (query.totals ?? []).map((kept) => {
    for (const name of unique(kept, 'totals')) if (!keys.includes(name)) throw unknownName('totals', 'key of this query', name, keys);
    return keys.reduce((level, key) => level * 2 + (kept.includes(key) ? 0 : 1), 0);
  });
  if (query.totals && keys.length === 0)
    throw new QueryError('totals', query.totals, 'one row has no totals; ask by a dimension or with a grain');
  if (asked.includes(0)) throw new QueryError('totals', query.totals, `totals that keep ${keys.join(' and ')} are the rows themselves`);
  return [0, ...new Set(asked)];
}

function lookUpMeasure(field: string, name: string, catalogue: Catalogue): Measure {
  const found = findMeasure(name, catalogue);
  if (found) return found;
  if (!isPercentile(name)) throw unknownName(field, 'measure', name, catalogue.measures.keys());
  const possible = spreadStems(catalogue);
  const stem = name.replace(/_p\d+$/, '');
  const known = catalogue.measures.has(stem) ? `${stem} is no duration, so it has no percentiles` : `there is no duration called ${stem}`;
  const near = nearest(stem, possible);
  throw new QueryError(field, name, `${known}; percentiles _p1 to _p99 can be asked of ${possible.join(', ')}`, {
    possible,
    ...(near ? { suggestion: name.replace(stem, near) } : {})
  });
}

function checkRest(query: Query): void {
  if (query.limit !== undefined && (!Number.isInteger(query.limit) || query.limit < 1)) {
    throw new QueryError('limit', query.limit, 'a limit is a whole number of at least 1');
  }
  const beside = query.compare && (query.compare === 'target' ? 'target' : 'compare');
  const names = [...keysOf(query), ...query.measures, ...(beside ? query.measures.map((name) => `${name}:${beside}`) : [])];
  for (const { by } of query.sort ?? []) if (!names.includes(by)) throw unknownName('sort', 'column of this query', by, names);
}

function unique(names: readonly string[], field: string): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new QueryError(field, twice, `${twice} is asked for twice`);
  return names;
}
