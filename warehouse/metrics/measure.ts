/** What a number is: counts and seconds add up, a share is 0–1, a score is on the survey's scale turned into 0–1. */
export const units = ['count', 'share', 'seconds', 'score', 'number'] as const;
export type Unit = (typeof units)[number];

export const processes = [
  'incident',
  'request',
  'problem',
  'change',
  'event',
  'access',
  'contact',
  'survey',
  'service_level',
  'time',
  'availability',
  'improvement'
] as const;
export type Process = (typeof processes)[number];

/** Relations that measures read; `sources.ts` says what each is in SQL. */
export const sourceNames = [
  'incident',
  'request',
  'problem',
  'change',
  'event',
  'access_grant',
  'contact',
  'survey',
  'clock',
  'segment',
  'backlog',
  'flow',
  'hand_over',
  'aftermath',
  'recurrence',
  'outage',
  'service_day',
  'recertification',
  'improvement'
] as const;
export type SourceName = (typeof sourceNames)[number];

/** Which rows of a source a measure is about, and the local date that puts them into a period. */
interface Scope {
  source: SourceName;
  /** Date column, or `as_of`: measured once, at the data instant, whatever the period. */
  date: string;
  /** Condition in SQL over the source's columns; absent means every row. */
  where?: string;
}

/**
 * How a measure is computed. Each kind is recomputed from rows at every level; nothing is averaged over averages.
 * `ratio`: rows with `where` and `numerator` over rows with `where`. `quotient`: sum of `value` over sum of `over`, over rows that
 * have both. `distinct`: how many different values. `stock`: a level at the last day of each bucket, never summed over time.
 * `derived`: from other measures, each on its own date.
 */
export type Aggregate =
  | ({ kind: 'count' } & Scope)
  | ({ kind: 'sum'; value: string } & Scope)
  | ({ kind: 'ratio'; numerator: string } & Scope)
  | ({ kind: 'mean' | 'median' | 'p90'; value: string } & Scope)
  | ({ kind: 'quotient'; value: string; over: string } & Scope)
  | ({ kind: 'distinct'; value: string } & Scope)
  | ({ kind: 'percentile'; percent: number; value: string } & Scope)
  | ({ kind: 'stock'; value: string } & Scope)
  | { kind: 'derived'; operation: 'sum' | 'difference' | 'quotient'; from: readonly [string, string] };
export type RowAggregate = Exclude<Aggregate, { kind: 'derived' }>;

/** Everything about one measure. Pages, the dictionary, receipts and the compiler read this entry and nothing else. */
export interface Measure {
  /** `process.what`, unique. */
  name: string;
  process: Process;
  label: string;
  /** One sentence for a reader who never saw it. */
  meaning: string;
  /** The formula in words, with the date that puts a record into a period. */
  formula: string;
  unit: Unit;
  /** Whether more is better. */
  direction: 'up' | 'down' | 'none';
  /** Which time a duration counts: working hours, wall time, or it is no duration. */
  clock: 'business' | 'actual' | 'none';
  /** What a share or mean is over, in words. */
  denominator?: string;
  /** What those are that a share is over and does not count, in a word: `breached`. */
  otherwise?: string;
  /** What becomes of records without the value. */
  nullRule: string;
  /**
   * What must be there, else the measure is not available from this source: columns of the source that hold something,
   * `schema.table.column` of another table that holds something, or `schema.table` that has been built.
   */
  needs: readonly string[];
  /** Measure that tells what agreements promise for the same rows, in the same unit. */
  target?: string;
  /** Raised when the meaning changes. */
  version: number;
  aggregate: Aggregate;
}

/** How a measure behaves when rows are grouped differently. */
export function additivity(measure: Measure): 'additive' | 'semi-additive' | 'distinct' | 'ratio' | 'percentile' | 'derived' {
  const { kind } = measure.aggregate;
  if (kind === 'count' || kind === 'sum') return 'additive';
  if (kind === 'stock') return 'semi-additive';
  if (kind === 'distinct') return 'distinct';
  if (kind === 'median' || kind === 'p90' || kind === 'percentile') return 'percentile';
  return kind === 'derived' ? 'derived' : 'ratio';
}
