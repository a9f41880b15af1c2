import type { Row } from '#dashboard/charts/table.ts';
import { receiptAddress } from '#warehouse/query/receipt-address.ts';
import type { ResolvedSection } from './report.ts';

/**
 * Address of the receipt of one figure in a section; its dates are those of the report.
 * @param base where the product is reached; absent gives the address on the server
 */
export function figureAddress({ query }: Pick<ResolvedSection, 'query'>, row: Row, column: string, base = ''): string {
  const measure = column.replace(/:compare$/, '');
  const path = receiptAddress(query, measure, {
    dimensions: Object.fromEntries((query.dimensions ?? []).map((name) => [name, row[name] ?? null])),
    ...(query.grain ? { period: String(row.period) } : {}),
    ...(column === measure ? {} : { compare: true })
  });
  return base + path;
}
