import { word } from '#dashboard/format.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';

/** A column of a list of records as a table shows it. */
export function columnOf({ name, unit }: { name: string; unit: string }, zone: string): TableColumn {
  const shown = name.endsWith('_seconds') ? 'seconds' : unit;
  return { name, label: labelOf(name), unit: shown, ...(shown === 'instant' ? { zone } : {}) };
}

/** `opened_at` → `Opened`, `configuration_item` → `Configuration item`. */
export function labelOf(name: string): string {
  const text = word(name.replace(/_(at|seconds|id|date)$/, '').replace(/^is_/, ''));
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
