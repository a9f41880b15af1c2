import type { Binder } from './binder.ts';
import { bucketStart, unitDuration, type ResolvedPeriod, type Span } from './period.ts';
import type { Grain, PeriodUnit } from './query.ts';

/**
 * The time axis of one question. Rows are grouped by the number of their bucket, which costs a tenth of truncating each date;
 * the number becomes a date once per group. A bucket is named by its first date (an hour by its first minute).
 */
export interface Buckets {
  /** Number of the bucket that a row falls into. */
  key(date: string, hour?: string): string;
  /** Name of the bucket of a row. Of the compared span: of the bucket it stands beside, counted from the start of both. */
  name(key: string, isCompared: boolean): string;
  /** Relation of all buckets of the period: `period`, and `last_day` where levels are read; dense. */
  spine(hasLevels: boolean): string;
  /** The same for the compared span, with `period` already moved beside it, and `last_day`. */
  comparedSpine(): string;
}

interface Numbering {
  key(date: string, hour: string): string;
  name(number: string): string;
  /** The number of the bucket that begins on a date. */
  number(start: Temporal.PlainDate): number;
}

const days = (date: Temporal.PlainDate): number => Temporal.PlainDate.from('1970-01-01').until(date).days;
const firstMonday = "DATE '1970-01-05'";

const monthNumber = ({ year, month }: Temporal.PlainDate): number => year * 12 + month - 1;

/** Stretches of months that begin with a month of the year, 1–12. */
const stretches = (months: number, first: number): Numbering => ({
  key: (date) => `(year(${date}) * 12 + month(${date}) - ${first}) // ${months}`,
  name: (number) => `make_date(((${number}) * ${months} + ${first - 1}) // 12, ((${number}) * ${months} + ${first - 1}) % 12 + 1, 1)`,
  number: (start) => Math.floor((monthNumber(start) - first + 1) / months)
});

type Calendar = Exclude<Grain, 'fiscal_quarter' | 'fiscal_year'>;
const numberings: Readonly<Record<Calendar, Numbering>> = {
  hour: {
    key: (date, hour) => `(${date} - DATE '1970-01-01') * 24 + ${hour}`,
    name: (number) => `TIMESTAMP '1970-01-01' + to_hours(CAST(${number} AS BIGINT))`,
    number: (start) => days(start) * 24
  },
  day: { key: (date) => date, name: (date) => `CAST(${date} AS DATE)`, number: days },
  week: {
    key: (date) => `(${date} - ${firstMonday}) // 7`,
    name: (number) => `${firstMonday} + CAST((${number}) * 7 AS INTEGER)`,
    number: (start) => (days(start) - 4) / 7
  },
  month: {
    key: (date) => `year(${date}) * 12 + month(${date}) - 1`,
    name: (number) => `make_date((${number}) // 12, (${number}) % 12 + 1, 1)`,
    number: monthNumber
  },
  quarter: {
    key: (date) => `year(${date}) * 4 + quarter(${date}) - 1`,
    name: (number) => `make_date((${number}) // 4, (${number}) % 4 * 3 + 1, 1)`,
    number: ({ year, month }) => year * 4 + Math.floor((month - 1) / 3)
  },
  year: { key: (date) => `year(${date})`, name: (number) => `make_date(${number}, 1, 1)`, number: ({ year }) => year }
};

const numberingOf = (grain: Grain, fiscalStart: number): Numbering =>
  grain === 'fiscal_quarter' ? stretches(3, fiscalStart) : grain === 'fiscal_year' ? stretches(12, fiscalStart) : numberings[grain];

/** How many buckets lie between a bucket and the one that it is compared with. */
export function bucketShift(period: ResolvedPeriod, grain: Grain, fiscalStart = 1): number {
  const { number } = numberingOf(grain, fiscalStart);
  const first = (span: Span): number => number(Temporal.PlainDate.from(bucketStart(span.from, grain, fiscalStart)));
  return period.compare ? first(period) - first(period.compare) : 0;
}

/** @param fiscalStart month with which fiscal years begin, 1–12 */
export function bucketsOf(period: ResolvedPeriod, grain: Grain, binder: Binder, fiscalStart = 1): Buckets {
  const numbering = numberingOf(grain, fiscalStart);
  const shift = bucketShift(period, grain, fiscalStart);
  const key = (date: string, hour = '0'): string => numbering.key(date, hour);
  const name = (number: string, isCompared: boolean): string => numbering.name(isCompared && shift ? `${number} + ${shift}` : number);
  const spine = (span: Span, moved: number, hasLevels: boolean): string =>
    grain === 'hour' || grain === 'day' ? series(span, grain, moved, binder) : listed(span, grain, moved, hasLevels, binder, fiscalStart);
  return {
    key,
    name,
    spine: (hasLevels) => spine(period, 0, hasLevels),
    comparedSpine: () => spine(period.compare ?? period, shift, true)
  };
}

/** Buckets that may be thousands, made by the engine. No level is read by the hour. @param moved buckets to name them later */
function series(span: Span, grain: 'hour' | 'day', moved: number, binder: Binder): string {
  const from = `CAST(${binder.date(span.from)} AS TIMESTAMP)`;
  const last = `CAST(${binder.date(span.to)} AS TIMESTAMP) - INTERVAL 1 ${grain}`;
  const buckets = `(SELECT unnest(generate_series(${from}, ${last}, INTERVAL 1 ${grain})) AS bucket)`;
  const name = grain === 'hour' ? 'bucket' : 'CAST(bucket AS DATE)';
  const period = moved ? `CAST(bucket + INTERVAL ${moved} ${grain} AS ${grain === 'hour' ? 'TIMESTAMP' : 'DATE'})` : name;
  return `SELECT ${period} AS period, CAST(bucket AS DATE) AS last_day\n  FROM ${buckets}`;
}

/** Buckets by their dates: of a small question, a quarter of the engine's work was to plan how they are computed. */
function listed(span: Span, grain: PeriodUnit, moved: number, hasLevels: boolean, binder: Binder, fiscalStart: number): string {
  const end = Temporal.PlainDate.from(span.to);
  const [names, lasts]: [string[], string[]] = [[], []];
  let start = Temporal.PlainDate.from(bucketStart(span.from, grain, fiscalStart));
  while (Temporal.PlainDate.compare(start, end) < 0) {
    const next = start.add(unitDuration(grain, 1));
    names.push(start.add(unitDuration(grain, moved)).toString());
    lasts.push((Temporal.PlainDate.compare(next, end) < 0 ? next : end).subtract({ days: 1 }).toString());
    start = next;
  }
  const column = (dates: readonly string[]): string => `unnest(CAST(${binder.bind(`[${dates.join(', ')}]`)} AS DATE[]))`;
  return `SELECT ${column(names)} AS period${hasLevels ? `, ${column(lasts)} AS last_day` : ''}`;
}
