import { dateOf } from '#dashboard/format.ts';
import type { Period } from '#warehouse/query/query.ts';

/** Local dates `YYYY-MM-DD`; `to` is exclusive. */
export interface DateSpan {
  from: string;
  to: string;
}

/** What periods are counted from. */
export interface Calendar {
  /** Local date of the data instant. */
  today: string;
  /** Month with which fiscal years begin, 1–12; default 1. */
  fiscalStart?: number;
}

/** How many months a unit has; days and weeks have none. */
export const unitMonths: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, fiscal_quarter: 3, fiscal_year: 12 };
const text = (at: Date): string => at.toISOString().slice(0, 10);
export const addDays = (date: string, days: number): string => text(new Date(dateOf(date).getTime() + days * 86_400_000));

/** The same day of another month, or its last day where it has no such day: 31 January and a month is 28 February. */
export function addMonths(date: string, count: number): string {
  const at = dateOf(date);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count + 1, 0)).getUTCDate();
  return text(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count, Math.min(at.getUTCDate(), last))));
}

/** First day of the unit that a date falls into; weeks begin on Monday, fiscal years with a month of their own. */
function startOf(date: string, unit: string, fiscalStart: number): string {
  if (unit === 'day') return date;
  const at = dateOf(date);
  if (unit === 'week') return addDays(date, -((at.getUTCDay() + 6) % 7));
  const into = (at.getUTCMonth() + 12 - (unit.startsWith('fiscal') ? fiscalStart - 1 : 0)) % (unitMonths[unit] ?? 1);
  return text(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - into, 1)));
}

const move = (date: string, unit: string, count: number): string =>
  unitMonths[unit] ? addMonths(date, unitMonths[unit] * count) : addDays(date, count * (unit === 'week' ? 7 : 1));

/**
 * The whole days that a period is about, its unfinished unit included.
 * @returns undefined for a period without bounds
 */
export function spanOf(period: Period, { today, fiscalStart = 1 }: Calendar): DateSpan | undefined {
  if ('all' in period) return undefined;
  if ('from' in period) return period;
  if ('toDate' in period) {
    const from = startOf(today, period.toDate, fiscalStart);
    return { from, to: move(from, period.toDate, 1) };
  }
  const unfinished = startOf(today, period.unit, fiscalStart);
  const next = period.complete ? unfinished : move(unfinished, period.unit, 1);
  return { from: move(next, period.unit, -period.last), to: next };
}
