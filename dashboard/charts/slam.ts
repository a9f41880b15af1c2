import { fewRecords } from '../format.ts';
import { isPartial } from './period.ts';
import { memberOf, numberOf, type Table } from './table.ts';
import { standing, type Standing } from './theme.ts';

export interface SlamCell {
  period: string;
  share: number | null;
  completed: number;
  state: Standing;
  hasFew: boolean;
}

export interface SlamRow {
  member: string;
  cells: SlamCell[];
  /** The newest complete month that has clocks. */
  now: SlamCell | undefined;
}

export interface SlamEncoding {
  row: string;
  attainment: string;
  completed: string;
  /** Attainment goal, 0–1. */
  goal: number | null;
  /** Local date of the data instant: the month it lies in is not judged as the newest. */
  asOf: string | undefined;
}

/**
 * Service-level agreement monitoring grid: members × months, each met, threatened (less than a point above the goal) or
 * missed. Rows come worst now first; those without a complete month last.
 */
export function slam(table: Table, encoding: SlamEncoding): { periods: string[]; rows: SlamRow[] } {
  const periods = [...new Set(table.rows.map((row) => memberOf(row.period)))].sort();
  const cells = new Map<string, Map<string, SlamCell>>();
  for (const row of table.rows) {
    const member = memberOf(row[encoding.row]);
    const own = cells.get(member) ?? new Map<string, SlamCell>();
    own.set(
      memberOf(row.period),
      cellOf(memberOf(row.period), numberOf(row[encoding.attainment]), numberOf(row[encoding.completed]) ?? 0, encoding.goal)
    );
    cells.set(member, own);
  }
  const rows = [...cells].map(([member, own]) => {
    const line = periods.map((period) => own.get(period) ?? cellOf(period, null, 0, encoding.goal));
    return { member, cells: line, now: line.findLast((cell) => cell.share !== null && !isPartial(cell.period, 'month', encoding.asOf)) };
  });
  return { periods, rows: rows.sort((a, b) => (a.now?.share ?? 2) - (b.now?.share ?? 2) || (a.member < b.member ? -1 : 1)) };
}

const cellOf = (period: string, share: number | null, completed: number, goal: number | null): SlamCell => ({
  period,
  share,
  completed,
  state: standing(share, goal),
  hasFew: completed > 0 && completed < fewRecords
});

/** The newest complete month of all rows, and how many of those judged in it are below the goal; undefined where none is complete. */
export function newestMonth(rows: readonly SlamRow[]): { period: string; missed: number; judged: number } | undefined {
  const period = rows.map(({ now }) => now?.period ?? '').reduce((newest, one) => (one > newest ? one : newest), '');
  if (!period) return undefined;
  const judged = rows.filter(({ now }) => now?.period === period);
  return { period, missed: judged.filter(({ now }) => now!.state === 'breached').length, judged: judged.length };
}
