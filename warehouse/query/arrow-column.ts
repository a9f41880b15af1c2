import * as arrow from 'apache-arrow';
import { enumMembers, typeName, type ColumnSlice, type Numbers } from '../columnar.ts';
import type { EngineType } from '../connection.ts';

type NumbersMaker = new (length: number) => Numbers;

/** How engine types look in Arrow when their memory is the same: copied whole. */
const wholesale: Readonly<Record<string, { type: () => arrow.DataType; array: NumbersMaker }>> = {
  TINYINT: { type: () => new arrow.Int8(), array: Int8Array },
  SMALLINT: { type: () => new arrow.Int16(), array: Int16Array },
  INTEGER: { type: () => new arrow.Int32(), array: Int32Array },
  BIGINT: { type: () => new arrow.Int64(), array: BigInt64Array },
  UTINYINT: { type: () => new arrow.Uint8(), array: Uint8Array },
  USMALLINT: { type: () => new arrow.Uint16(), array: Uint16Array },
  UINTEGER: { type: () => new arrow.Uint32(), array: Uint32Array },
  UBIGINT: { type: () => new arrow.Uint64(), array: BigUint64Array },
  FLOAT: { type: () => new arrow.Float32(), array: Float32Array },
  DOUBLE: { type: () => new arrow.Float64(), array: Float64Array },
  DATE: { type: () => new arrow.DateDay(), array: Int32Array },
  TIMESTAMP: { type: () => new arrow.TimestampMicrosecond(), array: BigInt64Array },
  'TIMESTAMP WITH TIME ZONE': { type: () => new arrow.TimestampMicrosecond('UTC'), array: BigInt64Array }
};

/** Collects one column, chunk by chunk, into one piece of Arrow memory. */
export interface ArrowColumn {
  append(slice: ColumnSlice): void;
  finish(): arrow.Data;
}

/** A collector for a column of the engine. Enumerations and texts that repeat become dictionaries, unless they may not. */
export function arrowColumn(type: EngineType, { dictionaries = true } = {}): ArrowColumn {
  const name = typeName(type);
  const same = wholesale[name];
  if (same) return numberColumn(same.type(), same.array);
  if (name === 'ENUM') return enumColumn(enumMembers(type)!);
  if (name === 'BOOLEAN') return booleanColumn();
  return dictionaries ? textColumn() : flatTextColumn();
}

function numberColumn(type: arrow.DataType, array: NumbersMaker): ArrowColumn {
  const values = growing(array);
  const valid = validity();
  return {
    append(slice) {
      values.append(known(slice));
      valid.append(slice);
    },
    finish: () => makeData({ type, length: values.length, data: values.finish(), ...valid.finish() })
  };
}

/** Values of a column; those under nothing are zero, since what the engine holds there is chance, or other rows. */
function known({ numbers, valid, length }: ColumnSlice): Numbers {
  if (!valid) return numbers!;
  const clean = numbers!.slice(0, length);
  const zero = clean instanceof BigInt64Array || clean instanceof BigUint64Array ? 0n : 0;
  for (let row = 0; row < length; row++) if (!((valid[row >> 3]! >> (row & 7)) & 1)) clean.fill(zero as never, row, row + 1);
  return clean;
}

function enumColumn(members: readonly string[]): ArrowColumn {
  const values = growing(Int32Array);
  const valid = validity();
  return {
    append(slice) {
      values.append(Int32Array.from(known(slice) as Uint8Array));
      valid.append(slice);
    },
    finish: () => dictionaryData(values.finish() as Int32Array, members, valid.finish())
  };
}

function booleanColumn(): ArrowColumn {
  const values = growing(Uint8Array);
  const valid = validity();
  return {
    append(slice) {
      values.append(Uint8Array.from({ length: slice.length }, (_, row) => (slice.item(row) === true ? 1 : 0)));
      valid.append(slice);
    },
    finish() {
      const bits = new Uint8Array(Math.ceil(values.length / 8));
      values.finish().forEach((value, row) => (bits[row >> 3]! |= Number(value) << (row & 7)));
      return makeData({ type: new arrow.Bool(), length: values.length, data: bits, ...valid.finish() });
    }
  };
}

/** After so many rows it is settled whether a text repeats enough to be a dictionary. */
const sampled = 8192;

/** Text, and everything that only has a text form (lists, decimals as written). */
function textColumn(): ArrowColumn {
  const valid = validity();
  const dictionary = dictionaryText();
  let plain: PlainText | undefined;
  return {
    append(slice) {
      valid.append(slice);
      if (plain) return plain.append(slice);
      dictionary.append(slice);
      if (dictionary.rows >= sampled && dictionary.distinct * 2 > dictionary.rows) plain = dictionary.toPlain();
    },
    finish: () => (plain ?? dictionary).finish(valid.finish())
  };
}

function flatTextColumn(): ArrowColumn {
  const valid = validity();
  const text = plainText([]);
  return {
    append(slice) {
      valid.append(slice);
      text.append(slice);
    },
    finish: () => text.finish(valid.finish())
  };
}

