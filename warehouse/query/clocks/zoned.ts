/** How instants, offsets and exact lengths of time are written where every second counts. Instants in epoch seconds. */

const at = (seconds: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const two = (part: number): string => String(part).padStart(2, '0');

/** `Fri 6 Mar 2026`, of a date `YYYY-MM-DD`; the year can be left out. */
export function dateWords(date: string, hasYear = true): string {
  const plain = Temporal.PlainDate.from(date);
  return `${days[plain.dayOfWeek - 1]} ${plain.day} ${months[plain.month - 1]}${hasYear ? ` ${plain.year}` : ''}`;
}

/** Local date `YYYY-MM-DD`. */
export const localDate = (seconds: number, zone: string): string => at(seconds, zone).toPlainDate().toString();
/** Instant at which a local date begins. */
export const startOfDate = (date: string, zone: string): number =>
  Math.floor(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds / 1000);
export const nextDate = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** `15:48:05`, in the zone. */
export function localTime(seconds: number, zone: string): string {
  const { hour, minute, second } = at(seconds, zone);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}
/** `15:48`, with seconds only where there are any. */
export const shortTime = (seconds: number, zone: string): string => localTime(seconds, zone).replace(/:00$/, '');

/** `+01:00`. */
export const offset = (seconds: number, zone: string): string => at(seconds, zone).offset;

const forms = new Map<string, Intl.DateTimeFormat>();
/** The ways of English that know names of zones: `CET`, `EST`, `AEST`. */
const ways = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-ZA'];

function nameIn(way: string, seconds: number, zone: string): string | undefined {
  const key = `${way} ${zone}`;
  const form = forms.get(key) ?? new Intl.DateTimeFormat(way, { timeZone: zone, timeZoneName: 'short', year: 'numeric' });
  forms.set(key, form);
  return form.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value;
}

/** `CET`, or the offset where English has no name for it. */
export function abbreviation(seconds: number, zone: string): string {
  const names = ways.map((way) => nameIn(way, seconds, zone));
  return names.find((name) => name !== undefined && !/\d/.test(name)) ?? offset(seconds, zone);
}

/** `Mon 9 Mar 2026 11:48:00 +01:00`: an instant with the offset in force. */
export const instantWords = (seconds: number, zone: string): string =>
  `${dateWords(localDate(seconds, zone))} ${localTime(seconds, zone)} ${offset(seconds, zone)}`;

/** `Mon 9 Mar 2026 11:48 CET (10:48Z)`: the date is repeated where it is another one in UTC. */
export function instantBoth(seconds: number, zone: string): string {
  const [here, there] = [localDate(seconds, zone), localDate(seconds, 'UTC')];
  const utc = `${here === there ? '' : `${dateWords(there, false)} `}${shortTime(seconds, 'UTC')}Z`;
  return `${dateWords(here)} ${shortTime(seconds, zone)} ${abbreviation(seconds, zone)} (${utc})`;
}

/** `Fri 6 Mar 15:48–17:00`, with both dates where they differ; closing at midnight is 24:00. */
export function spanWords(from: number, to: number, zone: string): string {
  const [first, last] = [localDate(from, zone), localDate(to, zone)];
  const begin = `${dateWords(first, false)} ${shortTime(from, zone)}`;
  if (first === last) return `${begin}–${shortTime(to, zone)}`;
  if (nextDate(first) === last && startOfDate(last, zone) === to) return `${begin}–24:00`;
  return `${begin} – ${dateWords(last, false)} ${shortTime(to, zone)}`;
}

/** Hours, minutes and seconds, nothing rounded: `1 h 12 min`, `40 h`, `0 s`. Hours are not made into days, since a working day has no 24. */
export function exactly(seconds: number): string {
  const rest = Math.abs(seconds);
  const parts = [
    [Math.floor(rest / 3600), 'h'],
    [Math.floor(rest / 60) % 60, 'min'],
    [rest % 60, 's']
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return `${seconds < 0 ? '−' : ''}${said.join(' ') || '0 s'}`;
}

/** `52:04:09`: hours, minutes, seconds in a column. */
export function inColumns(seconds: number): string {
  const rest = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
}
