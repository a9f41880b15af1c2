import { numberOf, type Datum, type Row } from '#dashboard/charts/table.ts';
import { bucket, columnDigits, count, day, emDash, exact, memberWords, moment, points, probability, unrounded } from '#dashboard/format.ts';

/** How a table shows a column. `unit` as in the catalogue, or `instant`, `date`, `bytes`, `worked` (seconds of working time), `points` (difference of shares). */
export interface TableColumn {
  name: string;
  label: string;
  unit: string;
  meaning?: string;
  /** For the column `period`. */
  grain?: string;
  /** Zone of instants. */
  zone?: string;
  /** Target of a share, so that it is never rounded across. */
  target?: number;
  /** Name of the column that holds the target of the row, where rows have targets of their own. */
  targetIn?: string;
  /** Decimals of every figure of the column; `evenly` sets them. */
  digits?: number;
}

const numeric = new Set(['count', 'share', 'seconds', 'score', 'number', 'integer', 'bytes', 'probability', 'worked', 'points']);
export const isNumeric = (column: TableColumn): boolean => numeric.has(column.unit) && column.name !== 'priority';

/**
 * How the text of a column breaks where a table is narrow, as a class of its cells: not at all, into words, or into lines; durations between their
 * units, instants between day and time. Figures and short names stay whole, so that long texts give way before a column leaves the window.
 */
export function breaking(column: TableColumn, rows: readonly Row[]): 'keeps-whole' | 'breaks-units' | 'breaks-words' | 'breaks-lines' {
  if (['seconds', 'worked', 'instant'].includes(column.unit)) return 'breaks-units';
  if (isNumeric(column) || column.name === 'period') return 'keeps-whole';
  const longest = rows.reduce((most, row) => Math.max(most, cellText(row[column.name], column, row).length), 0);
  return longest > 40 ? 'breaks-lines' : longest > 14 ? 'breaks-words' : 'keeps-whole';
}

/** `21 h 46 min` that breaks only before `46`, and `30 Oct 2026, 04:31` only before `04:31`. */
export const unitsTogether = (text: string): string => text.replaceAll(/(?<=\d) (?=[a-z])|(?<=[a-z]) (?=\d{4}\b)/gi, '\u00a0');

export function cellText(value: Datum | undefined, column: TableColumn, row?: Row): string {
  if (value === null || value === undefined || value === '') return emDash;
  if (column.name === 'period') return bucket(String(value), column.grain ?? 'month');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (column.unit === 'instant') return moment(String(value), column.zone);
  if (column.unit === 'date') return day(String(value));
  if (typeof value === 'number' && column.unit === 'bytes') return count(value);
  if (typeof value === 'number' && column.unit === 'probability') return probability(value);
  if (typeof value === 'number' && column.unit === 'points') return points(value);
  if (typeof value === 'number' && isNumeric(column)) return exact(value, column.unit, targetOf(column, row), column.digits);
  return memberWords(column.name, String(value));
}

const targetOf = (column: TableColumn, row: Row | undefined): number | null => column.target ?? numberOf(row?.[column.targetIn ?? '']);

/** The columns of these rows, each with one number of decimals. */
export const evenly = (columns: readonly TableColumn[], rows: readonly Row[]): TableColumn[] =>
  columns.map((column) => {
    if (!isNumeric(column)) return column;
    const figures = rows.map((row) => ({ value: numberOf(row[column.name]), target: targetOf(column, row) }));
    return { ...column, digits: columnDigits(figures, column.unit) };
  });

/** Decimals of a column of shares, each beside its goal where it has one, and of the column of these goals. */
export const shareDigits = (rows: readonly { share: number | null; goal: number | null }[]): { share: number; goal: number } => ({
  share: columnDigits(
    rows.map(({ share, goal }) => ({ value: share, target: goal })),
    'share'
  ),
  goal: columnDigits(
    rows.map(({ goal }) => ({ value: goal })),
    'share'
  )
});

/** What a cell cannot show in full: long text, a rounded duration. */
export function cellTitle(value: Datum | undefined, column: TableColumn): string | undefined {
  if (typeof value === 'string') return value.length > 48 ? value : undefined;
  return typeof value === 'number' ? unrounded(value, column.unit) : undefined;
}

/** Rows in order of a column; missing values last whichever way. */
export function sortRows(rows: readonly Row[], by: string, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  const isMissing = (value: Datum | undefined): boolean => value === null || value === undefined;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[by], b[by]];
    if (isMissing(left) || isMissing(right)) return Number(isMissing(left)) - Number(isMissing(right));
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'en', { numeric: true });
  });
}
