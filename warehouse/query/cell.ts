import { bucketShift } from './bucket.ts';
import { QueryError } from './error.ts';
import { bucketEnd, bucketStart, unitDuration, type ResolvedPeriod, type Span } from './period.ts';
import type { Filter, Grain, Query } from './query.ts';
import { equals } from './filter.ts';

/** Which cell of an answer: its bucket and its members. What is left out is not narrowed, so a total is a cell too. */
export interface CellPlace {
  /** As it stands in the column `period`. */
  period?: string;
  dimensions?: Readonly<Record<string, string | number | boolean | null>>;
  /** A row that stands for all members of the query's `top` that do not lead; its member of that dimension says nothing. */
  other?: boolean;
  /** The cell of the same row in the column `<measure>:compare`. */
  compare?: boolean;
}

/** Time that a cell stands for: a span of local dates, or one hour of one day. */
export interface CellTime extends Span {
  hour?: number;
}

/**
 * The span of a cell: its bucket cut to the period, or the whole period; of a compared cell, the bucket that stands beside it.
 * @param fiscalStart month with which fiscal years begin, 1–12
 * @throws QueryError when the query has no such bucket or compares with nothing
 */
export function cellTime(period: ResolvedPeriod, { grain, compare }: Query, cell: CellPlace = {}, fiscalStart?: number): CellTime {
  if (cell.compare && !compare) throw new QueryError('cell.compare', true, 'the query compares with nothing, so it has no compared cells');
  if (cell.compare && !period.compare) throw new QueryError('cell.compare', true, 'nothing lies before everything there is');
  const span = cell.compare ? period.compare! : period;
  if (cell.period === undefined) return { from: span.from, to: span.to };
  if (!grain) throw new QueryError('cell.period', cell.period, 'the query has no grain, so its cells have no period');
  const named = bucketDate(cell.period, grain, fiscalStart);
  const start = cell.compare ? named.subtract(bucketsBack(grain, bucketShift(period, grain, fiscalStart))) : named;
  if (grain === 'hour') return { from: start.toString(), to: start.add({ days: 1 }).toString(), hour: Number(cell.period.slice(11, 13)) };
  return { from: latest(start.toString(), span.from), to: earliest(bucketEnd(start.toString(), grain), span.to) };
}

/** Members of a cell as filters. @throws QueryError when the query is not sliced that way */
export const cellFilters = (query: Query, cell: CellPlace | undefined): Filter[] =>
  Object.entries(cell?.dimensions ?? {}).flatMap(([field, value]) => {
    if (cell?.other && field === query.top?.dimension) return [];
    if (query.dimensions?.includes(field)) return equals(field, value);
    throw new QueryError('cell.dimensions', field, `the query is not sliced by ${field}`, { possible: query.dimensions ?? [] });
  });

function bucketDate(bucket: string, grain: Grain, fiscalStart?: number): Temporal.PlainDate {
  const form = grain === 'hour' ? /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):00/ : /^\d{4}-\d{2}-\d{2}/;
  const refused = new QueryError('cell.period', bucket, `no ${grain} begins on ${bucket}`);
  if (!form.test(bucket)) throw refused;
  try {
    const start = Temporal.PlainDate.from(bucket.slice(0, 10));
    if (bucketStart(start.toString(), grain, fiscalStart) === start.toString()) return start;
  } catch {
    throw refused;
  }
  throw refused;
}

const bucketsBack = (grain: Grain, count: number): Temporal.DurationLike =>
  grain === 'hour' ? { days: count / 24 } : unitDuration(grain, count);

const latest = (left: string, right: string): string => (left > right ? left : right);
const earliest = (left: string, right: string): string => (left < right ? left : right);
