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
  /** Cells of an answer that is made in memory (JSON, Arrow); CSV streams and has no end. */
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
