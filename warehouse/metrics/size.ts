import type { Measure, RowAggregate } from './measure.ts';

const form = /^(.+)_n$/;

/** The measure whose records are counted by a name like `change.failed_share_n`; undefined for any other name. */
export const sizeStem = (name: string): string | undefined => form.exec(name)?.[1];

/** Name of the measure that counts what a figure is over; undefined where nothing is counted. */
export const sizeName = (measure: Measure): string | undefined => (counting(measure.aggregate) ? `${measure.name}_n` : undefined);

/**
 * How many a share, a mean, a percentile or a quotient is over: the records of its denominator, those that have the value, or the things
 * counted below the line. On the same date and under the same conditions as the figure itself, so that it is the n of just that figure.
 */
export function sizeOf(measure: Measure): Measure | undefined {
  const aggregate = counting(measure.aggregate);
  if (!aggregate) return undefined;
  const { name, process, label, denominator: over, formula, needs, version } = measure;
  return {
    name: `${name}_n`,
    process,
    label: `${label.replace(/ %$/, '')}: how many it is over`,
    meaning: `How many “${label}” is over${over ? `: ${over}` : ''}.`,
    formula: `how many count in “${label}”: ${formula}`,
    unit: 'count',
    clock: 'none',
    direction: 'none',
    nullRule: 'What the figure leaves out is not counted; none is 0.',
    needs,
    version,
    aggregate
  };
}

function counting(aggregate: Measure['aggregate']): RowAggregate | undefined {
  if (aggregate.kind === 'derived') return undefined;
  const { source, date, where } = aggregate;
  const among = (condition: string): string => (where ? `(${where}) AND ${condition}` : condition);
  switch (aggregate.kind) {
    case 'ratio':
      return { kind: 'count', source, date, ...(where ? { where } : {}) };
    case 'mean':
    case 'median':
    case 'p90':
    case 'percentile':
      return { kind: 'count', source, date, where: among(`(${aggregate.value}) IS NOT NULL`) };
    case 'quotient':
      return aggregate.over.endsWith('_count')
        ? { kind: 'sum', source, date, value: aggregate.over, where: among(`(${aggregate.value}) IS NOT NULL`) }
        : undefined;
    default:
      return undefined;
  }
}
