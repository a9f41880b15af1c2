import { dateOf } from '#dashboard/format.ts';
import type { Period } from '#warehouse/query/query.ts';
import { periodChoices, tryPeriod } from './scope.ts';

/** Local dates `YYYY-MM-DD`; `to` is exclusive. */
export interface DateSpan {
  from: string;
  to: string;
}

const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, fiscal_quarter: 3, fiscal_year: 12 };
const text = (at: Date): string => at.toISOString().slice(0, 10);
const addDays = (date: string, days: number): string => text(new Date(dateOf(date).getTime() + days * 86_400_000));
const daysBetween = ({ from, to }: DateSpan): number => Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000);
const dayOf = (date: string): number => Number(date.slice(8));

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
  const into = (at.getUTCMonth() + 12 - (unit.startsWith('fiscal') ? fiscalStart - 1 : 0)) % (months[unit] ?? 1);
  return text(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - into, 1)));
}

const move = (date: string, unit: string, count: number): string =>
  months[unit] ? addMonths(date, months[unit] * count) : addDays(date, count * (unit === 'week' ? 7 : 1));

/**
 * The whole days that a period is about, its unfinished unit included.
 * @param today local date of the data instant
 * @param fiscalStart month with which fiscal years begin, 1–12
 * @returns undefined for a period without bounds
 */
export function spanOf(period: Period, today: string, fiscalStart = 1): DateSpan | undefined {
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

/**
 * The period before or after, of the same length: whole months where both ends are the same day of a month, else days. It begins
 * where the other ends, so that no day is counted twice or left out.
 * @param today local date of the data instant
 * @param steps −1 for the one before, 1 for the one after
 * @returns undefined where there is none: all time, or what begins after the data ends. A period that has a name gets it back.
 */
export function shiftPeriod(period: Period, today: string, steps: 1 | -1, fiscalStart = 1): Period | undefined {
  const span = spanOf(period, today, fiscalStart);
  if (!span) return undefined;
  const unit = 'last' in period ? period.unit : 'toDate' in period ? period.toDate : unitOf(span);
  const shifted = beside(span, steps, Boolean(months[unit]));
  if (shifted.from > today) return undefined;
  return named(shifted, today, fiscalStart) ?? shifted;
}

/** Months from one day to the same day of another month; four weeks from a February into March only where a month begins. */
const unitOf = (span: DateSpan): string =>
  dayOf(span.from) === dayOf(span.to) && (dayOf(span.from) === 1 || daysBetween(span) % 7 !== 0) ? 'month' : 'day';

function beside(span: DateSpan, steps: 1 | -1, isMonths: boolean): DateSpan {
  const { from, to } = span;
  const [year, month] = [Number(to.slice(0, 4)) - Number(from.slice(0, 4)), Number(to.slice(5, 7)) - Number(from.slice(5, 7))];
  const length = isMonths ? year * 12 + month : daysBetween(span);
  const add = isMonths ? addMonths : addDays;
  return steps < 0 ? { from: add(from, -length), to: from } : { from: to, to: add(to, length) };
}

/** A relative period that means the same days today: it stays right when the data goes on. */
function named(span: DateSpan, today: string, fiscalStart: number): Period | undefined {
  return periodChoices
    .map(({ value }) => tryPeriod(value))
    .find((choice) => {
      const own = choice && spanOf(choice, today, fiscalStart);
      return own?.from === span.from && own.to === span.to;
    });
}
