import type { Binder } from './binder.ts';
import { bucketStart, type ResolvedPeriod, type Span } from './period.ts';
import type { Grain } from './query.ts';

const months: Partial<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

/** SQL of the time axis of one question. Buckets are named by their first date (an hour by its first minute). */
export interface Buckets {
  /** The bucket that a row of the period falls into. */
  current(date: string, hour?: string): string;
  /** The bucket of the period that a row of the compared span stands beside: same place counted from the start. */
  compared(date: string, hour?: string): string;
  /** Relation of all buckets: `period`, `last_day`; dense. */
  spine: string;
  /** The same for the compared span, with `period` already moved beside it. */
  comparedSpine: string;
}

export function bucketsOf(period: ResolvedPeriod, grain: Grain, binder: Binder): Buckets {
  const type = grain === 'hour' ? 'TIMESTAMP' : 'DATE';
  const instant = (date: string, hour?: string): string => (grain === 'hour' ? `${date} + to_hours(CAST(${hour ?? '0'} AS BIGINT))` : date);
  const start = (span: Span): string => binder.date(bucketStart(span.from, grain));
  const moved = (instantSql: string): string => {
    const [base, compared] = [start(period), start(period.compare ?? period)];
    if (grain === 'hour') return `CAST(${base} AS TIMESTAMP) + to_hours(date_diff('hour', CAST(${compared} AS TIMESTAMP), ${instantSql}))`;
    const size = months[grain];
    if (size)
      return `CAST(${base} + to_months(CAST(date_diff('month', ${compared}, ${instantSql}) // ${size} * ${size} AS INTEGER)) AS DATE)`;
    const days = grain === 'week' ? 7 : 1;
    return `CAST(${base} + CAST((${instantSql} - ${compared}) // ${days} * ${days} AS INTEGER) AS DATE)`;
  };
  const spine = (span: Span, period: (bucket: string) => string): string =>
    `SELECT ${period('bucket')} AS period, least(CAST(bucket + INTERVAL 1 ${grain} AS DATE), ${binder.date(span.to)}) - 1 AS last_day ` +
    `FROM (SELECT CAST(unnest(generate_series(CAST(${start(span)} AS TIMESTAMP), ` +
    `CAST(${binder.date(span.to)} AS TIMESTAMP) - INTERVAL 1 ${grain === 'hour' ? 'hour' : 'day'}, INTERVAL 1 ${grain})) AS ${type}) AS bucket)`;
  return {
    current: (date, hour) => (grain === 'day' ? date : `CAST(date_trunc('${grain}', ${instant(date, hour)}) AS ${type})`),
    compared: (date, hour) => moved(instant(date, hour)),
    get spine() {
      return spine(period, (bucket) => bucket);
    },
    get comparedSpine() {
      return spine(period.compare ?? period, moved);
    }
  };
}
