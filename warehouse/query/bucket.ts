import type { Binder } from './binder.ts';
import { bucketStart, type ResolvedPeriod, type Span } from './period.ts';
import type { Grain } from './query.ts';

/**
 * The time axis of one question. Rows are grouped by the number of their bucket, which costs a tenth of truncating each date;
 * the number becomes a date once per group. A bucket is named by its first date (an hour by its first minute).
 */
export interface Buckets {
  /** Number of the bucket that a row falls into. */
  key(date: string, hour?: string): string;
  /** Name of the bucket of a row. Of the compared span: of the bucket it stands beside, counted from the start of both. */
  name(key: string, isCompared: boolean): string;
  /** Relation of all buckets of the period: `period`, `last_day`; dense. */
  spine(): string;
  /** The same for the compared span, with `period` already moved beside it. */
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

/** What the engine adds to come to the next bucket. */
const steps: Readonly<Record<Grain, string>> = {
  hour: '1 hour',
  day: '1 day',
  week: '1 week',
  month: '1 month',
  quarter: '1 quarter',
  year: '1 year',
  fiscal_quarter: '3 month',
  fiscal_year: '12 month'
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
  const spine = (span: Span, isCompared: boolean): string => {
    const [from, to] = [binder.date(bucketStart(span.from, grain, fiscalStart)), binder.date(span.to)];
    const bucket = grain === 'hour' ? ['CAST(bucket AS DATE)', 'hour(bucket)'] : ['CAST(bucket AS DATE)'];
    const last = `CAST(${to} AS TIMESTAMP) - INTERVAL 1 ${grain === 'hour' ? 'hour' : 'day'}`;
    return (
      `SELECT ${name(key(bucket[0]!, bucket[1]), isCompared)} AS period, least(CAST(bucket + INTERVAL ${steps[grain]} AS DATE), ${to}) - 1 AS last_day\n` +
      `  FROM (SELECT unnest(generate_series(CAST(${from} AS TIMESTAMP), ${last}, INTERVAL ${steps[grain]})) AS bucket)`
    );
  };
  return {
    key,
    name,
    spine: () => spine(period, false),
    comparedSpine: () => spine(period.compare ?? period, true)
  };
}
