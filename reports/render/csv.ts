import type { Datum } from '#dashboard/charts/table.ts';
import type { ResolvedReport, ResolvedSection } from '../report.ts';

const header = ['section', 'period', 'dimensions', 'measure', 'label', 'unit', 'value'];

/**
 * Every figure of a report, one per line (RFC 4180, CRLF): section, bucket, members of the dimensions, measure, unit, value.
 * Shares are 0–1 and durations seconds, unrounded. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function reportCsv(report: ResolvedReport): string {
  const { knowledge, period } = report;
  const about = [
    ['about', '', '', 'report', report.definition.title, 'text', `${report.definition.name} v${report.definition.version}`],
    ['about', '', '', 'period', '', 'text', period.name],
    ['about', '', '', 'data_instant', '', 'instant', knowledge.asOf],
    ['about', '', '', 'build', '', 'text', knowledge.buildId],
    ...report.comments.map(({ about: words, body, author, at }) => ['comment', at, words, 'comment', author, 'text', body])
  ];
  return [header, ...about, ...report.sections.flatMap(sectionLines)].map((cells) => cells.map(cell).join(',') + '\r\n').join('');
}

function sectionLines({ name, table }: ResolvedSection): Datum[][] {
  const dimensions = table.columns.filter((column) => column.kind === 'dimension');
  const figures = table.columns.filter((column) => column.kind === 'measure' || column.kind === 'compare');
  return table.rows.flatMap((row) => {
    const members = dimensions.map((column) => `${column.name}=${row[column.name] ?? ''}`).join('; ');
    return figures.map((column) => [name, row.period ?? '', members, column.name, column.label, column.unit, row[column.name] ?? null]);
  });
}

function cell(value: Datum): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
