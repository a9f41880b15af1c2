import type { Catalogue } from './catalogue.ts';
import type { Measure } from './measure.ts';
import { sizeOf, sizeStem } from './size.ts';

const form = /^(.+)_p([1-9]\d?)$/;

/**
 * A measure by name: an entry, any percentile (`_p1` … `_p99`) of a duration that has a median, or the number of records (`_n`) that a
 * share, a mean or a percentile is over.
 */
export const findMeasure = (name: string, { measures }: Pick<Catalogue, 'measures'>): Measure | undefined =>
  measures.get(name) ?? percentile(name, measures) ?? size(name, measures);

/** Stems of the measures that percentiles can be asked of: `incident.resolve_seconds`. */
export const spreadStems = ({ measures }: Pick<Catalogue, 'measures'>): string[] =>
  [...measures.values()].filter(({ aggregate }) => aggregate.kind === 'median').map(({ name }) => name.replace(/_median$/, ''));

/** Whether a name asks for a percentile, of whatever. */
export const isPercentile = (name: string): boolean => form.test(name);

function size(name: string, measures: ReadonlyMap<string, Measure>): Measure | undefined {
  const stem = sizeStem(name);
  const measure = stem === undefined ? undefined : (measures.get(stem) ?? percentile(stem, measures));
  return measure && sizeOf(measure);
}

function percentile(name: string, measures: ReadonlyMap<string, Measure>): Measure | undefined {
  const [, stem, digits] = form.exec(name) ?? [];
  const median = stem === undefined ? undefined : measures.get(`${stem}_median`);
  if (median?.aggregate.kind !== 'median') return undefined;
  const percent = Number(digits);
  const words = `${percent}${ordinal(percent)} percentile`;
  return {
    ...median,
    name,
    label: median.label.replace(/, median$/, `, ${words}`),
    formula: median.formula.replace(/^median/, words),
    aggregate: { ...median.aggregate, kind: 'percentile', percent }
  };
}

const ordinal = (number: number): string => (Math.floor(number / 10) === 1 ? undefined : ['st', 'nd', 'rd'][(number % 10) - 1]) ?? 'th';
