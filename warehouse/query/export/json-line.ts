import { identifier } from '../../connection.ts';
import { isoSql, type ExportColumn } from './column.ts';

/** One row as one JSON object on one line. Whole numbers have all their digits; nothing is null. */
export function jsonLine(columns: readonly ExportColumn[]): string {
  const members = columns.map((column, at) => `'${at === 0 ? '{' : ','}${keyOf(column.name)}:' || ${json(column)}`);
  return members.length === 0 ? `'{}'` : `${members.join(' || ')} || '}'`;
}

const keyOf = (name: string): string => JSON.stringify(name).replaceAll("'", "''");

function json({ name, kind }: ExportColumn): string {
  const column = identifier(name);
  if (kind === 'text') return `coalesce(CAST(to_json(${column}) AS VARCHAR), 'null')`;
  if (kind === 'integer' || kind === 'number' || kind === 'boolean') return `coalesce(CAST(${column} AS VARCHAR), 'null')`;
  return `coalesce('"' || ${kind === 'date' ? `CAST(${column} AS VARCHAR)` : isoSql(column, kind)} || '"', 'null')`;
}
