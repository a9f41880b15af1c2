import type { Row } from '#dashboard/charts/table.ts';

/** Formats of a download, as they are offered. */
export const exportFormats = [
  { format: 'csv', label: 'CSV' },
  { format: 'xlsx', label: 'Excel' },
  { format: 'parquet', label: 'Parquet' },
  { format: 'arrow', label: 'Arrow' },
  { format: 'json', label: 'JSON' },
  { format: 'ndjson', label: 'NDJSON' }
] as const;
export type ExportFormat = (typeof exportFormats)[number]['format'];

/**
 * Address of a download of all rows.
 * @param address of the rows at the API, whatever format it names
 * @param form `zip`: with its manifest in one archive; `only`: the manifest alone
 */
export function exportUrl(address: string, format: ExportFormat, form?: 'zip' | 'only'): string {
  const [path, search = ''] = address.split('?');
  const params = new URLSearchParams(search);
  params.set('format', format);
  params.delete('limit');
  params.delete('offset');
  if (format === 'json' || format === 'arrow') params.set('export', '1');
  if (form) params.set('manifest', form);
  return `${path}?${params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

/** Rows as they stand on the page, in their order, with the columns that are shown. */
export interface SeenRows {
  columns: readonly { name: string; label: string; unit: string }[];
  rows: readonly Row[];
}

/** More than this is taken as all rows, not as what is seen. */
export const mostSeen = 1000;

/** How many rows a table has in all; unknown where its question asks for the leading ones only. */
export function wholeCount(table: { rows: readonly Row[]; total?: number; download?: string } | undefined): number | undefined {
  if (!table || table.total !== undefined) return table?.total;
  return table.download && /[?&](limit|top)=/.test(table.download) ? undefined : table.rows.length;
}
