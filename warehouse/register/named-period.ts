import { readCalendarPeriod } from '../query/params.ts';

/** Local dates; `to` is exclusive. */
export interface NamedSpan {
  from: string;
  to: string;
}

/** The dates of a month, quarter or ISO week by name (`2026-09`, `2026-Q3`, `2026-W38`); undefined when it names none. */
export const namedSpan = (name: string): NamedSpan | undefined => (/^\d{4}-/.test(name) ? readCalendarPeriod(name) : undefined);

/** Names of the months, quarters and weeks that overlap a span, newest first; of the weeks the newest `weeks`. */
export function namesWithin({ from, to }: NamedSpan, weeks = 13): { months: string[]; quarters: string[]; weeks: string[] } {
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 });
  const found = { months: [] as string[], quarters: [] as string[], weeks: [] as string[] };
  for (
    let at = last.with({ day: 1 });
    at.add({ months: 1 }).toString() > from && found.months.length < 60;
    at = at.subtract({ months: 1 })
  ) {
    found.months.push(at.toString().slice(0, 7));
    const quarter = `${at.year}-Q${Math.ceil(at.month / 3)}`;
    if (found.quarters.at(-1) !== quarter) found.quarters.push(quarter);
  }
  for (let at = last; at.toString() >= from && found.weeks.length < weeks; at = at.subtract({ weeks: 1 }))
    found.weeks.push(`${at.yearOfWeek}-W${String(at.weekOfYear).padStart(2, '0')}`);
  return found;
}

/** Whether two spans share a day. */
export const overlaps = (a: NamedSpan, b: NamedSpan): boolean => a.from < b.to && b.from < a.to;
/** Whether a span lies within another. */
export const isWithin = (a: NamedSpan, b: NamedSpan): boolean => a.from >= b.from && a.to <= b.to;
