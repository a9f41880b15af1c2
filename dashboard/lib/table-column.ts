import { numberOf, type Datum, type Row } from '#dashboard/charts/table.ts';
import { bucket, count, day, duration, emDash, exact, memberWords, moment, points, probability, worked } from '#dashboard/format.ts';

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
}

const numeric = new Set(['count', 'share', 'seconds', 'score', 'number', 'integer', 'bytes', 'probability', 'worked', 'points']);
export const isNumeric = (column: TableColumn): boolean => numeric.has(column.unit) && column.name !== 'priority';

export function cellText(value: Datum | undefined, column: TableColumn, row?: Row): string {
  if (value === null || value === undefined || value === '') return emDash;
  if (column.name === 'period') return bucket(String(value), column.grain ?? 'month');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (column.unit === 'instant') return moment(String(value), column.zone);
  if (column.unit === 'date') return day(String(value));
  if (typeof value === 'number' && column.unit === 'seconds') return duration(value);
  if (typeof value === 'number' && column.unit === 'worked') return worked(value);
  if (typeof value === 'number' && column.unit === 'bytes') return count(value);
  if (typeof value === 'number' && column.unit === 'probability') return probability(value);
  if (typeof value === 'number' && column.unit === 'points') return points(value);
  if (typeof value === 'number' && isNumeric(column))
    return exact(value, column.unit, column.target ?? numberOf(row?.[column.targetIn ?? '']));
  return memberWords(column.name, String(value));
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
