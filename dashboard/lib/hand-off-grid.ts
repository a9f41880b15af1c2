/** Mean wait of a hand-off, by who gives and who gets. */
export interface HandOffGrid {
  from: string[];
  to: string[];
  /** Rows as `from`, columns as `to`; null without a hand-off. `level` 0–5 is how long, of the longest; 0 also for fewer than five. */
  cells: ({ mean: number; count: number; level: number } | null)[][];
}
