import { flatSource, type FlatRow } from '#warehouse/query/export/flat-rows.ts';
import type { ExportSource } from '#warehouse/query/export/source.ts';
import { figureAddress } from '../receipts.ts';
import type { ResolvedReport, ResolvedSection } from '../report.ts';

const columns = ['section', 'period', 'dimensions', 'measure', 'label', 'unit', 'value', 'receipt'] as const;
type Line = readonly (string | number | boolean | null)[];

/**
 * Every figure of a report, one per row, for the one writer of CSV: section, bucket, members of the dimensions, measure, unit, value.
 * Shares are 0–1 and durations seconds, unrounded; beside each the address that opens its receipt. What the report was
 * made from comes first.
 */
export function reportFigures(report: ResolvedReport): ExportSource {
  const { definition, knowledge, period } = report;
  const about: Line[] = [
    ['about', null, null, 'report', definition.title, 'text', `${definition.name} v${definition.version}`],
    ['about', null, null, 'period', null, 'text', period.name],
    ['about', null, null, 'data_instant', null, 'instant', knowledge.asOf],
    ['about', null, null, 'build', null, 'text', knowledge.buildId],
    ...report.comments.map(({ about: words, body, author, at }) => ['comment', at, words, 'comment', author, 'text', body])
  ];
  return flatSource({
    name: `${definition.name}-${period.name}`,
    rows: [...about, ...report.sections.flatMap((section) => sectionLines(section, knowledge.address))].map(rowOf),
    question: () => ({ words: `${definition.title}, ${period.name}: every figure`, address: '/', definitions: [], grain: 'figure' })
  });
}

/** Figures as text, in the shortest form that reads back to the same number. */
const rowOf = (line: Line): FlatRow =>
  Object.fromEntries(
    columns.map((column, at) => {
      const value = line[at] ?? null;
      return [column, value === null ? null : String(value)];
    })
  );

function sectionLines(section: ResolvedSection, address: string | undefined): Line[] {
  const { name, table } = section;
  const dimensions = table.columns.filter((column) => column.kind === 'dimension');
  const figures = table.columns.filter((column) => column.kind === 'measure' || column.kind === 'compare');
  return table.rows.flatMap((row) => {
    const members = dimensions.map((column) => `${column.name}=${row[column.name] ?? ''}`).join('; ');
    return figures.map((column) => [
      name,
      row.period ?? null,
      members || null,
      column.name,
      column.label,
      column.unit,
      row[column.name] ?? null,
      figureAddress(section, row, column.name, address)
    ]);
  });
}
