/** How numbers, durations and dates are written, everywhere: pages, charts and reports. */

import { compactForm, fine, fixed, locale, tenths, whole, written } from './number-forms.ts';

export const emDash = '—';

/** Two significant digits; nothing below 0.001 is told apart. */
export const probability = (value: number): string => (value < 0.001 ? '< 0.001' : String(Number(value.toPrecision(2))));

type Maybe<T> = T | null | undefined;
const missing = (value: unknown): value is null | undefined => value === null || value === undefined || Number.isNaN(value);

/** `12,408`; em dash for not applicable, `0` for zero. */
export const count = (value: Maybe<number>): string => (missing(value) ? emDash : written(whole, value));

/** Compact from 10,000 on (`12.4k`); show `count` of the same value on hover and in tables. */
export const compact = (value: Maybe<number>): string =>
  missing(value)
    ? emDash
    : Math.abs(value) >= 10_000
      ? written(compactForm, value).replace('K', 'k').replace('m', 'M')
      : written(fine, value);

/** At most two decimals, or exactly so many. */
export const decimal = (value: Maybe<number>, digits?: number): string =>
  missing(value) ? emDash : digits === undefined ? written(fine, value) : fixed(value, digits);

/**
 * A share (0–1) as a percentage: one decimal, two within 0.5 points of the target, more when rounding would carry it across
 * the target or across 0 or 100 (94.96 is not 95.0, 99.98 is not 100).
 * @param least decimals that it has in any case
 */
export function percent(share: Maybe<number>, target?: Maybe<number>, least = 0): string {
  if (missing(share)) return emDash;
  const digits = Math.max(least, percentDigits(share, target));
  return `${fixed(Number((share * 100).toFixed(digits)), digits)} %`;
}

function percentDigits(share: number, target: Maybe<number>): number {
  const value = share * 100;
  const goal = missing(target) ? undefined : target * 100;
  let digits = goal !== undefined && Math.abs(value - goal) <= 0.5 ? 2 : 1;
  while (digits < 6 && crosses(value, Number(value.toFixed(digits)), goal)) digits += 1;
  return digits;
}

function crosses(value: number, rounded: number, goal: number | undefined): boolean {
  if (Math.abs(value - rounded) < 1e-9) return false;
  return [0, 100, ...(goal === undefined ? [] : [goal])].some((line) => value < line !== rounded < line || value > line !== rounded > line);
}

/** Change of a share in percentage points, always signed: `+1.2 pp`. */
export const points = (change: Maybe<number>): string => (missing(change) ? emDash : `${signed(change * 100, 1)} pp`);

/** Relative change, always signed: `+9.0 %`, `+50 %`. */
export const change = (ratio: Maybe<number>, digits?: number): string =>
  missing(ratio) || !Number.isFinite(ratio) ? emDash : `${signed(ratio * 100, digits ?? (Math.abs(ratio) < 0.1 ? 1 : 0))} %`;

/** Decimals of a column of relative changes: a tenth where one of them is under 10 %. */
export const relativeDigits = (pairs: readonly (readonly [now: Maybe<number>, before: Maybe<number>])[]): number =>
  pairs.some(([now, before]) => !missing(now) && !missing(before) && before !== 0 && Math.abs((now - before) / before) < 0.1) ? 1 : 0;

function signed(value: number, digits: number): string {
  const text = fixed(Math.abs(value), digits);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return `±${text}`;
  return `${value < 0 ? '−' : '+'}${text}`;
}

const units: readonly [string, number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1]
];

/**
 * Two leading units: `2 d 4 h`, `3 h 20 min`, `45 s`; a day is 24 hours. Half and more of the smaller unit counts as a whole one and is
 * carried over, so 1 h 59 min 59 s is `2 h`.
 */
export function duration(seconds: Maybe<number>): string {
  if (missing(seconds)) return emDash;
  let rest = roundedDuration(Math.abs(seconds));
  const first = units.findIndex(([, size]) => rest >= size);
  if (first === -1) return '0 s';
  const parts: string[] = [];
  for (const [unit, size] of units.slice(first, first + 2)) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(`${whole.format(amount)} ${unit}`);
  }
  return `${seconds < 0 ? '−' : ''}${parts.join(' ')}`;
}

/** Seconds, not negative, rounded to the smaller of the two units that `duration` shows. */
function roundedDuration(seconds: number): number {
  const shown = Math.round(seconds);
  const first = units.findIndex(([, size]) => shown >= size);
  const smaller = (units[first + 1] ?? units.at(-1)!)[1];
  return Math.round(seconds / smaller) * smaller;
}

/** Hours alone, for sums of working time, in which a day is no 24 hours: `141 h`, `4.5 h`. */
export function hours(seconds: Maybe<number>, digits?: number): string {
  if (missing(seconds)) return emDash;
  const amount = Math.abs(seconds) / 3600;
  const text = digits !== undefined ? fixed(amount, digits) : amount >= 10 ? whole.format(amount) : tenths.format(amount);
  return `${seconds < 0 ? '−' : ''}${text} h`;
}

