import * as arrow from 'apache-arrow';
import { columnSlice } from '../../columnar.ts';
import { arrowColumn } from '../arrow-column.ts';
import { frameKey } from '../arrow.ts';
import type { ExportJob } from './job.ts';

/** Rows of a record batch, about. */
const batchRows = 65_536;
/** End of stream: a continuation mark and no length. */
const endBytes = 8;

/**
 * An Arrow IPC stream, batch after batch. The schema comes first, so that its metadata holds the manifest without row count
 * and checksum; those are to be had beside it.
 */
export async function* writeArrow(job: ExportJob): AsyncGenerator<Uint8Array> {
  const metadata = new Map([[frameKey, JSON.stringify(job.manifest)]]);
  const stream = await job.chunks();
  const fresh = () => stream.columns.map(({ type }) => arrowColumn(type, { dictionaries: false }));
  let columns = fresh();
  let length = 0;
  const bytesOf = (): Uint8Array => {
    const children = columns.map((column) => column.finish());
    const fields = children.map((child, index) => new arrow.Field(stream.columns[index]!.name, child.type as arrow.DataType, true));
    const schema = new arrow.Schema(fields, metadata);
    const struct = arrow.makeData({ type: new arrow.Struct(fields), length, nullCount: 0, children });
    columns = fresh();
    length = 0;
    return arrow.tableToIPC(new arrow.Table(schema, [new arrow.RecordBatch(schema, struct)]), 'stream');
  };
  const empty = bytesOf();
  const schemaBytes = schemaLength(empty);
  yield empty.subarray(0, schemaBytes);
  // TRICKY: without dictionaries every batch stands for itself, so that batches of several streams make one stream.
  const batch = (): Uint8Array => bytesOf().subarray(schemaBytes, -endBytes);
  for await (const chunk of stream.chunks) {
    columns.forEach((column, index) => column.append(columnSlice(chunk, index)));
    length += chunk.rowCount;
    if (length >= batchRows) yield batch();
  }
  if (length > 0) yield batch();
  yield empty.subarray(-endBytes);
}

/** Length of the first message, its prefix of eight bytes included. */
const schemaLength = (stream: Uint8Array): number => 8 + new DataView(stream.buffer, stream.byteOffset).getInt32(4, true);
