import type { Calendar, DayWindow, Holiday } from './calendar.ts';

/** What a rule closes in one year: whole days, and hours of days. Dates are local ones of the calendar. */
export interface Closures {
  holidays: readonly Holiday[];
  /** By date; windows may cross midnight. */
  breaks: Readonly<Record<string, readonly DayWindow[]>>;
}

/** Rules tell a year at a time, always the same for the same year, so that a calendar has no end. */
export type ClosureRule = (year: number) => Closures;

export const noClosures: Closures = { holidays: [], breaks: {} };

/** All rules together, each year told once. */
export function joinRules(rules: readonly ClosureRule[]): ClosureRule | undefined {
  if (rules.length === 0) return undefined;
  return remembered((year) => {
    const all = rules.map((rule) => rule(year));
    const breaks: Record<string, DayWindow[]> = {};
    for (const each of all) for (const [date, windows] of Object.entries(each.breaks)) breaks[date] = [...(breaks[date] ?? []), ...windows];
    return { holidays: all.flatMap(({ holidays }) => holidays), breaks };
  });
}

export function remembered(rule: ClosureRule): ClosureRule {
  const known = new Map<number, Closures>();
  return (year) => {
    const closures = known.get(year) ?? rule(year);
    known.set(year, closures);
    return closures;
  };
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Holidays of a year in order of date; those of every year under their date. */
export function holidaysIn(calendar: Calendar, year: number): Holiday[] {
  const dated = calendar.holidays.flatMap(({ date, name }) => {
    const full = date.length === 5 ? `${year}-${date}` : date;
    return yearOf(full) === year && (date !== '02-29' || isLeap(year)) ? [{ date: full, name }] : [];
  });
  const found = [...dated, ...(calendar.closures?.(year).holidays ?? [])];
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** True when the windows that begin on a date are taken away. */
export function isHoliday({ holidays, closures }: Calendar, date: string): boolean {
  const day = date.slice(5);
  return holidays.some((holiday) => holiday.date === date || holiday.date === day) || (closures ? ofYear(closures, date).has(date) : false);
}

/** Breaks that begin on a date. */
export function breaksOn({ breaks, closures }: Calendar, date: string): readonly DayWindow[] {
  const told = closures?.(yearOf(date)).breaks[date];
  return told ? [...(breaks[date] ?? []), ...told] : (breaks[date] ?? []);
}

const dates = new WeakMap<Closures, ReadonlySet<string>>();
function ofYear(closures: ClosureRule, date: string): ReadonlySet<string> {
  const told = closures(yearOf(date));
  const known = dates.get(told) ?? new Set(told.holidays.map((holiday) => holiday.date));
  dates.set(told, known);
  return known;
}
