import { accessMeasures } from './access.ts';
import { changeMeasures } from './change.ts';
import { contactMeasures, surveyMeasures } from './contact.ts';
import { dimensions, type Dimension } from './dimension.ts';
import { eventMeasures } from './event.ts';
import { incidentMeasures } from './incident.ts';
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
 * @throws naming the entry when two share a name, a derived one mixes units or builds on another derived or unknown one,
 * a share has no denominator, or an entry lacks its null rule
 */
export function catalogueOf(measures: readonly Measure[], slices: readonly Dimension[]): Catalogue {
  const byName = new Map<string, Measure>();
  for (const measure of measures) {
    if (byName.has(measure.name)) throw new Error(`two measures are called ${measure.name}`);
    byName.set(measure.name, measure);
  }
  for (const measure of measures) guard(measure, byName);
  const byDimension = new Map(slices.map((dimension) => [dimension.name, dimension]));
  if (byDimension.size !== slices.length) throw new Error('two dimensions share a name');
  return { measures: byName, dimensions: byDimension };
}

function guard(measure: Measure, all: ReadonlyMap<string, Measure>): void {
  const refuse = (reason: string): never => {
    throw new Error(`measure ${measure.name}: ${reason}`);
  };
  if (!measure.nullRule) refuse('has no null rule');
  if (measure.aggregate.kind === 'ratio' && !measure.denominator) refuse('is a share without a denominator');
  if (measure.unit === 'seconds' && measure.clock === 'none') refuse('is a duration that names no clock');
  if (measure.aggregate.kind !== 'derived') return;
  const [left, right] = measure.aggregate.from.map((name) => all.get(name) ?? refuse(`builds on ${name}, which does not exist`));
  if (left!.aggregate.kind === 'derived' || right!.aggregate.kind === 'derived') refuse('builds on a derived measure');
  if (measure.aggregate.operation !== 'quotient' && left!.unit !== right!.unit) refuse(`mixes ${left!.unit} and ${right!.unit}`);
  if (![left!, right!].every((part) => ['count', 'sum', 'stock'].includes(part.aggregate.kind))) {
    refuse('builds on an average or a share; only counts and sums may be combined');
  }
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
  ...surveyMeasures
];

export const catalogue: Catalogue = catalogueOf(measures, dimensions);

/** The measures a measure is computed from: itself, or the parts of a derived one. */
export function partsOf(measure: Measure, from: Catalogue = catalogue): (Measure & { aggregate: RowAggregate })[] {
  const parts = measure.aggregate.kind === 'derived' ? measure.aggregate.from.map((name) => from.measures.get(name)!) : [measure];
  return parts as (Measure & { aggregate: RowAggregate })[];
}
