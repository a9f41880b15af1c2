import { typeName } from '../../columnar.ts';
import { identifier, type Connection, type Values } from '../../connection.ts';

/** What a cell of an export is, whatever the format. `local` is a date and time in the reporting zone, `instant` is UTC. */
export type CellKind = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'instant' | 'local';

export interface ExportColumn {
  name: string;
  kind: CellKind;
}

/** The rows of an export with every column brought to one of the kinds. */
export interface TypedRows {
  sql: string;
  columns: ExportColumn[];
}

const kinds: Readonly<Record<string, CellKind>> = {
  VARCHAR: 'text',
  BOOLEAN: 'boolean',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  UTINYINT: 'integer',
  USMALLINT: 'integer',
  UINTEGER: 'integer',
  FLOAT: 'number',
  DOUBLE: 'number',
  DECIMAL: 'number',
  DATE: 'date',
  TIMESTAMP: 'local',
  'TIMESTAMP WITH TIME ZONE': 'instant'
};

/**
 * A statement with its columns brought to the kinds that every format can say: enumerations and lists are text, decimals are
 * floating point, whole numbers beyond 64 bits are text, and what is not finite is nothing.
 */
export async function typedRows(connection: Connection, sql: string, values: Values): Promise<TypedRows> {
  const described = await connection.all<{ column_name: string; column_type: string }>(`DESCRIBE ${sql}`, values);
  const columns = described.map(({ column_name: name, column_type: type }) => ({ name, kind: kinds[typeName(type)] ?? 'text' }));
  const cells = described.map(
    ({ column_name, column_type }) => `${typed(identifier(column_name), column_type)} AS ${identifier(column_name)}`
  );
  return { sql: `SELECT ${cells.join(', ')} FROM (${sql})`, columns };
}

function typed(column: string, type: string): string {
  switch (typeName(type)) {
    case 'VARCHAR[]':
      return `array_to_string(${column}, '; ')`;
    case 'FLOAT':
    case 'DOUBLE':
    case 'DECIMAL':
      // TRICKY: adding zero makes minus zero zero, which half of the formats cannot say.
      return `CASE WHEN isfinite(CAST(${column} AS DOUBLE)) THEN CAST(${column} AS DOUBLE) + 0.0 END`;
    case 'DATE':
    case 'TIMESTAMP':
    case 'TIMESTAMP WITH TIME ZONE':
      return `CASE WHEN isfinite(${column}) THEN ${column} END`;
    default:
      return kinds[typeName(type)] && kinds[typeName(type)] !== 'text' ? column : `CAST(${column} AS VARCHAR)`;
  }
}

/** Date and time of a column as SQL: ISO 8601, in milliseconds where that is all of it, else in microseconds. */
export function isoSql(column: string, kind: 'instant' | 'local'): string {
  if (kind === 'instant') {
    const utc = `timezone('UTC', ${column})`;
    return `CASE WHEN epoch_us(${column}) % 1000 = 0 THEN strftime(${utc}, '%Y-%m-%dT%H:%M:%S.%gZ') ELSE strftime(${utc}, '%Y-%m-%dT%H:%M:%S.%fZ') END`;
  }
  const isMinute = `epoch_us(${column}) % 60000000 = 0`;
  return `CASE WHEN ${isMinute} THEN strftime(${column}, '%Y-%m-%dT%H:%M') ELSE strftime(${column}, '%Y-%m-%dT%H:%M:%S.%f') END`;
}
