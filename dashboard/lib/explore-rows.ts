import type { Row } from '#dashboard/charts/table.ts';
import type { TableColumn } from './table-column.ts';

/** A page of the records behind a measure. */
export interface ExploreRows {
  /** The measure whose records these are: of a computed one, its first part. */
  part: string;
  /** What one row is, in words. */
  grain: string;
  total: number;
  columns: readonly TableColumn[];
  /** Every column that can be shown. */
  possible: readonly { name: string; label: string }[];
  rows: readonly Row[];
  refusal?: string;
}
