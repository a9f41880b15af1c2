import { accessMeasures } from './access.ts';
import { availabilityMeasures } from './availability.ts';
import { changeMeasures } from './change.ts';
import { contactMeasures, surveyMeasures } from './contact.ts';
import { dimensions, type Dimension } from './dimension.ts';
import { eventMeasures } from './event.ts';
import { incidentMeasures } from './incident.ts';
import { guardDimensions, guardMeasures } from './guard.ts';
import { improvementMeasures } from './improvement.ts';
import type { Measure, RowAggregate } from './measure.ts';
import { problemMeasures } from './problem.ts';
import { requestMeasures } from './request.ts';
import { serviceLevelMeasures, timeMeasures } from './service-level.ts';

/** All that can be asked, by name, in the order of the dictionary. */
export interface Catalogue {
  measures: ReadonlyMap<string, Measure>;
  dimensions: ReadonlyMap<string, Dimension>;
}

/**
 * Puts entries together and refuses what would lie later.
 * @throws naming the entry: two of a name or label, an entry that lacks a part, units that clash, an average of averages, a level
 * added up over time, a mean without its median
 */
export function catalogueOf(measures: readonly Measure[], slices: readonly Dimension[]): Catalogue {
  const byName = new Map(measures.map((measure) => [measure.name, measure]));
  guardMeasures(measures, byName);
  guardDimensions(slices);
  return { measures: byName, dimensions: new Map(slices.map((dimension) => [dimension.name, dimension])) };
}

/** Every measure there is, in the order of the dictionary. */
export const measures: readonly Measure[] = [
  ...serviceLevelMeasures,
  ...timeMeasures,
  ...incidentMeasures,
  ...requestMeasures,
  ...problemMeasures,
  ...changeMeasures,
  ...eventMeasures,
  ...accessMeasures,
  ...contactMeasures,
  ...surveyMeasures,
  ...availabilityMeasures,
  ...improvementMeasures
];

export const catalogue: Catalogue = catalogueOf(measures, dimensions);

/** The measures a measure is computed from: itself, or the parts of a derived one. */
export function partsOf(measure: Measure, from: Catalogue = catalogue): (Measure & { aggregate: RowAggregate })[] {
  const parts = measure.aggregate.kind === 'derived' ? measure.aggregate.from.map((name) => from.measures.get(name)!) : [measure];
  return parts as (Measure & { aggregate: RowAggregate })[];
}
