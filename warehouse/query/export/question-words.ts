import { catalogue } from '../../metrics/catalogue.ts';
import { findMeasure } from '../../metrics/percentile.ts';
import type { Labels } from '../labels.ts';
import { filterVerbs, type Filter, type Query } from '../query.ts';
import { writePeriod } from '../params.ts';
import type { CellPlace } from '../cell.ts';

const labelOf = (name: string): string => catalogue.dimensions.get(name)?.label ?? name;
const wordOf = (field: string, value: unknown, labels: Labels): string => {
  const label = labels[field]?.[String(value)];
  return label === undefined ? String(value) : `${label} (${String(value)})`;
};
const measureLabel = (name: string): string => findMeasure(name, catalogue)?.label ?? name;
const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** A question as one sentence, for somebody who has only the file. */
export function queryWords(
  { measures, dimensions = [], grain, period, filters = [], compare, top, zone, asKnownOn }: Query,
  labels: Labels = {}
): string {
  const by = [...(grain ? [grain.replace('_', ' ')] : []), ...dimensions.map(labelOf)];
  const parts = [
    `${listed(measures.map(measureLabel))}${by.length > 0 ? ` by ${listed(by)}` : ''}`,
    `period ${period ? writePeriod(period).replaceAll('-', ' ').replace('..', ' to before ') : 'all'}`,
    ...filters.map((filter) => filterWords(filter, labels)),
    ...(compare ? [`compared with ${compare.replaceAll('_', ' ')}`] : []),
    ...(top ? [`leading ${top.count} of ${labelOf(top.dimension)}, the others as one`] : []),
    ...(zone ? [`days of ${zone}`] : []),
    ...(asKnownOn ? [`as known on ${asKnownOn}`] : [])
  ];
  return parts.join('; ');
}

/** The records of a cell as one sentence. */
export function recordsWords(
  query: Query,
  measure: string,
  cell: CellPlace | undefined,
  side: string | undefined,
  labels: Labels = {}
): string {
  const members = Object.entries(cell?.dimensions ?? {}).map(
    ([name, value]) => `${labelOf(name)} is ${value === null ? 'none' : wordOf(name, value, labels)}`
  );
  const bucket = cell?.period ? [`${query.grain ?? 'period'} ${cell.period}`] : [];
  const part = side ? [side === 'left_out' ? 'records left out of the figure' : `records of the ${side}`] : [];
  const { filters, period, zone, asKnownOn } = query;
  return [
    `Records of ${queryWords({ measures: [measure], filters, period, zone, asKnownOn }, labels)}`,
    ...bucket,
    ...members,
    ...part
  ].join('; ');
}

/** `Team is Network or Desk`. */
export function filterWords(filter: Filter, labels: Labels = {}): string {
  const isRange = filter.op === 'between' || filter.op === 'not_between';
  const values =
    'values' in filter
      ? ` ${listed(
          filter.values.map((value) => wordOf(filter.field, value, labels)),
          isRange ? 'and' : 'or'
        )}`
      : '';
  return `${labelOf(filter.field)} ${filterVerbs[filter.op]}${values}`;
}
