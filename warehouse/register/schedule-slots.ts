import { parse } from 'node-cron';

/**
 * The latest instant at or before `now` at which a schedule was due, ISO 8601 UTC: the name of a run in the ledger, so that every slot
 * runs once, however often it is looked for. A local time that a clock change skips is due later by the gap; one that it repeats is
 * due once, at the first pass. Schedules of every hour are due at both passes.
 * @param schedule five fields of cron (minute … weekday); with six the seconds are taken as 0
 * @param zone IANA zone in which the fields are local
 * @returns undefined when nothing was due in the last two years
 */
export function latestSlot(schedule: string, zone: string, now: Date): string | undefined {
  const fields = parse(schedule);
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const times = fields.hour.flatMap((hour) => fields.minute.map((minute) => ({ hour, minute })));
  const passes: Pass[] = fields.hour.length === 24 ? ['earlier', 'later'] : ['compatible'];
  for (let back = 0; back <= 731; back++) {
    const date = local.toPlainDate().subtract({ days: back });
    if (!isDue(date, fields)) continue;
    const candidates = passes
      .flatMap((pass) => times.map(({ hour, minute }) => instantOf(date, hour, minute, zone, pass)))
      .filter((at) => at <= now.getTime());
    if (candidates.length > 0) return new Date(Math.max(...candidates)).toISOString();
  }
  return undefined;
}

/** @throws Error with the reason when a schedule cannot be read */
export function checkSchedule(schedule: string): void {
  const { dayOfMonth, dayOfWeek } = parse(schedule);
  const unknown = [
    ...dayOfMonth.filter((day) => !namedDay.test(String(day))),
    ...dayOfWeek.filter((day) => !namedWeekday.test(String(day)))
  ];
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')} is not known; days are numbers, L, 15W, weekdays 0–7, 5#2, 5L`);
}

const namedDay = /^(\d+|L|(\d+)W)$/i;
const namedWeekday = /^(\d)(?:#(\d)|(L))?$/i;

type Pass = 'earlier' | 'later' | 'compatible';

/** `compatible`: a skipped local time moves on by the gap, a repeated one is the first. */
const instantOf = (date: Temporal.PlainDate, hour: number, minute: number, zone: string, disambiguation: Pass): number =>
  date.toPlainDateTime({ hour, minute }).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;

type Fields = ReturnType<typeof parse>;

function isDue(date: Temporal.PlainDate, { month, dayOfMonth, dayOfWeek }: Fields): boolean {
  const isDay = dayOfMonth.some((day) => (typeof day === 'number' ? day === date.day : isNamedDay(day, date)));
  const isWeekday = dayOfWeek.some((day) => (typeof day === 'number' ? day % 7 === date.dayOfWeek % 7 : isNamedWeekday(day, date)));
  return month.includes(date.month) && isDay && isWeekday;
}

/** `L`: the last day of the month; `15W`: the working day nearest to the 15th within the month. */
function isNamedDay(name: string, date: Temporal.PlainDate): boolean {
  if (/^l$/i.test(name)) return date.day === date.daysInMonth;
  const [, , nth] = namedDay.exec(name) ?? [];
  const day = Number(nth);
  if (!(day <= date.daysInMonth)) return false;
  const weekday = date.with({ day }).dayOfWeek;
  if (weekday === 6) return date.day === (day === 1 ? 3 : day - 1);
  if (weekday === 7) return date.day === (day === date.daysInMonth ? day - 2 : day + 1);
  return date.day === day;
}

/** `5#2`: the second Friday; `5L`: the last one. */
function isNamedWeekday(name: string, date: Temporal.PlainDate): boolean {
  const [, day, nth, isLast] = namedWeekday.exec(name) ?? [];
  if (day === undefined || Number(day) % 7 !== date.dayOfWeek % 7) return false;
  return isLast ? date.day > date.daysInMonth - 7 : Math.ceil(date.day / 7) === Number(nth);
}
