import { word } from '#dashboard/format.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';
import { verdictColumns } from '#warehouse/query/record-plan.ts';

/** Columns in seconds of working time, in which a day is no 24 hours. */
const workingTime = new Set([
  'business_seconds',
  'elapsed_business_seconds',
  'goal_seconds',
  'remaining_seconds',
  'agreed_seconds',
  'down_seconds'
]);

/** Where the name alone would say something else, or the same as another column. */
const ownWords: Readonly<Record<string, string>> = {
  business_seconds: 'Working time used',
  elapsed_business_seconds: 'Working time used',
  remaining_seconds: 'Working time left',
  known_error_at: 'Known error since',
  workaround_at: 'Workaround published',
  root_cause_at: 'Root cause found'
};

/** A column of a list of records as a table shows it. */
export function columnOf({ name, unit }: { name: string; unit: string }, zone: string): TableColumn {
  const shown = workingTime.has(name) ? 'worked' : name.endsWith('_seconds') ? 'seconds' : unit;
  return { name, label: labelOf(name), unit: shown, ...(shown === 'instant' ? { zone } : {}) };
}

/** The same where records stand behind a figure, with what each adds to it. @param unit of the figure, as it is shown */
export function recordColumnOf(column: { name: string; unit: string }, unit: string, zone: string): TableColumn {
  if (column.name === verdictColumns.share) return { ...column, label: 'Counts' };
  if (column.name === verdictColumns.other)
    return { ...column, unit: column.unit === 'text' ? 'text' : unit === 'share' ? 'number' : unit, label: 'Value' };
  if (column.name === verdictColumns.leftOut) return { ...column, label: 'Left out' };
  if (column.name === verdictColumns.over) return { ...column, label: 'Over' };
  return columnOf(column, zone);
}

/** `opened_at` → `Opened`, `configuration_item` → `Configuration item`; no two columns of a record alike. */
export function labelOf(name: string): string {
  const own = ownWords[name];
  if (own) return own;
  const text = word(name.replace(/_(at|seconds|id|date)$/, '').replace(/^is_/, ''));
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
