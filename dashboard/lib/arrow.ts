import { DataType, tableFromIPC } from 'apache-arrow';
import type { Datum, Row, Table } from '#dashboard/charts/table.ts';
import type { AnswerColumn } from '#warehouse/query/query.ts';

/** An answer, or why there is none: `isRefusal` when the question cannot be asked, else a fault with the id of its log line. */
export interface Fetched {
  table?: Table;
  problem?: { message: string; id?: string; isRefusal: boolean };
}

/** Fetches an answer as Arrow. @throws when the network fails or the signal stops it */
export async function fetchTable(address: string, signal: AbortSignal): Promise<Fetched> {
  const response = await fetch(address, { signal });
  if (!response.ok) return { problem: await problemOf(response) };
  if (response.headers.get('content-type')?.includes('json')) return { table: (await response.json()) as Table };
  // TRICKY: the buffer first; tableFromIPC over an aborted response never settles.
  const buffer = await response.arrayBuffer();
  return { table: readTable(new Uint8Array(buffer)) };
}

async function problemOf(response: Response): Promise<NonNullable<Fetched['problem']>> {
  const body = (await response.json().catch(() => ({}))) as { message?: string; error?: { message?: string }; id?: string };
  const message = body.message ?? body.error?.message ?? `The server answered ${response.status}.`;
  return { message, id: body.id, isRefusal: response.status === 400 };
}

/** Arrow bytes as rows. What a column is comes with the schema's metadata. */
export function readTable(bytes: Uint8Array): Table {
  const arrow = tableFromIPC(bytes);
  const columns = columnsIn(arrow.schema);
  const readers = arrow.schema.fields.map((field, at) => ({ name: field.name, type: field.type, vector: arrow.getChildAt(at) }));
  const rows: Row[] = [];
  for (let at = 0; at < arrow.numRows; at += 1) {
    rows.push(Object.fromEntries(readers.map(({ name, type, vector }) => [name, datumOf(vector?.get(at), type)])));
  }
  return { columns, rows };
}

function columnsIn(schema: { metadata: Map<string, string>; fields: { name: string; metadata: Map<string, string> }[] }): AnswerColumn[] {
  return schema.fields.map((field) => {
    const said = Object.fromEntries(field.metadata) as unknown as Omit<AnswerColumn, 'name'>;
    return { ...said, name: field.name, label: said.label ?? field.name, kind: said.kind ?? 'dimension', unit: said.unit ?? 'text' };
  });
}

function datumOf(value: unknown, type: DataType): Datum {
  if (value === null || value === undefined) return null;
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) return new Date(Number(value)).toISOString();
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}
