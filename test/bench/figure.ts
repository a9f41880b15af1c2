/** One measured figure beside its goal. */
export interface Figure {
  part: string;
  what: string;
  value: number;
  /** `×`, `ms`, `s`, `MiB`, `errors`, `rows`. */
  unit: string;
  /** Absent: told for reading the others, not a goal. */
  goal?: { atMost: number } | { atLeast: number };
  /** From what it was made: times, sizes, how often. */
  from: string;
}

export const holds = ({ value, goal }: Figure): boolean | undefined =>
  goal && ('atMost' in goal ? value <= goal.atMost : value >= goal.atLeast);

/** Something answered wrongly: the bench fails, whatever the times. */
export class WrongAnswer extends Error {
  override name = 'WrongAnswer';
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** @param share 0–1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const seconds = (value: number): string => `${value < 1 ? value.toFixed(3) : value < 20 ? value.toFixed(2) : value.toFixed(0)} s`;
export const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;

export function shown(value: number, unit: string): string {
  const text = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(unit === '×' ? 2 : unit === 's' ? 1 : 0);
  return unit === '×' ? `${text} ×` : `${text} ${unit}`;
}

/** Figures as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { goal } = figure;
    const wanted = goal ? ('atMost' in goal ? `≤ ${shown(goal.atMost, figure.unit)}` : `≥ ${shown(goal.atLeast, figure.unit)}`) : '';
    const verdict = holds(figure);
    return [
      figure.part,
      figure.what,
      shown(figure.value, figure.unit),
      wanted,
      verdict === undefined ? '' : verdict ? 'held' : 'MISSED',
      figure.from
    ];
  });
  const head = ['part', 'what', 'measured', 'goal', '', 'from'];
  const widths = head.map((name, index) => Math.max(name.length, ...rows.map((row) => row[index]!.length)));
  return [head, widths.map((width) => '─'.repeat(width)), ...rows]
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index]!))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}