/** Working time: below a day as a duration, else in hours, since a working day is no 24 of them. */
export const worked = (seconds: Maybe<number>): string =>
  !missing(seconds) && roundedDuration(Math.abs(seconds)) < 86_400 ? duration(seconds) : hours(seconds);

/** Every second, for tool tips and tables: `52:04:09` (hours:minutes:seconds). */
export function clockTime(seconds: Maybe<number>): string {
  if (missing(seconds)) return emDash;
  const rest = Math.abs(Math.round(seconds));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${seconds < 0 ? '−' : ''}${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
}

/** The unit of a column or a catalogue entry as it is shown: `worked` for seconds of working time. */
export const shownUnit = ({ unit, clock }: { unit: string; clock?: string }): string =>
  unit === 'seconds' && clock === 'business' ? 'worked' : unit;

/** A value in the unit that its catalogue entry names. @param digits decimals of its column (`columnDigits`), where it stands in one */
export function inUnit(value: Maybe<number>, unit: string, target?: Maybe<number>, digits?: number): string {
  if (unit === 'share') return percent(value, target, digits);
  if (unit === 'seconds') return duration(value);
  if (unit === 'worked') return worked(value);
  if (unit === 'count') return compact(value);
  return decimal(value, digits);
}

/** The same, uncut: what tables and tool tips show. */
export function exact(value: Maybe<number>, unit: string, target?: Maybe<number>, digits?: number): string {
  return unit === 'count' ? count(value) : inUnit(value, unit, target, digits);
}

/** How many decimals the figures of one column have, all alike: as many as the one that needs most. Counts and times need none. */
export function columnDigits(figures: readonly { value: Maybe<number>; target?: Maybe<number> }[], unit: string): number {
  if (['count', 'seconds', 'worked'].includes(unit)) return 0;
  return figures.reduce((most, { value, target }) => {
    if (missing(value)) return most;
    return Math.max(most, unit === 'share' ? percentDigits(value, target) : decimalsOf(value));
  }, 0);
}

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : (fine.format(value).split('.')[1]?.length ?? 0));

/** What stands behind a duration that is shown rounded: every second of it; undefined for what is shown as it is. */
export const unrounded = (value: Maybe<number>, unit: string): string | undefined =>
  (unit === 'seconds' || unit === 'worked') && !missing(value) && Math.abs(value) >= 60 ? `${clockTime(value)} (h:min:s)` : undefined;

/** A mean or a limit in the unit of what it is of: of counts at most one decimal. */
export const meanInUnit = (value: Maybe<number>, unit: string): string =>
  inUnit(unit === 'count' && !missing(value) ? Math.round(value * 10) / 10 : value, unit);

/** The change between two readings in the unit's own words: points for shares, a duration for seconds, else a relative change. */
export function difference(now: Maybe<number>, before: Maybe<number>, unit: string, digits?: number): string {
  if (missing(now) || missing(before)) return emDash;
  if (unit === 'share') return points(now - before);
  if (before === 0) return now === 0 ? change(0) : `${signed(now, 0)} from 0`;
  return change((now - before) / Math.abs(before), digits);
}

/** Parses `2026-03-01` or an ISO instant; a bare date is that day at 00:00 UTC. */
export const dateOf = (text: string): Date => new Date(text.length === 10 ? `${text}T00:00:00Z` : text);

const dateForm = (options: Intl.DateTimeFormatOptions, zone = 'UTC'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });

const dayForm = dateForm({ day: 'numeric', month: 'short', year: 'numeric' });
const shortDayForm = dateForm({ day: 'numeric', month: 'short' });
const monthForm = dateForm({ month: 'short', year: 'numeric' });

/** `3 Aug 2026`, of a local date. */
export const day = (date: Maybe<string>): string => (date ? dayForm.format(dateOf(date)) : emDash);

const shortMonthForm = dateForm({ month: 'short' });

/** ISO 8601 week of a date, 1–53: that of its Thursday. */
function isoWeek(at: Date): number {
  const thursday = new Date(at.getTime() + (3 - ((at.getUTCDay() + 6) % 7)) * 86_400_000);
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * 86_400_000));
}

