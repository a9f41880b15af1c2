import type { Row, Table } from '#dashboard/charts/table.ts';
import { light } from '#dashboard/charts/theme.ts';
import type { ChartContext } from '#dashboard/charts/encoding.ts';

export const context: ChartContext = { theme: light, grain: 'month', asOf: '2026-06-15' };

const units: Record<string, string> = { share: 'share', count: 'count', seconds: 'seconds' };

/** A table whose measures are named after their unit; everything else is a dimension. */
export function tableOf(rows: Row[]): Table {
  const names = Object.keys(rows[0] ?? {});
  return {
    rows,
    columns: names.map((name) => ({
      name,
      label: name,
      kind: name === 'period' ? 'period' : name.endsWith(':compare') ? 'compare' : units[name] ? 'measure' : 'dimension',
      unit: units[name.replace(':compare', '')] ?? 'text'
    }))
  };
}

export const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'];
