import type { Chunk, EngineType } from './connection.ts';

export type Numbers =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** One column of a chunk. `numbers` is there for fixed-width types and for enumerations, whose members are numbered. */
export interface ColumnSlice {
  length: number;
  numbers?: Numbers;
  /** One bit per row, least significant first, set = has a value; absent when every row has one. */
  valid?: Uint8Array;
  item(row: number): unknown;
}

/** TRICKY: the driver keeps its typed arrays in fields it calls private; they are the only way to copy a column whole. */
interface DriverVector {
  itemCount: number;
  items?: unknown;
  dataView?: DataView;
  validity?: { data: BigUint64Array | null; offset: number };
  getItem(row: number): unknown;
}

/** A column of a chunk as the engine holds it. Valid only until the next chunk is fetched: copy what you keep. */
export function columnSlice(chunk: Chunk, column: number): ColumnSlice {
  const vector = chunk.getColumnVector(column) as unknown as DriverVector;
  const bits = vector.validity?.data;
  const numbers = ArrayBuffer.isView(vector.items) && !(vector.items instanceof DataView) ? (vector.items as Numbers) : undefined;
  return {
    length: chunk.rowCount,
    ...(numbers ? { numbers } : {}),
    ...(bits ? { valid: new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength) } : {}),
    item: (row) => vector.getItem(row)
  };
}

/** Name of a type without its parameters: `ENUM`, `DECIMAL`, `TIMESTAMP WITH TIME ZONE`. */
export const typeName = (type: EngineType | string): string => String(type).replace(/\(.*/s, '');

/** Members of an enumeration in the order of their numbers; nothing for other types. */
export const enumMembers = (type: EngineType): readonly string[] | undefined =>
  'values' in type ? (type.values as readonly string[]) : undefined;
