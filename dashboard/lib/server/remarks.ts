import type { Baseline } from '#dashboard/charts/encoding.ts';
import { writeFilter } from '#warehouse/query/params.ts';
import type { Filter } from '#warehouse/query/query.ts';
import { listBaselines, standingBaselines } from '#warehouse/register/baselines.ts';
import { currentRegister } from './register.ts';

/** Resets of measures as they stand now. */
export type BaselinesOf = (measure: string, filters: readonly Filter[]) => readonly Baseline[];

/**
 * What readers said of processes, read once for a page.
 * @param own conditions of the page of one party: a wider reset may speak of another, and is left out there
 */
export function baselinesNow(own: readonly Filter[] = []): BaselinesOf {
  const needed = own.map(writeFilter);
  const all = listBaselines(currentRegister()).filter(({ filters }) => needed.every((text) => filters.includes(text)));
  return (measure, filters) => standingBaselines(all, measure, filters.map(writeFilter)).map(({ from, reason }) => ({ from, reason }));
}

/** Where a reader resets the limits of a measure under these filters. */
export function baselineUrl(measure: string, filters: readonly Filter[]): string {
  const params = new URLSearchParams({ measure });
  for (const filter of filters) params.append('filter', writeFilter(filter));
  return `/baselines?${params}`;
}
