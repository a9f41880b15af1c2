import type { Row } from '#dashboard/charts/table.ts';
import { inUnit } from '#dashboard/format.ts';
import type { TableColumn } from './table-column.ts';

/** The figures of a picture as a table. */
export interface FigureTable {
  columns: readonly TableColumn[];
  rows: readonly Row[];
  /** Address of all rows at the API, whatever format it names. */
  download?: string;
  href?: (row: Row, column: TableColumn) => string | undefined;
}

/** What a picture tells without being seen: one sentence, and its figures. */
export interface Telling {
  summary: string;
  table: FigureTable;
}

export const column = (name: string, label: string, unit = 'text', more: Partial<TableColumn> = {}): TableColumn => ({
  name,
  label,
  unit,
  ...more
});
/** Makes one column of a table the link that the row carries as `href`. */
export const linked =
  (name: string) =>
  (row: Row, { name: at }: TableColumn): string | undefined =>
    at === name && typeof row.href === 'string' ? row.href : undefined;

/** Word-sized line: where it goes from and to, and its range. `unit` as in the catalogue. */
export function tellSpark(values: readonly (number | null)[], unit: string, target?: number | null): string {
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'no values';
  const say = (value: number): string => inUnit(value, unit, target);
  const goal = target === null || target === undefined ? '' : `; the goal is ${say(target)}`;
  return `${known.length} values from ${say(first)} to ${say(last)}, lowest ${say(Math.min(...known))}, highest ${say(Math.max(...known))}${goal}`;
}
