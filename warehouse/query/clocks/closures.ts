import { dateWords, localDate, nextDate, offset, startOfDate } from './zoned.ts';

interface Span {
  from: number;
  to: number;
}

/** Most days that are named one by one. */
const mostNamed = 5;

/**
 * Why a calendar is closed in a stretch: the days on which it does not open at all by name, or that it is outside its hours.
 * @param gap from the last closing before the stretch to the next opening, epoch seconds
 * @param holidays names by local date
 */
export function closureWords(stretch: Span, gap: Span, calendar: string, zone: string, holidays: ReadonlyMap<string, string>): string {
  const closed = closedDates(stretch, gap, zone);
  if (closed.length === 0) {
    const isBreak = localDate(gap.from, zone) === localDate(gap.to, zone);
    return `outside the hours of ${calendar}${isBreak ? ', in between' : ''}`;
  }
  const named = closed.slice(0, mostNamed).map((date) => {
    const holiday = holidays.get(date);
    return `${dateWords(date, false)}${holiday ? ` (${holiday})` : ''}`;
  });
  const later = closed.slice(mostNamed).flatMap((date) => holidays.get(date) ?? []);
  const more = closed.length - named.length;
  const rest = more > 0 ? ` and ${more} more days${later.length > 0 ? `, among them ${[...new Set(later)].join(', ')}` : ''}` : '';
  return `${calendar} is closed: ${named.join(', ')}${rest}`;
}

/** Local dates that the stretch touches and on which nothing is open. */
function closedDates(stretch: Span, gap: Span, zone: string): string[] {
  const found: string[] = [];
  for (let date = localDate(stretch.from, zone); startOfDate(date, zone) < stretch.to; date = nextDate(date))
    if (startOfDate(date, zone) >= gap.from && startOfDate(nextDate(date), zone) <= gap.to) found.push(date);
  return found;
}

/** `clocks change from +01:00 to +02:00 on Sun 29 Mar`, when they do within the stretch. */
export function clockChangeWords({ from, to }: Span, zone: string): string | undefined {
  for (let date = localDate(from, zone); startOfDate(date, zone) < to; date = nextDate(date)) {
    const [first, last] = [Math.max(from, startOfDate(date, zone)), Math.min(to, startOfDate(nextDate(date), zone))];
    const [before, after] = [offset(first, zone), offset(last, zone)];
    if (before !== after) return `clocks change from ${before} to ${after} on ${dateWords(date, false)}`;
  }
  return undefined;
}
