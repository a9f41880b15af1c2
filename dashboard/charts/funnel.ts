import { labelOf, numberOf, type Table } from './table.ts';

export interface FunnelStep {
  measure: string;
  label: string;
  value: number;
  /** Of the first step, and of the one before; null where that is nothing. */
  ofFirst: number | null;
  ofBefore: number | null;
  /** Taken away by this step. */
  left: number;
}

/** Steps of a funnel from a table of one row; a measure without a value ends it. */
export function funnel(table: Table, measures: readonly string[]): FunnelStep[] {
  const row = table.rows[0];
  const values = measures.map((measure) => numberOf(row?.[measure]));
  const known = values.findIndex((value) => value === null);
  const first = values[0] ?? 0;
  return measures.slice(0, known === -1 ? measures.length : known).map((measure, at) => {
    const value = values[at] ?? 0;
    const before = at === 0 ? value : (values[at - 1] ?? 0);
    return {
      measure,
      label: labelOf(table, measure),
      value,
      ofFirst: first > 0 ? value / first : null,
      ofBefore: at > 0 && before > 0 ? value / before : null,
      left: before - value
    };
  });
}