interface PlainText {
  append(slice: ColumnSlice): void;
  finish(nulls: Nulls): arrow.Data;
}

function dictionaryText() {
  const indices = growing(Int32Array);
  const seen = new Map<string, number>();
  return {
    get rows() {
      return indices.length;
    },
    get distinct() {
      return seen.size;
    },
    append(slice: ColumnSlice): void {
      const chunk = new Int32Array(slice.length);
      for (let row = 0; row < slice.length; row++) {
        const text = textOf(slice, row);
        if (text === undefined) chunk[row] = -1;
        else chunk[row] = seen.get(text) ?? (seen.set(text, seen.size), seen.size - 1);
      }
      indices.append(chunk);
    },
    toPlain(): PlainText {
      const texts = [...seen.keys()];
      return plainText(Array.from(indices.finish() as Int32Array, (index) => texts[index] ?? ''));
    },
    finish: (nulls: Nulls): arrow.Data => {
      const rows = (indices.finish() as Int32Array).map((index) => Math.max(index, 0));
      return dictionaryData(rows, [...seen.keys()], nulls);
    }
  };
}

function plainText(texts: string[]): PlainText {
  return {
    append(slice) {
      for (let row = 0; row < slice.length; row++) texts.push(textOf(slice, row) ?? '');
    },
    finish: (nulls) => textData(texts, nulls)
  };
}

function textOf(slice: ColumnSlice, row: number): string | undefined {
  const value = slice.item(row);
  return value === null ? undefined : String(value);
}

function dictionaryData(indices: Int32Array, members: readonly string[], nulls: Nulls): arrow.Data {
  const dictionary = new arrow.Vector([textData(members, { nullCount: 0 })]) as arrow.Vector<arrow.Utf8>;
  const type = new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32());
  return makeData({ type, length: indices.length, data: indices, dictionary, ...nulls });
}

/** Arrow's text: all bytes in a row and where each text ends. */
function textData(texts: readonly string[], nulls: Nulls): arrow.Data {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(texts.length + 1);
  let bytes = new Uint8Array(1024 + texts.length * 16);
  let end = 0;
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row]!;
    if (end + text.length * 3 > bytes.length) bytes = enlarged(bytes, end + text.length * 3);
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    offsets[row + 1] = end;
  }
  return makeData({ type: new arrow.Utf8(), length: texts.length, valueOffsets: offsets, data: bytes.subarray(0, end), ...nulls });
}

function enlarged(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, least));
  larger.set(bytes);
  return larger;
}

interface Nulls {
  nullCount: number;
  nullBitmap?: Uint8Array;
}

/** Arrow's own maker is typed per kind of column; here the kind is only known at run time. */
const makeData = arrow.makeData as unknown as (parts: Record<string, unknown>) => arrow.Data;

/** Bits of "has a value": copied whole while chunks end on a byte, bit by bit otherwise; none are kept while all rows have one. */
function validity() {
  const bits = growing(Uint8Array);
  let rows = 0;
  let nulls = 0;
  const ones = (length: number): Uint8Array => new Uint8Array(Math.ceil(length / 8)).fill(255);
  return {
    append({ length, valid }: ColumnSlice): void {
      const chunk = valid ? valid.slice(0, Math.ceil(length / 8)) : ones(length);
      if (length & 7) chunk[chunk.length - 1]! &= (1 << (length & 7)) - 1;
      nulls += valid ? length - countBits(chunk) : 0;
      if ((rows & 7) === 0) bits.append(chunk);
      else appendShifted(bits, chunk, rows & 7, Math.ceil((rows + length) / 8));
      rows += length;
    },
    finish: (): Nulls => (nulls === 0 ? { nullCount: 0 } : { nullCount: nulls, nullBitmap: bits.finish() as Uint8Array })
  };
}

function appendShifted(bits: Growing, chunk: Uint8Array, shift: number, bytes: number): void {
  const last = bits.length - 1;
  const before = bits.finish() as Uint8Array;
  before[last]! |= (chunk[0]! << shift) & 255;
  const rest = new Uint8Array(bytes - bits.length);
  for (let at = 0; at < rest.length; at++) rest[at] = (chunk[at]! >> (8 - shift)) | ((chunk[at + 1] ?? 0) << shift);
  bits.append(rest);
}

function countBits(bytes: Uint8Array): number {
  let count = 0;
  for (let byte of bytes) for (; byte; byte &= byte - 1) count++;
  return count;
}

interface Growing {
  readonly length: number;
  append(numbers: Numbers): void;
  /** What there is so far, without a copy. */
  finish(): Numbers;
}

function growing(array: NumbersMaker): Growing {
  let memory = new array(2048);
  let length = 0;
  return {
    get length() {
      return length;
    },
    append(numbers) {
      if (length + numbers.length > memory.length) {
        const larger = new array(Math.max(memory.length * 2, length + numbers.length));
        larger.set(memory.subarray(0, length) as never);
        memory = larger;
      }
      memory.set(numbers as never, length);
      length += numbers.length;
    },
    finish: () => memory.subarray(0, length)
  };
}
