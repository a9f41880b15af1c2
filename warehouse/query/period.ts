import { QueryError } from './error.ts';
import type { Comparison, Grain, Period, PeriodUnit } from './query.ts';

/** What periods are counted from. */
export interface DataInstant {
  asOf: Date;
  /** Reporting zone, IANA. */
  zone: string;
  /** Local date of the first record, `YYYY-MM-DD`. */
  dataFrom: string;
  /** Month with which fiscal years begin, 1–12; default 1. */
  fiscalYearStart?: number;
}

/** Local dates; `to` is exclusive. */
export interface Span {
  from: string;
  to: string;
}

export interface ResolvedPeriod extends Span {
  /** The period, or its last bucket, is not over at the data instant: its figures are "to date". */
  isPartial: boolean;
  /** First bucket that is not over, as it stands in the column `period`; absent when all are. */
  partialFrom?: string;
  /** What it is compared with, same length, same place. */
  compare?: Span;
}

const unitMonths = { month: 1, quarter: 3, year: 12, fiscal_quarter: 3, fiscal_year: 12 } as const;
type PlainDate = Temporal.PlainDate;

/**
 * First day of the bucket that a date falls into; weeks begin on Monday (ISO 8601).
 * @param fiscalStart month with which fiscal years begin, 1–12
 */
export function bucketStart(date: string, grain: Grain, fiscalStart = 1): string {
  return startOf(Temporal.PlainDate.from(date), grain === 'hour' ? 'day' : grain, fiscalStart).toString();
}

/** First day after the bucket that begins on a date. */
export function bucketEnd(start: string, grain: Grain): string {
  return Temporal.PlainDate.from(start)
    .add(unitDuration(grain === 'hour' ? 'day' : grain, 1))
    .toString();
}

/**
 * Turns a period into local dates, counted from the data instant in the reporting zone, cut at the last day that the data
 * knows anything of.
 * @param period absent means all
 * @throws QueryError when a date is none or the period is empty
 */
export function resolvePeriod(period: Period | undefined, data: DataInstant, grain?: Grain, comparison?: Comparison): ResolvedPeriod {
  const local = Temporal.Instant.fromEpochMilliseconds(data.asOf.getTime()).toZonedDateTimeISO(data.zone);
  const known = local.toPlainDate();
  const isMidnight = local.toPlainTime().equals(new Temporal.PlainTime());
  const end = isMidnight ? known : known.add({ days: 1 });
  const asked = askedSpan(period ?? { all: true }, known, end, data);
  const to = later(asked.from, earlier(asked.to, end));
  const resolved: ResolvedPeriod = { from: asked.from.toString(), to: to.toString(), isPartial: later(asked.to, to).since(known).days > 0 };
  const partial = grain && firstUnfinished(local, grain, data.fiscalYearStart);
  if (partial && partial.slice(0, 10) < resolved.to && known.since(asked.from).days >= 0) resolved.partialFrom = partial;
  const compare = comparison ? compareSpan(asked.from, to, asked.shift, comparison, grain) : undefined;
  return compare ? { ...resolved, compare } : resolved;
}

interface Asked {
  from: PlainDate;
  to: PlainDate;
  /** How far the previous period lies back; none for "all". */
  shift?: Temporal.DurationLike;
}

function askedSpan(period: Period, known: PlainDate, end: PlainDate, { dataFrom, fiscalYearStart }: DataInstant): Asked {
  if ('all' in period) return { from: earlier(plainDate(dataFrom), end.subtract({ days: 1 })), to: end };
  if ('from' in period) return absolute(period);
  const today = end.subtract({ days: 1 });
  if ('toDate' in period) return { from: startOf(today, period.toDate, fiscalYearStart), to: end, shift: unitDuration(period.toDate, 1) };
  if (!Number.isInteger(period.last) || period.last < 1)
    throw new QueryError('period', period, 'a period needs a whole number of units, at least 1');
  const shift = unitDuration(period.unit, period.last);
  if (period.complete) {
    const to = startOf(known, period.unit, fiscalYearStart);
    return { from: to.subtract(shift), to, shift };
  }
  const start = startOf(today, period.unit, fiscalYearStart);
  return { from: start.subtract(unitDuration(period.unit, period.last - 1)), to: start.add(unitDuration(period.unit, 1)), shift };
}

function absolute(period: Span): Asked {
  const [from, to] = [plainDate(period.from), plainDate(period.to)];
  if (Temporal.PlainDate.compare(from, to) >= 0) {
    throw new QueryError('period', period, `the period ${period.from}..${period.to} is empty; its end is not part of it`);
  }
  const isMonths = from.day === 1 && to.day === 1;
  return { from, to, shift: isMonths ? { months: from.until(to, { largestUnit: 'months' }).months } : { days: from.until(to).days } };
}

function compareSpan(
  from: PlainDate,
  to: PlainDate,
  shift: Temporal.DurationLike | undefined,
  by: Comparison,
  grain?: Grain
): Span | undefined {
  if (by === 'target') return undefined;
  const back = by === 'same_period_last_year' ? (grain === 'week' ? { weeks: 52 } : { years: 1 }) : shift;
  return back ? { from: from.subtract(back).toString(), to: to.subtract(back).toString() } : undefined;
}

function firstUnfinished(local: Temporal.ZonedDateTime, grain: Grain, fiscalStart?: number): string {
  if (grain !== 'hour') return startOf(local.toPlainDate(), grain, fiscalStart).toString();
  return local.toPlainDateTime().round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString().slice(0, 16);
}

function startOf(date: PlainDate, unit: PeriodUnit, fiscalStart = 1): PlainDate {
  if (unit === 'day') return date;
  if (unit === 'week') return date.subtract({ days: date.dayOfWeek - 1 });
  const first = unit.startsWith('fiscal') ? fiscalStart : 1;
  return date.with({ day: 1 }).subtract({ months: (date.month - first + 12) % unitMonths[unit] });
}

export const unitDuration = (unit: PeriodUnit, count: number): Temporal.DurationLike =>
  unit === 'day' || unit === 'week' ? { days: count * (unit === 'week' ? 7 : 1) } : { months: count * unitMonths[unit] };

const earlier = (left: PlainDate, right: PlainDate): PlainDate => (Temporal.PlainDate.compare(left, right) <= 0 ? left : right);
const later = (left: PlainDate, right: PlainDate): PlainDate => (Temporal.PlainDate.compare(left, right) >= 0 ? left : right);

function plainDate(text: string): PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new QueryError('period', text, `${text} is no date; write YYYY-MM-DD`);
  }
}
