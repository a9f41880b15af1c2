import { memberOf, numberOf, sum, type Row } from '#dashboard/charts/table.ts';

/** What passes between teams, by who gives and who gets. */
export interface HandOffGrid {
  from: string[];
  to: string[];
  /**
   * Rows as `from`, columns as `to`; null where nothing passed. `mean` is the wait in seconds, absent in a grid of counts; `level` 0–5 is how
   * long or how many, of the most.
   */
  cells: (HandOffCell | null)[][];
}

export interface HandOffCell {
  mean?: number;
  count: number;
  level: number;
  href?: string;
}

const most = 12;

/** The busiest members on a side of the grid, largest first. */
export function busiest(rows: readonly { team: string; total: number }[]): string[] {
  const totals = new Map<string, number>();
  for (const { team, total } of rows) totals.set(team, (totals.get(team) ?? 0) + total);
  return [...totals]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([team]) => team);
}

/** Hand-overs by pair of teams, darker where there are more; each count opens its records. */
export function countGrid(
  rows: readonly Row[],
  measure: string,
  href: (row: Row) => string
): { grid: HandOffGrid; shown: number; total: number } {
  const pairs = rows.map((row) => ({
    row,
    from: memberOf(row.from_team),
    to: memberOf(row.to_team),
    value: numberOf(row[measure]) ?? 0
  }));
  const from = busiest(pairs.map(({ from: team, value }) => ({ team, total: value })));
  const to = busiest(pairs.map(({ to: team, value }) => ({ team, total: value })));
  const largest = Math.max(1, ...pairs.map(({ value }) => value));
  const total = sum(pairs.map(({ value }) => value));
  const cells = from.map((one) =>
    to.map((other) => {
      const pair = pairs.find((candidate) => candidate.from === one && candidate.to === other);
      if (!pair || pair.value === 0) return null;
      return { count: pair.value, level: Math.ceil((pair.value / largest) * 5), href: href(pair.row) };
    })
  );
  const shown = sum(pairs.filter((pair) => from.includes(pair.from) && to.includes(pair.to)).map(({ value }) => value));
  return { grid: { from, to, cells }, shown, total };
}
