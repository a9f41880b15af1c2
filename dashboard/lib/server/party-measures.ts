import { numberOf, type Row } from '#dashboard/charts/table.ts';
import type { Filter } from '#warehouse/query/query.ts';

export const attainment = 'service_level.attainment';
export const completed = 'service_level.completed';
export const breached = 'service_level.breached';
export const goal = 'service_level.goal';
export const budgetLeft = 'service_level.error_budget_left';
export const median = 'service_level.elapsed_business_seconds_median';

/** TRICKY: a mean of many 0.9 is 0.9000000000000012, and a share at its goal would be called missed. */
export function goalIn(row: Row | undefined): number | null {
  const mean = numberOf(row?.[goal]);
  return mean === null ? null : Math.round(mean * 1e9) / 1e9;
}

export const isSla: Filter = { field: 'agreement_type', op: 'in', values: ['SLA'] };
export const isUc: Filter = { field: 'agreement_type', op: 'in', values: ['UC'] };
