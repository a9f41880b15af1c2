import type { Promised } from '#dashboard/boards/promised.ts';
import { memberOf, numberOf, type Table } from '#dashboard/charts/table.ts';
import { count, percent, plural, points } from '#dashboard/format.ts';

const attainment = 'service_level.attainment';

/**
 * The month in one or two sentences, by rules: attainment against the goal, or how many targets missed
 * theirs, and the month before, then the target that
 * explains most of the breaches.
 */
export function headline(summary: Table, targets: Table, { goal, missed }: Promised): string {
  const row = summary.rows[0] ?? {};
  const now = numberOf(row[attainment]);
  const before = numberOf(row[`${attainment}:compare`]);
  if (now === null) return 'No clock stopped in this period, so there is no attainment to report.';
  const against = missed
    ? `, ${missed.words}`
    : goal === null
      ? ''
      : `, ${now < goal ? 'below' : 'at or above'} the goal of ${percent(goal)}`;
  const move = before === null ? '' : ` (${points(now - before)} against the period before)`;
  const completed = numberOf(row['service_level.completed']) ?? 0;
  return `${percent(now, goal)} of ${plural(completed, 'clock')} met their target${against}${move}. ${worst(targets)}`.trim();
}

function worst(targets: Table): string {
  const breached = (row: Table['rows'][number]): number => numberOf(row['service_level.breached']) ?? 0;
  const total = targets.rows.reduce((sum, row) => sum + breached(row), 0);
  if (total === 0) return 'No target was missed.';
  const most = targets.rows.reduce((best, row) => (breached(row) > breached(best) ? row : best));
  return `${memberOf(most.target)} accounts for ${count(breached(most))} of ${plural(total, 'breach', 'breaches')} (${percent(breached(most) / total)}).`;
}
