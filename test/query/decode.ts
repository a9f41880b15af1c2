import { tableFromIPC, Type, type Vector } from 'apache-arrow';
import type { Answer, AnswerFrame, Datum } from '#warehouse/query/answer.ts';

/** Reads an Arrow answer back into rows as `answer` gives them. As a client of the interface would. */
export function decodeAnswer(bytes: Uint8Array): Answer {
  const table = tableFromIPC(bytes);
  const frame = JSON.parse(table.schema.metadata.get('plimsoll') ?? '{"columns":[]}') as AnswerFrame;
  const columns = frame.columns.map(({ name, unit }) => ({ name, read: readerOf(table.getChild(name)!, unit) }));
  const rows = Array.from({ length: table.numRows }, (_, row) => Object.fromEntries(columns.map(({ name, read }) => [name, read(row)])));
  return { ...frame, rows };
}

function readerOf(vector: Vector, unit: string): (row: number) => Datum {
  const isDate = vector.type.typeId === Type.DateDay || vector.type.typeId === Type.Date;
  const isInstant = vector.type.typeId === Type.Timestamp || vector.type.typeId === Type.TimestampMicrosecond;
  if (isDate || isInstant) return (row) => isoText(vector.get(row) as number | Date | null, isDate ? 10 : unit === 'instant' ? 16 : 24);
  return (row) => {
    const value: unknown = vector.get(row);
    return typeof value === 'bigint' ? Number(value) : ((value ?? null) as Datum);
  };
}

const isoText = (value: number | Date | null, length: number): string | null =>
  value === null ? null : new Date(value).toISOString().slice(0, length);
