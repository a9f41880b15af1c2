import { identifier } from '../../connection.ts';
import { isoSql, type ExportColumn } from './column.ts';

/** First characters that make a spreadsheet run a cell (OWASP, CSV injection). */
export const formulaStarts = ['=', '+', '-', '@', '\t', '\r'] as const;
export const plainNumber = /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/**
 * Rows with every cell as CSV wants it: text that a spreadsheet would run as a formula gets a leading apostrophe, except what
 * is a plain number. A text that already looks so protected gets one more, so that taking one away gives every text back.
 */
export function csvCells(sql: string, columns: readonly ExportColumn[]): string {
  return `SELECT ${columns.map((column) => `${cell(column)} AS ${identifier(column.name)}`).join(', ')} FROM (${sql})`;
}

/** As SQL rather than as an option of COPY, so that local times and instants may differ. */
function cell({ name, kind }: ExportColumn): string {
  const column = identifier(name);
  if (kind === 'text') return harmless(column);
  return kind === 'instant' || kind === 'local' ? isoSql(column, kind) : column;
}

const starts = "'=', '+', '-', '@', chr(9), chr(13)";
/** All of them sort before letters, so one comparison spares most texts the look at their first character. */
const afterStarts = "'A'";

function harmless(text: string): string {
  const bare = `ltrim(${text}, '''')`;
  const isFormula = `${text} < ${afterStarts} AND left(${bare}, 1) IN (${starts}) AND NOT regexp_full_match(${bare}, '${plainNumber.source.slice(1, -1)}')`;
  return `CASE WHEN ${isFormula} THEN '''' || ${text} ELSE ${text} END`;
}

/** One row as one line of CSV, quoted as the engine's own writer does. For systems without pipes. */
export function csvLine(columns: readonly ExportColumn[]): string {
  const quoted = columns.map(({ name }) => {
    const text = `CAST(${identifier(name)} AS VARCHAR)`;
    const risky = `${text} = '' OR regexp_matches(${text}, '[,"#\\r\\n]')`;
    return `CASE WHEN ${text} IS NULL THEN '' WHEN ${risky} THEN '"' || replace(${text}, '"', '""') || '"' ELSE ${text} END`;
  });
  return `${quoted.join(` || ',' || `)} || chr(13)`;
}

/** The header line. */
export const csvHeader = (columns: readonly ExportColumn[]): string =>
  `${columns.map(({ name }) => (/[,"#\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(',')}\r\n`;
