import { shownUnit } from '../format.ts';
import type { AnswerColumn } from '#warehouse/query/query.ts';

/** A cell that a chart or a table can show. Dates are ISO text. */
export type Datum = string | number | boolean | null;
export type Row = Record<string, Datum>;

/** An answer of the query door, as rows: what every chart is a pure function of. */
export interface Table {
  columns: readonly AnswerColumn[];
  rows: readonly Row[];
}

export const columnOf = (table: Table, name: string): AnswerColumn | undefined => table.columns.find((column) => column.name === name);
export const unitOf = (table: Table, name: string): string => shownUnit(columnOf(table, name) ?? { unit: 'number' });
export const labelOf = (table: Table, name: string): string => columnOf(table, name)?.label ?? name;

export const numberOf = (value: Datum | undefined): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
/** Text of a dimension's member; a missing one is named, not hidden. */
export const memberOf = (value: Datum | undefined): string =>
  value === null || value === undefined || value === '' ? '(none)' : String(value);

/** Distinct values of a column in order of appearance. */
export const distinct = (table: Table, name: string): string[] => [...new Set(table.rows.map((row) => memberOf(row[name])))];

export const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Members of a dimension by the total of a measure, largest first; ties by name. */
export function ranked(table: Table, dimension: string, measure: string): { member: string; total: number }[] {
  const totals = new Map<string, number>();
  for (const row of table.rows) {
    const member = memberOf(row[dimension]);
    totals.set(member, (totals.get(member) ?? 0) + (numberOf(row[measure]) ?? 0));
  }
  return [...totals].map(([member, total]) => ({ member, total })).sort((a, b) => b.total - a.total || (a.member < b.member ? -1 : 1));
}
