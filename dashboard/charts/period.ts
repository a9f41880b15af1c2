import { dateOf } from '../format.ts';
import type { ChartContext } from './encoding.ts';

const addMonths = (at: Date, months: number): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

/** First date after the bucket that starts at `start`. */
export function bucketEnd(start: string, grain: string): string {
  const at = dateOf(start.slice(0, 10));
  const monthsIn: Record<string, number> = { month: 1, quarter: 3, year: 12, fiscal_quarter: 3, fiscal_year: 12 };
  const months = monthsIn[grain];
  const end = months ? addMonths(at, months) : addDays(at, grain === 'week' ? 7 : 1);
  return end.toISOString().slice(0, 10);
}

/** Whether less than a whole bucket is shown: it is unfinished, or the period begins or ends within it. */
export const isCut = (start: string, { grain, asOf, from = '', to }: Pick<ChartContext, 'grain' | 'asOf' | 'from' | 'to'>): boolean =>
  isPartial(start, grain, asOf) || start < from || Boolean(grain && to && bucketEnd(start, grain) > to);

/** Whether a bucket was still unfinished at the data instant (`asOf`: local date). */
export const isPartial = (start: string, grain: string | undefined, asOf: string | undefined): boolean =>
  Boolean(grain && asOf && bucketEnd(start, grain) > asOf.slice(0, 10));
