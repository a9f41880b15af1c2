import { promisedBy, promisedTargets, type Promised } from '#dashboard/boards/promised.ts';
import { memberOf, type Row } from '#dashboard/charts/table.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { ResolvedSection, Section } from './report.ts';

const completed = 'service_level.completed';

/** The question of a section by targets; undefined where nothing of it is judged. */
export function targetsQuery({ query, view }: Section): Query | undefined {
  if (!('judged' in view) || view.judged === undefined) return undefined;
  const { period, filters, grain, dimensions = [] } = query;
  return {
    measures: ['service_level.attainment', 'service_level.goal', completed],
    dimensions: [...new Set([...dimensions, ...promisedTargets])],
    ...(period ? { period } : {}),
    ...(filters ? { filters } : {}),
    ...(grain ? { grain } : {})
  };
}

/** What was promised in a section: in all of it, to a member over all buckets, and for one of its rows, where few clocks judge no target. */
export function promisedIn({ query, targets }: ResolvedSection): {
  whole: Promised;
  member(name: string): Promised;
  row(row: Row): Promised;
} {
  const rows = targets?.rows ?? [];
  const [first = ''] = query.dimensions ?? [];
  const key = (row: Row): string => JSON.stringify([row.period ?? null, ...(query.dimensions ?? []).map((name) => row[name] ?? null)]);
  const byRow = promisedBy(rows, key, completed);
  return {
    whole: promisedBy(rows, () => '')(''),
    member: promisedBy(rows, (row) => memberOf(row[first])),
    row: (row) => byRow(key(row))
  };
}
