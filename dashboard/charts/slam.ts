import { fewRecords, percent } from '../format.ts';
import { isPartial } from './period.ts';
import { memberOf, numberOf, type Table } from './table.ts';
import { standing, type Standing } from './theme.ts';

export interface SlamCell {
  period: string;
  share: number | null;
  completed: number;
  state: Standing;
  hasFew: boolean;
  /** The one goal that it is judged by; else how its targets did by their own, where they have several. */
  goal: number | null;
  words: string | undefined;
}

/** What is promised for a row, or for a month of it: one goal, or where targets differ the state by their own. */
export interface PromisedGoal {
  goal: number | null;
  missed?: { words: string; state: Standing } | undefined;
}

export interface SlamRow {
  member: string;
  /** The goal that all its targets share in all months; null where they have none or several. */
  goal: number | null;
  hasSeveral: boolean;
  cells: SlamCell[];
  /** The newest complete month that has clocks. */
  now: SlamCell | undefined;
}

export interface SlamEncoding {
  row: string;
  attainment: string;
  completed: string;
  /** What a row is promised, in one of its months or in all. Goals are 0–1. */
  promised: (member: string, period?: string) => PromisedGoal;
  /** Local date of the data instant: the month it lies in is not judged as the newest. */
  asOf: string | undefined;
}

/**
 * Service-level agreement monitoring grid: members × months, each met, threatened (less than a point above the goal) or
 * missed. Rows come worst now first, by state and then by share; those without a complete month last.
 */
export function slam(table: Table, encoding: SlamEncoding): { periods: string[]; rows: SlamRow[] } {
  const periods = [...new Set(table.rows.map((row) => memberOf(row.period)))].sort();
  const cells = new Map<string, Map<string, SlamCell>>();
  for (const row of table.rows) {
    const member = memberOf(row[encoding.row]);
    const period = memberOf(row.period);
    const own = cells.get(member) ?? new Map<string, SlamCell>();
    own.set(
      period,
      cellOf(period, numberOf(row[encoding.attainment]), numberOf(row[encoding.completed]) ?? 0, encoding.promised(member, period))
    );
    cells.set(member, own);
  }
  const rows = [...cells].map(([member, own]): SlamRow => {
    const { goal, missed } = encoding.promised(member);
    const line = periods.map((period) => own.get(period) ?? cellOf(period, null, 0, { goal }));
    const now = line.findLast((cell) => cell.share !== null && !isPartial(cell.period, 'month', encoding.asOf));
    return { member, goal, hasSeveral: missed !== undefined, cells: line, now };
  });
  return { periods, rows: rows.sort(worstNow) };
}

const order: readonly Standing[] = ['breached', 'risk', 'met', 'paused', 'none'];

const worstNow = (a: SlamRow, b: SlamRow): number =>
  Number(!a.now) - Number(!b.now) ||
  order.indexOf(a.now?.state ?? 'none') - order.indexOf(b.now?.state ?? 'none') ||
  (a.now?.share ?? 2) - (b.now?.share ?? 2) ||
  (a.member < b.member ? -1 : 1);

const cellOf = (period: string, share: number | null, completed: number, { goal, missed }: PromisedGoal): SlamCell => ({
  period,
  share,
  completed,
  state: missed && share !== null ? missed.state : standing(share, goal),
  hasFew: completed > 0 && (completed < fewRecords || (missed !== undefined && missed.state === 'none')),
  goal,
  words: missed?.words
});

/** The newest complete month of all rows, and how many of those judged in it missed a goal; undefined where none is complete. */
export function newestMonth(rows: readonly SlamRow[]): { period: string; missed: number; judged: number } | undefined {
  const period = rows.map(({ now }) => now?.period ?? '').reduce((newest, one) => (one > newest ? one : newest), '');
  if (!period) return undefined;
  const judged = rows.filter(({ now }) => now?.period === period);
  return { period, missed: judged.filter(({ now }) => now!.state === 'breached').length, judged: judged.length };
}

/** `goal 95.0 %`: what a row is judged by. */
export const goalWords = ({ goal, hasSeveral }: SlamRow): string =>
  hasSeveral ? 'goals differ' : goal === null ? 'no goal' : `goal ${percent(goal)}`;

/** How a cell is judged whose targets promise different shares. */
export const severalWords = 'Goals differ: missed where a target with 20 clocks or more missed its own';
