import { identifier } from '../../connection.ts';
import type { ExportColumn } from './column.ts';

/** Most that a spreadsheet takes: characters of a cell, rows of a sheet. */
export const cellCharacters = 32_767;
export const mostSheetRows = 1_048_576;

/** Cell styles of the workbook, by their place in its list. */
export const styles = { plain: 0, date: 1, instant: 2, header: 3 } as const;

/** A piece of a text that surely fits, in code points: each is one or two of a spreadsheet's characters. */
const piece = 16_000;

/**
 * One row as XML of a sheet, on one line. Text is text and never a formula; characters that XML forbids are written as a
 * spreadsheet does (`_x0001_`). A text longer than a cell goes on in pairs of cells after the last column: the column's name
 * and the next piece. Whole numbers that a spreadsheet would round are text, and so are dates before 1 March 1900, which it
 * does not know.
 */
export function sheetRow(columns: readonly ExportColumn[]): string {
  const rests = columns.filter(({ kind }) => kind === 'text').map(({ name }) => rest(name));
  return `${[`'<row>'`, ...columns.map(cell), ...rests, `'</row>'`].join(' || ')}`;
}

function cell({ name, kind }: ExportColumn): string {
  const column = identifier(name);
  return `coalesce(${filled(column, kind)}, '<c/>')`;
}

function filled(column: string, kind: ExportColumn['kind']): string {
  switch (kind) {
    case 'text':
      return textCell(`CASE WHEN strlen(${column}) > ${cellCharacters} THEN substr(${column}, 1, ${piece}) ELSE ${column} END`);
    case 'integer':
      return `CASE WHEN ${column} BETWEEN ${-Number.MAX_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER} THEN ${valueCell(column)} ELSE ${textCell(`CAST(${column} AS VARCHAR)`)} END`;
    case 'number':
      return valueCell(column);
    case 'boolean':
      return `'<c t="b"><v>' || CAST(CAST(${column} AS TINYINT) AS VARCHAR) || '</v></c>'`;
    case 'date':
      return `CASE WHEN ${column} >= DATE '1900-03-01' THEN ${valueCell(`CAST(${serialDay(column)} AS BIGINT)`, styles.date)} ELSE ${textCell(`CAST(${column} AS VARCHAR)`)} END`;
    default:
      return instantCell(kind === 'instant' ? `timezone('UTC', ${column})` : column);
  }
}

const serialDay = (date: string): string => `(${date} - DATE '1899-12-30')`;

/** Days since the spreadsheet's day 0; day and time are added once, so that microseconds survive. */
function instantCell(local: string): string {
  const serial = `(${serialDay(`CAST(${local} AS DATE)`)} + epoch_us(${local} - date_trunc('day', ${local})) / 86400000000)`;
  return `CASE WHEN ${local} >= TIMESTAMP '1900-03-01' THEN ${valueCell(serial, styles.instant)} ELSE ${textCell(`strftime(${local}, '%Y-%m-%dT%H:%M:%S.%f')`)} END`;
}

const valueCell = (value: string, style: number = styles.plain): string =>
  `'<c${style === styles.plain ? '' : ` s="${style}"`}><v>' || CAST(${value} AS VARCHAR) || '</v></c>'`;

const textCell = (text: string): string => `'<c t="inlineStr"><is><t xml:space="preserve">' || ${xml(text)} || '</t></is></c>'`;

/** The pieces of a long text after its first, each behind the column's name. */
function rest(name: string): string {
  const column = identifier(name);
  const numbers = `range(1, CAST(ceil(length(${column}) / ${piece}.0) AS BIGINT))`;
  const named = textCell(`'${name.replaceAll("'", "''")}'`);
  const pieces = `list_transform(${numbers}, lambda part: ${named} || ${textCell(`substr(${column}, part * ${piece} + 1, ${piece})`)})`;
  return `CASE WHEN strlen(${column}) > ${cellCharacters} THEN array_to_string(${pieces}, '') ELSE '' END`;
}

/** TRICKY: what looks like such a mark gets its underscore written as one, and so do its neighbours: marks may overlap. */
function xml(text: string): string {
  const literal = `CASE WHEN regexp_matches(${text}, '_x[0-9A-Fa-f]{4}_') THEN replace(${text}, '_x', '_x005F_x') ELSE ${text} END`;
  const marked = `replace(replace(replace(replace(${literal}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), chr(10), '&#10;')`;
  const each = `list_transform(string_split(${marked}, ''), lambda one: CASE WHEN regexp_matches(one, '${forbidden}') THEN printf('_x%04X_', ord(one)) ELSE one END)`;
  return `CASE WHEN regexp_matches(${text}, '${forbidden}') THEN array_to_string(${each}, '') ELSE ${marked} END`;
}

/** Characters that XML 1.0 cannot say, and the carriage return, which it would turn into a line feed. */
const forbidden = '[\\x00-\\x08\\x0b-\\x1f\\x{FFFE}\\x{FFFF}]';
const mark = (code: number): string => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;

/** A text of ours as a cell, by the same rules. */
export function sheetText(text: string, style: number = styles.plain): string {
  const safe = text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '&#10;')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (one) => mark(one.charCodeAt(0)));
  return `<c t="inlineStr"${style === styles.plain ? '' : ` s="${style}"`}><is><t xml:space="preserve">${safe}</t></is></c>`;
}
