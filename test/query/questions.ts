import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import type { Measure } from '#warehouse/metrics/measure.ts';
import { sources } from '#warehouse/metrics/source.ts';
import type { BuildFacts } from '#warehouse/query/build.ts';
import { dimensionsOf } from '#warehouse/query/normalise.ts';
import { grains, type Grain, type Query } from '#warehouse/query/query.ts';

/** Grains that a measure can be asked by; what is measured at the data instant has none. */
export const grainsOf = (measure: Measure): Grain[] =>
  grains.filter((grain) =>
    partsOf(measure).every(({ aggregate: { date, source } }) => date !== 'as_of' && (grain !== 'hour' || sources[source].hours[date]))
  );

/** How far back a question of a grain reaches in tests: enough rows, few buckets. */
export const periodOf = (grain: Grain | undefined): Query['period'] => ({
  last: grain === 'hour' ? 3 : grain === 'day' ? 20 : 400,
  unit: 'day'
});

/** Measures by what they can be sliced by and grained by: one entry for each pair, with nothing as a dimension and as a grain too. */
export function questionsOf(build: BuildFacts): { dimension?: string; grain?: Grain; measures: string[] }[] {
  const pairs = new Map<string, { dimension?: string; grain?: Grain; measures: string[] }>();
  for (const measure of measures) {
    const dimensions = [undefined, ...dimensionsOf(measure, catalogue, build).map(({ name }) => name)];
    for (const grain of [undefined, ...grainsOf(measure)]) {
      for (const dimension of dimensions) {
        const key = `${dimension} by ${grain}`;
        const pair = pairs.get(key) ?? { ...(dimension ? { dimension } : {}), ...(grain ? { grain } : {}), measures: [] };
        pair.measures.push(measure.name);
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()];
}

export const questionOf = ({ dimension, grain }: { dimension?: string; grain?: Grain }, names: readonly string[]): Query => ({
  measures: names,
  ...(dimension ? { dimensions: [dimension] } : {}),
  ...(grain ? { grain } : {}),
  period: periodOf(grain)
});
