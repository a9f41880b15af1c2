import type { Filter } from '#warehouse/query/query.ts';

export const attainment = 'service_level.attainment';
export const completed = 'service_level.completed';
export const breached = 'service_level.breached';
export const goal = 'service_level.goal';
export const median = 'service_level.elapsed_business_seconds_median';

export const isSla: Filter = { field: 'agreement_type', op: 'in', values: ['SLA'] };
export const isUc: Filter = { field: 'agreement_type', op: 'in', values: ['UC'] };
