import type { Row } from '#warehouse/connection.ts';
import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import type { Measure } from '#warehouse/metrics/measure.ts';
import { sources } from '#warehouse/metrics/source.ts';
import type { BuildFacts } from '#warehouse/query/build.ts';
import { compile } from '#warehouse/query/compile.ts';
import { dimensionsOf } from '#warehouse/query/normalise.ts';
import { grains, type Grain, type Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';

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

/** Measures that can be asked together. */
export interface Asked {
  dimension?: string;
  grain?: Grain;
  measures: string[];
}

/** Measures by what they can be sliced by and grained by: one entry for each pair, with nothing as a dimension and as a grain too. */
export function questionsOf(build: BuildFacts): Asked[] {
  const pairs = new Map<string, Asked>();
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

/** What the engine's binder says of questions, each with all of its measures; nothing is planned or run. */
export async function unbound(reader: Reader, questions: readonly Asked[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { measures: names, ...pair } of questions) {
    const { sql, values } = compile(questionOf(pair, names), catalogue, reader.build);
    const described = reader.use((connection) => connection.all(`DESCRIBE ${sql}`, values));
    await described.catch((error: Error) => faults.push(`${JSON.stringify({ ...pair, names })}: ${error.message}`));
  }
  return faults;
}

/** The answer to a question over a short time, each bucket beside the one before. */
export function run(reader: Reader, { measures: names, ...pair }: Asked): Promise<Row[]> {
  const period = pair.grain === 'hour' ? { last: 1, unit: 'day' as const } : { last: 2, unit: 'month' as const };
  const question = { ...questionOf(pair, names), period, ...(pair.grain ? { compare: 'previous_period' as const } : {}) };
  const { sql, values } = compile(question, catalogue, reader.build);
  return reader.use((connection) => connection.all(sql, values), { timeout: 120_000 });
}
