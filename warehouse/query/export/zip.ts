import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive; its bytes are asked for when its turn comes. */
export interface ZipEntry {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  /** May be longer than 4 GiB, which spreadsheets do not take. */
  isLarge?: boolean;
}

/** 1 January 1980: an archive says nothing about when it was made, so that the same files give the same bytes. */
const stamp = 0x0021_0000;
const most = 0xffff_ffff;
/** Bit 3: lengths come after the bytes; bit 11: names are UTF-8. */
const flags = 0x0808;

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  length: number;
  offset: number;
  isLarge: boolean;
}

/** A ZIP archive (APPNOTE 6.3.10) as its files are made: deflated, in flat memory, ZIP64 where it must be. */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, bytes, isLarge = false } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, length: 0, offset, isLarge };
    const head = Buffer.concat([localHeader(entry), entry.name, ...(isLarge ? [largeField([0n, 0n])] : [])]);
    yield head;
    for await (const part of deflated(bytes, entry)) {
      entry.packed += part.length;
      yield part;
    }
    if (!isLarge && Math.max(entry.packed, entry.length) > most) throw new Error(`${name} is longer than an archive can say`);
    const end = descriptor(entry);
    yield end;
    offset += head.length + entry.packed + end.length;
    written.push(entry);
  }
  yield directory(written, offset);
}

async function* deflated(bytes: AsyncIterable<Uint8Array>, entry: Written): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 2, chunkSize: 1 << 16 });
  const feeding = pipeline(async function* () {
    for await (const part of bytes) {
      entry.crc = crc32(part, entry.crc);
      entry.length += part.length;
      yield part;
    }
  }, deflate);
  feeding.catch(() => undefined);
  for await (const part of deflate) yield part as Uint8Array;
  await feeding;
}

function localHeader({ name, isLarge }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(isLarge ? 45 : 20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(stamp, 10);
  if (isLarge) header.fill(0xff, 18, 26);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(isLarge ? 20 : 0, 28);
  return header;
}

function descriptor({ crc, packed, length, isLarge }: Written): Buffer {
  const end = Buffer.alloc(isLarge ? 24 : 16);
  end.writeUInt32LE(0x0807_4b50, 0);
  end.writeUInt32LE(crc, 4);
  if (isLarge) {
    end.writeBigUInt64LE(BigInt(packed), 8);
    end.writeBigUInt64LE(BigInt(length), 16);
  } else {
    end.writeUInt32LE(packed, 8);
    end.writeUInt32LE(length, 12);
  }
  return end;
}

/** The extra field for lengths and places that need 64 bits. */
function largeField(numbers: readonly bigint[]): Buffer {
  const field = Buffer.alloc(4 + numbers.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(numbers.length * 8, 2);
  numbers.forEach((number, at) => field.writeBigUInt64LE(number, 4 + at * 8));
  return field;
}

function directory(entries: readonly Written[], start: number): Buffer {
  const central = Buffer.concat(entries.flatMap(centralHeader));
  const isLarge = start + central.length > most || entries.length > 0xfffe;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : entries.length, 8);
  end.writeUInt16LE(isLarge ? 0xffff : entries.length, 10);
  end.writeUInt32LE(isLarge ? most : central.length, 12);
  end.writeUInt32LE(isLarge ? most : start, 16);
  return Buffer.concat([central, ...(isLarge ? [largeEnd(entries.length, central.length, start)] : []), end]);
}

function centralHeader({ name, crc, packed, length, offset, isLarge }: Written): Buffer[] {
  const numbers = [...(isLarge ? [BigInt(length), BigInt(packed)] : []), ...(offset > most ? [BigInt(offset)] : [])];
  const extra = numbers.length > 0 ? largeField(numbers) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(numbers.length > 0 ? 45 : 20, 4);
  header.writeUInt16LE(numbers.length > 0 ? 45 : 20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt32LE(stamp, 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(isLarge ? most : packed, 20);
  header.writeUInt32LE(isLarge ? most : length, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(Math.min(offset, most), 42);
  return [header, name, extra];
}

function largeEnd(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x0606_4b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x0706_4b50, 56);
  end.writeBigUInt64LE(BigInt(start + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
