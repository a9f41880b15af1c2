import { compileMapping, type CompiledMapping } from '#ingest/compile-mapping.ts';
import { gatherEvidence } from '#ingest/doctor/evidence.ts';
import { parseMapping, type Mapping } from '#ingest/mapping.ts';
import { literal, openDatabase, type Connection, type Row } from '#warehouse/connection.ts';

/** A mapping of an incident with the columns given beside the two that must be there. */
export function incidentMapping(columns: string, top = ''): Mapping {
  const lines = columns.split('\n').filter((line) => line.trim() !== '');
  return parseMapping(
    [
      'name: test/incident',
      'version: 1',
      'type: incident',
      ...top.split('\n').filter(Boolean),
      'columns:',
      '  record_id: id',
      '  opened_at: { from: opened, format: iso }',
      ...lines
    ].join('\n'),
    'test.yaml'
  );
}

const constants = { id: 'A-1', opened: '2026-03-01 08:00:00' };

/** Reads cells of one column `x` through a mapping, as landing would: value and verdict of each. */
export async function readCells(
  mapping: Mapping,
  column: string,
  cells: readonly (string | null)[]
): Promise<{ value: unknown; reason: string | null }[]> {
  const rows = await mapRows(
    mapping,
    ['id', 'opened', 'x'],
    cells.map((cell) => [constants.id, constants.opened, cell])
  );
  return rows.map((row) => ({ value: row[column], reason: (row.rejection as { reason: string } | null)?.reason ?? null }));
}

/** Maps whole rows. Instants come as `Date`. */
export async function mapRows(mapping: Mapping, header: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<Row[]> {
  return withDelivery(header, rows, async (connection) => {
    const compiled = compileMapping(mapping, header, await gatherEvidence(connection, mapping, header));
    return connection.all(selectOf(compiled));
  });
}

export const selectOf = ({ columns, rejection, source }: CompiledMapping): string =>
  `SELECT ${columns.map(({ name, expression }) => `${expression} AS ${name}`).join(', ')}, ${rejection} AS rejection FROM ${source}`;

export async function withDelivery<T>(
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  work: (connection: Connection) => Promise<T>
): Promise<T> {
  const database = await openDatabase(':memory:');
  try {
    return await database.with(async (connection) => {
      await connection.run(`CREATE TABLE delivery (${header.map((_, index) => `c${index} VARCHAR`).join(', ')})`);
      const tuples = rows.map((row) => `(${row.map((cell) => (cell === null ? 'NULL' : literal(cell))).join(', ')})`);
      if (tuples.length > 0) await connection.run(`INSERT INTO delivery VALUES ${tuples.join(', ')}`);
      return work(connection);
    });
  } finally {
    database.close();
  }
}
