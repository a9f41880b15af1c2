import { typeName } from '../columnar.ts';
import { identifier, type Connection, type Values } from '../connection.ts';

/** A column of a statement, as its CSV cells are made from it. */
export interface CsvColumn {
  name: string;
  /** As the engine writes it, for example `ENUM('a', 'b')`. */
  type: string;
}

/** Columns of a statement without running it. */
export async function columnsOf(connection: Connection, sql: string, values: Values): Promise<CsvColumn[]> {
  const rows = await connection.all<{ column_name: string; column_type: string }>(`DESCRIBE ${sql}`, values);
  return rows.map(({ column_name, column_type }) => ({ name: column_name, type: column_type }));
}

/**
 * The statement with every cell as CSV wants it: text that a spreadsheet would run as a formula gets a leading apostrophe,
 * except what is a plain number; instants are ISO 8601 UTC with milliseconds, as in JSON; local times carry no zone.
 */
export function csvCells(sql: string, columns: readonly CsvColumn[]): string {
  return `SELECT ${columns.map((column) => `${cell(column)} AS ${identifier(column.name)}`).join(', ')} FROM (${sql})`;
}

/** As SQL rather than as an option of COPY, so that local times and instants may differ. */
function cell({ name, type }: CsvColumn): string {
  const column = identifier(name);
  switch (typeName(type)) {
    case 'VARCHAR':
      return harmless(column);
    case 'ENUM':
      return harmless(`CAST(${column} AS VARCHAR)`);
    case 'TIMESTAMP WITH TIME ZONE':
      return `strftime(timezone('UTC', ${column}), '%Y-%m-%dT%H:%M:%S.%gZ')`;
    case 'TIMESTAMP':
      return `strftime(${column}, '%Y-%m-%dT%H:%M')`;
    case 'VARCHAR[]':
      return harmless(`array_to_string(${column}, '; ')`);
    default:
      return column;
  }
}

/** First characters that make a spreadsheet run a cell (OWASP, CSV injection). */
export const formulaStarts = ['=', '+', '-', '@', '\t', '\r'] as const;
export const plainNumber = /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

const starts = "'=', '+', '-', '@', chr(9), chr(13)";
/** All of them sort before letters, so one comparison spares most texts the look at their first character. */
const afterStarts = "'A'";

function harmless(text: string): string {
  const isFormula = `${text} < ${afterStarts} AND left(${text}, 1) IN (${starts}) AND NOT regexp_full_match(${text}, '${plainNumber.source.slice(1, -1)}')`;
  return `CASE WHEN ${isFormula} THEN '''' || ${text} ELSE ${text} END`;
}

/** One row as one line of CSV, quoted as the engine's own writer does. For systems without pipes. */
export function csvLines(cells: string, columns: readonly CsvColumn[]): string {
  const quoted = columns.map(({ name }) => {
    const text = `CAST(${identifier(name)} AS VARCHAR)`;
    const risky = `${text} = '' OR regexp_matches(${text}, '[,"#\\r\\n]')`;
    return `CASE WHEN ${text} IS NULL THEN '' WHEN ${risky} THEN '"' || replace(${text}, '"', '""') || '"' ELSE ${text} END`;
  });
  return `SELECT ${quoted.join(` || ',' || `)} || chr(13) || chr(10) AS line FROM (${cells})`;
}

/** The header line. */
export const csvHeader = (columns: readonly CsvColumn[]): string =>
  `${columns.map(({ name }) => (/[,"#\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(',')}\r\n`;