/** `FY 2026`, or `FY 2025/26` when it does not begin in January; a quarter by its months, which need no counting from the start. */
function fiscalBucket(at: Date, months: 3 | 12): string {
  const year = at.getUTCFullYear();
  if (months === 12) return at.getUTCMonth() === 0 ? `FY ${year}` : `FY ${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  const last = new Date(Date.UTC(year, at.getUTCMonth() + 2, 1));
  return `${shortMonthForm.format(at)}–${monthForm.format(last)}`;
}

/** The first date of a bucket in the words of its grain: `Mar 2026`, `Q1 2026`, `week of 3 Aug (W32)`, `3 Aug`, `FY 2025/26`, `Apr–Jun 2026`. */
export function bucket(date: string, grain: string): string {
  const at = dateOf(date);
  if (grain === 'year') return String(at.getUTCFullYear());
  if (grain === 'quarter') return `Q${Math.floor(at.getUTCMonth() / 3) + 1} ${at.getUTCFullYear()}`;
  if (grain === 'month') return monthForm.format(at);
  if (grain === 'week') return `week of ${shortDayForm.format(at)} (W${isoWeek(at)})`;
  if (grain === 'fiscal_year') return fiscalBucket(at, 12);
  if (grain === 'fiscal_quarter') return fiscalBucket(at, 3);
  if (grain === 'hour') return `${shortDayForm.format(at)} ${String(at.getUTCHours()).padStart(2, '0')}:00`;
  return shortDayForm.format(at);
}

/** Local dates, the end exclusive, by the name of a calendar's own: `Sept 2026`, `Q3 2026`, `2026`, `W32 2026`; undefined for other spans. */
export function spanName({ from, to }: { from: string; to: string }): string | undefined {
  const [start, end] = [dateOf(from), dateOf(to)];
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const isMonths = start.getUTCDate() === 1 && end.getUTCDate() === 1;
  if (isMonths && months === 12 && start.getUTCMonth() === 0) return bucket(from, 'year');
  if (isMonths && months === 3 && start.getUTCMonth() % 3 === 0) return bucket(from, 'quarter');
  if (isMonths && months === 1) return bucket(from, 'month');
  const isWeek = start.getUTCDay() === 1 && end.getTime() - start.getTime() === 7 * 86_400_000;
  return isWeek ? `W${isoWeek(start)} ${new Date(start.getTime() + 3 * 86_400_000).getUTCFullYear()}` : undefined;
}

/** The same in words for any span: `Q3 2026`, `3 Aug 2026`, `3 Aug 2026 to 9 Aug 2026`. */
export function spanWords(span: { from: string; to: string }): string {
  const last = dateOf(span.to);
  last.setUTCDate(last.getUTCDate() - 1);
  const [first, end] = [day(span.from), day(last.toISOString().slice(0, 10))];
  const name = spanName(span);
  if (name?.startsWith('W')) return `${first} to ${end} (${name.split(' ')[0]})`;
  return name ?? (first === end ? first : `${first} to ${end}`);
}

const momentOptions = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
const momentForm = perZone((zone) => dateForm(momentOptions, zone));
const instantForm = perZone((zone) => dateForm({ ...momentOptions, weekday: 'short', timeZoneName: 'short' }, zone));

/** One form per zone, made once. */
function perZone(make: (zone: string) => Intl.DateTimeFormat): (zone: string) => Intl.DateTimeFormat {
  const kept = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const form = kept.get(zone) ?? make(zone);
    kept.set(zone, form);
    return form;
  };
}

/** `Tue 3 Aug 2026, 06:00 CEST`: an instant in a named zone. */
export const instant = (text: Maybe<string>, zone = 'UTC'): string => (text ? instantForm(zone).format(dateOf(text)) : emDash);

/** `3 Aug 2026, 06:00`: for tables, where the page names the zone once. */
export const moment = (text: Maybe<string>, zone = 'UTC'): string => (text ? momentForm(zone).format(dateOf(text)) : emDash);

/** `1 record`, `1,204 records`. */
export const plural = (amount: number, one: string, many = `${one}s`): string => `${count(amount)} ${amount === 1 ? one : many}`;

/** How many of a list are shown: `20 rows`, `12 of 20 rows`. */
export const partOf = (shown: number, all: number, one: string, many?: string): string =>
  shown === all ? plural(all, one, many) : `${count(shown)} of ${plural(all, one, many)}`;

/** Fewer than this many records and a share is greyed with “few records”. */
export const fewRecords = 20;

/** Whether a figure is over too few records to lean on; counts and sums speak for themselves. */
export const isFew = (size: Maybe<number>, unit: string): boolean =>
  typeof size === 'number' && size < fewRecords && ['share', 'seconds', 'worked', 'score'].includes(unit);

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
/** ISO weekday 1–7 as a short name. */
export const weekday = (iso: number): string => weekdays[iso - 1] ?? String(iso);

/** `in_progress` → `in progress`: canonical words as people read them. */
export const word = (name: string): string => name.replaceAll('_', ' ');

/** Dimensions whose members are words of ours; everybody else's words stay as they are. */
const canonical = new Set([
  'state',
  'stage',
  'metric',
  'kind',
  'approval',
  'change_type',
  'outcome',
  'significance',
  'record_type',
  'type',
  'about_type',
  'channel'
]);

/** A member of a dimension as a legend or a table says it: `P2` for a priority, canonical words without underscores. */
export function memberWords(dimension: string, member: string): string {
  if (dimension === 'priority' && /^\d$/.test(member)) return `P${member}`;
  if (dimension.endsWith('_weekday') && /^\d$/.test(member)) return weekday(Number(member));
  return canonical.has(dimension) ? word(member) : member;
}
