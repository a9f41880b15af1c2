/**
 * A question as data. Pages, reports, exports, the API and the command line all speak it; `compile` turns it into SQL with
 * bound values. Only names from the catalogue are accepted, so no word of a user ever becomes SQL text.
 */
export interface Query {
  /** Catalogue names, for example `incident.opened`. At least one. */
  measures: readonly string[];
  /** Catalogue dimensions, for example `team`. Every measure must know each of them. */
  dimensions?: readonly string[];
  /** Adds a column `period` (first date of the bucket, in the reporting zone). */
  grain?: Grain;
  period?: Period;
  filters?: readonly Filter[];
  /** Adds a column `<measure>:compare` per measure. */
  compare?: Comparison;
  sort?: readonly Sort[];
  limit?: number;
}

export const grains = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];

/**
 * Relative periods count back from the data instant of the build, never from the clock on the wall. `to` is exclusive.
 * `last` ends with the unfinished unit that the data instant falls into; with `complete`, with the last finished one.
 */
export type Period =
  | { from: string; to: string }
  | { last: number; unit: Exclude<Grain, 'hour'>; complete?: boolean }
  | { toDate: Exclude<Grain, 'hour' | 'day'> }
  | { all: true };

export const comparisons = ['previous_period', 'same_period_last_year'] as const;
export type Comparison = (typeof comparisons)[number];

export type Filter =
  | { field: string; op: 'in' | 'not_in'; values: readonly (string | number | boolean)[] }
  | { field: string; op: 'contains'; values: readonly [string] }
  | { field: string; op: 'between'; values: readonly [number | string, number | string] }
  | { field: string; op: 'null' | 'not_null' };

export interface Sort {
  by: string;
  descending?: boolean;
}

/** What a column of an answer is, for formatting and for charts. */
export interface AnswerColumn {
  name: string;
  kind: 'period' | 'dimension' | 'measure' | 'compare';
  label: string;
  /** `count`, `share` (0–1), `seconds`, `score`, `number`; for dimensions `text`, `integer`, `boolean`, `date`. */
  unit: string;
  /** Whether more is better; measures only. */
  direction?: 'up' | 'down' | 'none';
}
