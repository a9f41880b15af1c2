import ICAL from 'ical.js';
import { joinRules, noClosures, remembered, type ClosureRule, type Closures } from './closures.ts';
import { isZone } from './offsets.ts';
import type { DayWindow } from './calendar.ts';

/** A stretch of local wall time that an event takes: whole days, or from one time of a date to another. */
interface Occurrence {
  from: Temporal.PlainDateTime;
  to: Temporal.PlainDateTime;
  isAllDay: boolean;
  name: string;
  /** Tells how far a rule has been followed, and closes nothing. */
  isLeftOut?: boolean;
}

/** How often an event may come back before its rule is taken for a mistake. */
const mostOccurrences = 50_000;

/**
 * An iCalendar file as closures of a calendar: events of whole days are holidays, timed ones that take time (not `TRANSPARENT`, not
 * cancelled) are breaks. Recurring events are followed year by year (RFC 5545 with RRULE, RDATE, EXDATE and changed instances).
 * @param zone in which the calendar reads wall time; times of other zones are translated, floating ones are taken as they are
 * @param without names of events that do not count
 * @throws with the reason when the text is no iCalendar file, or a rule recurs more often than daily
 */
export function readCalendarFile(text: string, zone: string, without: readonly string[]): ClosureRule {
  const events = eventsOf(text).filter(({ component, summary }) => counts(component) && !without.includes(summary ?? ''));
  events.forEach(refuseFrequent);
  return joinRules(events.map((event) => eventRule(event, zone))) ?? (() => noClosures);
}

/** Names of all events of a file. */
export const eventNames = (text: string): string[] => [...new Set(eventsOf(text).map(({ summary }) => summary ?? ''))];

function eventsOf(text: string): ICAL.Event[] {
  const parsed: unknown = ICAL.parse(text);
  const root = new ICAL.Component((Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed) as string);
  if (root.name !== 'vcalendar') throw new Error('there is no VCALENDAR in it');
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return events.filter((event) => !event.isRecurrenceException());
}

function counts(component: ICAL.Component): boolean {
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  const isAllDay = (component.getFirstPropertyValue('dtstart') as ICAL.Time | null)?.isDate ?? false;
  return component.hasProperty('dtstart') && text('status') !== 'CANCELLED' && (isAllDay || text('transp') !== 'TRANSPARENT');
}

function refuseFrequent({ component, summary }: ICAL.Event): void {
  for (const property of component.getAllProperties('rrule')) {
    const { freq } = property.getFirstValue() as ICAL.Recur;
    if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq))
      throw new Error(`"${summary}" recurs ${freq.toLowerCase()}: no calendar closes that often`);
  }
}

/** Follows an event as far as the year asked for, and keeps what it has passed. */
function eventRule(event: ICAL.Event, zone: string): ClosureRule {
  const passed: Occurrence[] = [];
  const occurrences = occurrencesOf(event, zone);
  let isDone = false;
  const advance = (year: number): void => {
    while (!isDone && passed.length < mostOccurrences && (passed.at(-1)?.from.year ?? -Infinity) <= year) {
      const next = occurrences.next();
      isDone = next.done ?? false;
      if (!next.done) passed.push(next.value);
    }
  };
  return remembered((year) => {
    advance(year + 1);
    const inYear = passed.filter(({ from, to, isLeftOut }) => !isLeftOut && from.year <= year && to.year >= year);
    return inYear.reduce<Closures>((sum, each) => withOccurrence(sum, each, year), noClosures);
  });
}

/** In order of time; changed instances take the place of those they change. */
function* occurrencesOf(event: ICAL.Event, zone: string): Generator<Occurrence> {
  if (!event.isRecurring()) {
    yield occurrenceOf(event, event.startDate, event.endDate, zone);
    return;
  }
  const iterator = event.iterator();
  for (let next = iterator.next() as ICAL.Time | null | undefined; next; next = iterator.next() as ICAL.Time | null | undefined) {
    const { startDate, endDate, item } = event.getOccurrenceDetails(next);
    const isLeftOut = !counts(item.component) || !isOfRule(event, next);
    yield { ...occurrenceOf(item, startDate, endDate, zone), isLeftOut };
  }
}

/** The library runs on to 1 March where a year has no 29 February; RFC 5545 leaves such a day out. */
function isOfRule({ component, startDate }: ICAL.Event, { month, day }: ICAL.Time): boolean {
  const [rule] = component.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur);
  if (!rule || component.hasProperty('rdate')) return true;
  const { BYMONTH: months, BYMONTHDAY: days, ...others } = rule.parts as Record<string, number[]>;
  const isDayOfMonth = !days || days.some((each) => each < 0 || each === day);
  const isPlainYear = rule.freq === 'YEARLY' && !days && Object.keys(others).length === 0;
  return (
    isDayOfMonth &&
    (!months || months.includes(month)) &&
    (!isPlainYear || (day === startDate.day && (months !== undefined || month === startDate.month)))
  );
}

function occurrenceOf({ component, summary }: ICAL.Event, start: ICAL.Time, end: ICAL.Time, zone: string): Occurrence {
  const isAllDay = start.isDate;
  const named = (property: string) => component.getFirstProperty(property)?.getFirstParameter('tzid');
  const from = wallTime(start, named('dtstart'), zone);
  const to = wallTime(end, component.hasProperty('rrule') ? named('dtstart') : (named('dtend') ?? named('dtstart')), zone);
  const least = isAllDay ? from.add({ days: 1 }) : from;
  return { from, to: Temporal.PlainDateTime.compare(to, least) < 0 ? least : to, isAllDay, name: summary ?? '' };
}

/** Wall time in the calendar's zone. An IANA name is trusted to the runtime; other zones must stand in the file itself. */
function wallTime(time: ICAL.Time, named: string | undefined, zone: string): Temporal.PlainDateTime {
  const { year, month, day, hour, minute, second } = time;
  const wall = new Temporal.PlainDateTime(year, month, day, hour, minute, Math.min(second, 59));
  const own = time.zone?.tzid ?? 'floating';
  if (time.isDate || (own === 'floating' && named === undefined)) return wall;
  if (named !== undefined && isZone(named)) return wall.toZonedDateTime(named).withTimeZone(zone).toPlainDateTime();
  if (own === 'floating') throw new Error(`the zone "${named}" is neither an IANA time zone nor told in the file`);
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
}

function withOccurrence(sum: Closures, { from, to, isAllDay, name }: Occurrence, year: number): Closures {
  const days = datesBetween(from.toPlainDate(), to.toPlainDate(), !isAllDay).filter((date) => date.year === year);
  if (isAllDay) return { ...sum, holidays: [...sum.holidays, ...days.map((date) => ({ date: date.toString(), name }))] };
  const breaks: Record<string, readonly DayWindow[]> = { ...sum.breaks };
  for (const date of days) {
    const window = {
      from: date.equals(from.toPlainDate()) ? secondsOf(from) : 0,
      to: date.equals(to.toPlainDate()) ? secondsOf(to) : 86_400
    };
    if (window.to > window.from) breaks[date.toString()] = [...(breaks[date.toString()] ?? []), window];
  }
  return { ...sum, breaks };
}

function datesBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, isInclusive: boolean): Temporal.PlainDate[] {
  const count = Math.min(from.until(to).days + (isInclusive ? 1 : 0), 3660);
  return Array.from({ length: Math.max(count, 0) }, (_, days) => from.add({ days }));
}

const secondsOf = ({ hour, minute, second }: Temporal.PlainDateTime): number => hour * 3600 + minute * 60 + second;
