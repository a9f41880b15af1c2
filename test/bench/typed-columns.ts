import { headers } from '#ingest/sample/headers.ts';

const types: Record<string, string> = {
  TIMESTAMP: 'opened_at work_start u_first_response resolved_at closed_at sys_created_on sys_updated_on',
  INTEGER: 'sys_mod_count reassignment_count reopen_count',
  BOOLEAN: 'made_sla knowledge'
};

const typeOf = (column: string): string => Object.keys(types).find((type) => types[type]!.split(' ').includes(column)) ?? 'VARCHAR';

/** Type of each column of the incident list, in its order; what is not named is text. */
export const incidentTypes: Record<string, string> = Object.fromEntries(headers.incident.map((column) => [column, typeOf(column)]));
