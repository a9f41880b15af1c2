import { QueryError } from './error.ts';
import type { Query } from './query.ts';

/** How much one question may ask for. Beyond it the asker is told what to leave out. */
export const limits = {
  measures: 100,
  dimensions: 10,
  filters: 50,
  /** Values of one filter. */
  values: 1000,
  /** Characters of one value. */
  textLength: 1000,
  /** Sets of keys in `totals`. */
  totals: 32,
  sort: 20,
  /** Leading members. */
  top: 1000,
  /** Buckets of the time axis. */
  buckets: 100_000,
  /** Cells of an answer that is made in memory (JSON, Arrow); a download streams and has no end. */
  cells: 5_000_000
} as const;

const lists = ['measures', 'dimensions', 'filters', 'totals', 'sort'] as const;

/** Turns away a question from outside that asks for too much. @throws QueryError saying how much is possible */
export function refuseTooMuch(query: Query): Query {
  for (const field of lists) {
    const count = query[field]?.length ?? 0;
    if (count > limits[field]) {
      throw new QueryError(field, count, `${count} ${field} are more than one query takes (${limits[field]}); ask several queries`);
    }
  }
  if (query.top && query.top.count > limits.top) {
    throw new QueryError('top', query.top.count, `at most ${limits.top} members can lead; ask without top and page through the rows`);
  }
  return query;
}

/** Most rows of an answer that is made in memory. */
export function mostRows({ measures, dimensions = [], compare }: Query): number {
  return Math.floor(limits.cells / (1 + dimensions.length + measures.length * (compare ? 2 : 1)));
}

/** Turns away an answer that would not fit; nothing is ever cut silently. @throws QueryError naming ways to less, and the one to all */
export function refuseLong(rows: number, query: Query): void {
  const most = mostRows(query);
  if (rows <= most) return;
  const message = `the answer has more than ${most} rows; ask for a download (export=1 or format=csv), which has no end, or for less: a limit, a filter, a coarser grain`;
  throw new QueryError('limit', query.limit ?? null, message);
}
