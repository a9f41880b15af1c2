/**
 * A question as data. Pages, reports, exports, the API and the command line all speak it; `compile` turns it into SQL with
 * bound values. Only names from the catalogue are accepted, so no word of a user ever becomes SQL text.
 */
export interface Query {
  /** Catalogue names, for example `incident.opened`. At least one. */
  measures: readonly string[];
  /** Catalogue dimensions, for example `team`. Every measure must know each of them. */
  dimensions?: readonly string[];
  /** Adds a column `period` (first date of the bucket, in the zone of the question). */
  grain?: Grain;
  period?: Period;
  /** All of them must hold. */
  filters?: readonly Filter[];
  /** Adds a column `<measure>:compare` per measure; for `target` a column `<measure>:target`. */
  compare?: Comparison;
  /**
   * Adds rows that sum up others, counted again from records. Each entry names the keys (`period` and dimensions of this query) that
   * such rows keep; `[]` is the grand total. Adds a column `total`: the keys that are rolled up, comma-separated; null on other rows.
   */
  totals?: readonly (readonly string[])[];
  /**
   * Only the leading members of one dimension, the same in every row; all others become one member, counted again from records.
   * Adds a column `other`, true on those rows.
   */
  top?: Top;
  sort?: readonly Sort[];
  /** Most rows; rows of `totals` come besides. */
  limit?: number;
  /** IANA zone whose days, hours and weekdays count; absent means the reporting zone. */
  zone?: string;
  /** Answers with what was known then: a local date (its end) or an ISO 8601 instant. */
  asKnownOn?: string;
}

/** Fiscal years begin with the month that `fiscal_year_start` of `plimsoll.yaml` names. */
export const grains = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'] as const;
export type Grain = (typeof grains)[number];
/** What periods are counted in. */
export type PeriodUnit = Exclude<Grain, 'hour'>;
export const periodUnits = grains.filter((grain): grain is PeriodUnit => grain !== 'hour');
export const toDateUnits = periodUnits.filter((unit): unit is Exclude<PeriodUnit, 'day'> => unit !== 'day');

/**
 * Relative periods count back from the data instant of the build, never from the clock on the wall. `to` is exclusive.
 * `last` ends with the unfinished unit that the data instant falls into; with `complete`, with the last finished one.
 */
export type Period =
  | { from: string; to: string }
  | { last: number; unit: PeriodUnit; complete?: boolean }
  | { toDate: Exclude<PeriodUnit, 'day'> }
  | { all: true };

/** Comparisons with another time. */
export const periodComparisons = ['previous_period', 'same_period_last_year'] as const;
/** `target`: the goal that the agreements set for the same cell. */
export const comparisons = [...periodComparisons, 'target'] as const;
export type Comparison = (typeof comparisons)[number];

export interface Top {
  /** One of the query's dimensions. */
  dimension: string;
  /** How many members lead. */
  count: number;
  /** Measure that ranks them over the whole period; default the first of the query. */
  by?: string;
  /** Least first. */
  ascending?: boolean;
}

/**
 * Bounds of `between` belong to it; so do those of `at_least` and `at_most`. Text knows no order here and no range; `contains` and
 * `starts_with` do not tell capitals apart. A record without the value fulfils `null` and every negated condition, no other.
 */
export type Filter =
  | { field: string; op: (typeof listOps)[number]; values: readonly (string | number | boolean)[] }
  | { field: string; op: (typeof textOps)[number]; values: readonly [string] }
  | { field: string; op: (typeof rangeOps)[number]; values: readonly [number | string, number | string] }
  | { field: string; op: (typeof boundOps)[number]; values: readonly [number | string] }
  | { field: string; op: (typeof nullOps)[number] };

export const listOps = ['in', 'not_in'] as const;
export const textOps = ['contains', 'not_contains', 'starts_with', 'not_starts_with'] as const;
export const rangeOps = ['between', 'not_between'] as const;
export const boundOps = ['at_least', 'at_most'] as const;
export const nullOps = ['null', 'not_null'] as const;
export const filterOps = [...listOps, ...textOps, ...rangeOps, ...boundOps, ...nullOps] as const;

export interface Sort {
  by: string;
  descending?: boolean;
}

/** What a column of an answer is, for formatting and for charts. */
export interface AnswerColumn {
  name: string;
  /** `mark`: the columns `total` and `other`, which say what a row is. */
  kind: 'period' | 'dimension' | 'mark' | 'measure' | 'compare' | 'target';
  label: string;
  /** `count`, `share` (0–1), `seconds`, `score`, `number`; for dimensions and marks `text`, `integer`, `boolean`, `date`. */
  unit: string;
  /** Whether more is better; measures only. */
  direction?: 'up' | 'down' | 'none';
  /** Set where the seconds are working time, in which a day is no 24 hours. */
  clock?: 'business';
  /** Of a dimension whose members are ids: what people call those in the rows. */
  labels?: Readonly<Record<string, string>>;
}

/** A filter's operator as it stands between a dimension's label and the values. */
export const filterVerbs: Readonly<Record<Filter['op'], string>> = {
  in: 'is',
  not_in: 'is not',
  contains: 'contains',
  not_contains: 'does not contain',
  starts_with: 'starts with',
  not_starts_with: 'does not start with',
  between: 'is between',
  not_between: 'is not between',
  at_least: 'is at least',
  at_most: 'is at most',
  null: 'is empty',
  not_null: 'is given'
};
