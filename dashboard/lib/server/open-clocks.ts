import { chosenFilters, type Scope } from '#dashboard/boards/scope.ts';
import type { Row } from '#dashboard/charts/table.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import { QueryError } from '#warehouse/query/error.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { records } from '#warehouse/query/records.ts';

const shown = 15;

/** Open clocks, least time left first, each marked whether it is at risk. */
export interface OpenClocks {
  rows: Row[];
  total: number;
  href: string;
  refusal?: string;
}

export async function openClocks(reader: Reader, scope: Scope): Promise<OpenClocks> {
  const query = (measure: string): Query => ({ measures: [measure], period: { all: true }, filters: chosenFilters(scope) });
  const list = (measure: string) => records(reader, { query: query(measure), measure, sort: [{ by: 'remaining_seconds' }], limit: shown });
  const href = recordsUrl(query('service_level.open'));
  try {
    const [open, risky] = await Promise.all([list('service_level.open'), list('service_level.at_risk')]);
    const key = (row: Row): string => `${row.record_type} ${row.record_id} ${row.target}`;
    const risks = new Set(risky.rows.map(key));
    return { rows: open.rows.map((row) => ({ ...row, is_at_risk: risks.has(key(row)) })), total: open.total, href };
  } catch (error) {
    if (error instanceof QueryError) return { rows: [], total: 0, href, refusal: error.message };
    throw error;
  }
}
