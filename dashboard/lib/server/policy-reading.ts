import { policyAnswer } from '#dashboard/boards/analysis-words.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import type { PolicyView } from '#dashboard/lib/policy-view.ts';
import type { PolicyBand, PolicyReading } from '#warehouse/analysis/policy-band.ts';
import type { ClockScope } from '#warehouse/query/analysis/scope.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';

/** A band in words, its figures linked to the records they count. */
export function policyView(id: string, name: string, band: PolicyBand, clocks: ClockScope, fixed: readonly Filter[] = []): PolicyView {
  const query = (reading: PolicyReading): Query | null =>
    reading.measure
      ? {
          measures: [reading.measure.name],
          period: clocks.period,
          filters: [
            ...(clocks.filters ?? []),
            ...fixed,
            ...(reading.measure.firstCycle ? [{ field: 'cycle', op: 'in' as const, values: [1] }] : [])
          ]
        }
      : null;
  const href = (reading: PolicyReading): string | undefined => {
    const asked = query(reading);
    return asked ? recordsUrl(asked) : undefined;
  };
  const among = (reading: PolicyReading): string | null => {
    const asked = query(reading);
    return asked ? recordsUrl({ ...asked, measures: ['service_level.completed'] }) : null;
  };
  return {
    id,
    name,
    goal: band.goal,
    phrases: policyAnswer(band, name, href),
    lines: band.readings.map((reading) => ({ ...reading, metHref: href(reading) ?? null, amongHref: among(reading) })),
    isDecidedByPolicy: band.isDecidedByPolicy
  };
}
