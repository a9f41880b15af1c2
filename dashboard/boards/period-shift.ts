import { dateOf } from '#dashboard/format.ts';
import type { Period } from '#warehouse/query/query.ts';
import { periodChoices, tryPeriod } from './periods.ts';
import { addDays, addMonths, spanOf, unitMonths, type Calendar, type DateSpan } from './span.ts';

const daysBetween = ({ from, to }: DateSpan): number => Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000);
const dayOf = (date: string): number => Number(date.slice(8));

/**
 * The period before or after, of the same length: whole months where both ends are the same day of a month, else days. It begins
 * where the other ends, so that no day is counted twice or left out.
 * @param steps −1 for the one before, 1 for the one after
 * @returns undefined where there is none: all time, or what begins after the data ends. A period that has a name gets it back.
 */
export function shiftPeriod(period: Period, calendar: Calendar, steps: 1 | -1): Period | undefined {
  const span = spanOf(period, calendar);
  if (!span) return undefined;
  const unit = 'last' in period ? period.unit : 'toDate' in period ? period.toDate : unitOf(span);
  const shifted = beside(span, steps, Boolean(unitMonths[unit]));
  if (shifted.from > calendar.today) return undefined;
  return named(shifted, calendar) ?? shifted;
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
function named(span: DateSpan, calendar: Calendar): Period | undefined {
  return periodChoices
    .map(({ value }) => tryPeriod(value))
    .find((choice) => {
      const own = choice && spanOf(choice, calendar);
      return own?.from === span.from && own.to === span.to;
    });
}

/**
 * The days that a moving period (`last 12 months`) means today, none of them after the data instant; undefined where it means the same days
 * for ever, or all.
 */
export function fixedPeriod(period: Period, calendar: Calendar): DateSpan | undefined {
  const span = 'from' in period ? undefined : spanOf(period, calendar);
  if (!span) return undefined;
  const end = addDays(calendar.today, 1);
  return { from: span.from, to: span.to < end ? span.to : end };
}
