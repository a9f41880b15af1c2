import * as arrow from 'apache-arrow';
import { columnSlice } from '../columnar.ts';
import type { Connection, Values } from '../connection.ts';
import { cached, frameOf } from './answer.ts';
import { arrowColumn } from './arrow-column.ts';
import { refuseLong } from './limits.ts';
import type { Patience } from './patience.ts';
import type { Query } from './query.ts';
import type { Reader } from './reader.ts';

/** Key of the schema's metadata under which the answer's columns, period and build stand as JSON. */
export const frameKey = 'plimsoll';

/**
 * Answers a question as an Arrow IPC stream: one record batch, built from whole columns of the engine. Counts are 64-bit
 * integers, dates are dates; the schema's metadata carries what `answer` says beside its rows.
 * @throws as `answer`
 */
export async function answerArrow(reader: Reader, query: Query, patience?: Patience): Promise<Uint8Array> {
  return cached(reader, 'arrow', query, patience, async (connection, compiled, build) => {
    const frame = JSON.stringify(frameOf(compiled, build));
    const value = await arrowOf(connection, compiled.sql, compiled.values, new Map([[frameKey, frame]]), (rows) => refuseLong(rows, query));
    return { value, bytes: value.byteLength };
  });
}

/** The rows of a statement as an Arrow IPC stream. @param check told how many rows there are so far; may throw */
export async function arrowOf(
  connection: Connection,
  sql: string,
  values: Values,
  metadata?: Map<string, string>,
  check?: (rows: number) => void
): Promise<Uint8Array> {
  const stream = await connection.stream(sql, values);
  const columns = stream.columns.map(({ type }) => arrowColumn(type));
  let length = 0;
  for await (const chunk of stream.chunks) {
    columns.forEach((column, index) => column.append(columnSlice(chunk, index)));
    length += chunk.rowCount;
    check?.(length);
  }
  const children = columns.map((column) => column.finish());
  const fields = children.map((child, index) => new arrow.Field(stream.columns[index]!.name, child.type as arrow.DataType, true));
  const schema = new arrow.Schema(fields, metadata);
  const struct = arrow.makeData({ type: new arrow.Struct(fields), length, nullCount: 0, children });
  return arrow.tableToIPC(new arrow.Table(schema, [new arrow.RecordBatch(schema, struct)]), 'stream');
}
