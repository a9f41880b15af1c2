import { catalogue, partsOf } from '../metrics/catalogue.ts';
import { findMeasure } from '../metrics/percentile.ts';
import { sources } from '../metrics/source.ts';
import { whyUnavailable, type BuildFacts } from './build.ts';
import { dimensionsOf } from './normalise.ts';
import type { Query } from './query.ts';
import type { Reader } from './reader.ts';

export interface Availability {
  measure: string;
  isAvailable: boolean;
  /** "not available from this source, because the column is_major is empty" */
  reason?: string;
  /** Dimensions it can be sliced by in this build. */
  dimensions: string[];
}

/** For every measure of the catalogue: whether this build can tell it, and if not, which column is missing. */
export function availability(reader: Reader): Availability[] {
  return [...catalogue.measures.values()].map((measure) => {
    const reason = whyUnavailable(measure, reader.build, catalogue);
    const dimensions = dimensionsOf(measure, catalogue, reader.build).map(({ name }) => name);
    return { measure: measure.name, isAvailable: !reason, ...(reason ? { reason } : {}), dimensions };
  });
}

/** Labels of the dimensions that a measure cannot be filtered by in this build, of those named. */
export function unfollowed(build: BuildFacts, name: string, fields: readonly string[]): string[] {
  const measure = findMeasure(name, catalogue);
  if (!measure || fields.length === 0) return [];
  const known = new Set(dimensionsOf(measure, catalogue, build).map((dimension) => dimension.name));
  return fields.filter((field) => !known.has(field)).map((field) => catalogue.dimensions.get(field)?.label ?? field);
}

/**
 * Why a measure has nothing to tell by these dimensions in this build: a column that it needs is missing, or the column of a dimension is
 * missing or holds nothing. Undefined when it has.
 */
export function whySilent(build: BuildFacts, name: string, dimensions: Query['dimensions'] = []): string | undefined {
  const measure = findMeasure(name, catalogue);
  if (!measure) return `there is no measure called ${name}`;
  const reason = whyUnavailable(measure, build, catalogue);
  if (reason) return reason;
  const known = new Set(dimensionsOf(measure, catalogue, build).map((dimension) => dimension.name));
  for (const one of dimensions) {
    const columns = partsOf(measure).map(({ aggregate: { source } }) => ({
      table: sources[source].table,
      column: catalogue.dimensions.get(one)?.columns[source]
    }));
    const blank = columns.find(({ table, column }) => build.empty.has(`${table}.${column}`));
    if (blank) return `not available from this source, because the column ${blank.column} is empty`;
    if (!known.has(one)) return `not available from this source, because ${name} cannot be told by ${one}`;
  }
  return undefined;
}
