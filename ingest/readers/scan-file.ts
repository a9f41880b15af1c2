import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { cutTail, invalidOffsets, isDamagedUtf8 } from './encoding.ts';
import { Fingerprint, type Beginning } from './fingerprint.ts';
import { Scanner, type Checkpoint, type Misshapen, type ScanRules } from './scanner.ts';

/** What one look at every byte of a text tells. Plain data, so that it can come from a worker thread. */
export interface Scan {
  bytes: number;
  sha256: string;
  /** Hashes of earlier deliveries with which this one begins. */
  beginsWith: string[];
  /** Physical records after the header, blank lines left out. */
  records: number;
  blankLines: number;
  lines: { lf: number; crlf: number; cr: number };
  irregularQuotes: number;
  firstIrregularLine: number;
  looseReturns: number;
  strayMarks: number;
  widestRecord: number;
  /** The last line has no line end. */
  endsOpen: boolean;
  misshapen: Misshapen[];
  misshapenCount: number;
  checkpoints: Checkpoint[];
  oversize?: { line: number; cell: number; bytes: number; isRecord: boolean };
  /** The text is not UTF-8 but another encoding; it was not read to its end. */
  isOtherEncoding: boolean;
}

export interface ScanRequest {
  path: string;
  rules: ScanRules;
  earlier: Beginning[];
}

const chunkBytes = 1 << 20;
/** Room before a chunk for the bytes of a character that the chunk before cut. */
const room = 4;

/** Reads a UTF-8 file once: record count, shape, hash, validity of the text. Blocks its thread; see `scanApart` for large files. */
export function scanFile({ path, rules, earlier }: ScanRequest): Scan {
  const fingerprint = new Fingerprint(earlier);
  const scanner = new Scanner(rules);
  const buffer = new Uint8Array(room + chunkBytes + 1);
  const handle = openSync(path, 'r');
  let isOtherEncoding = false;
  try {
    const utf8 = new Utf8Watch(scanner);
    for (;;) {
      const count = readSync(handle, buffer, room, chunkBytes, null);
      const chunk = buffer.subarray(room, room + count);
      if (!utf8.watch(buffer, count)) {
        isOtherEncoding = true;
        break;
      }
      if (count === 0) break;
      fingerprint.update(chunk);
      if (!scanner.push(buffer, room, room + count)) break;
    }
  } finally {
    closeSync(handle);
  }
  if (!scanner.oversize && !isOtherEncoding) scanner.finish();
  const { records, blankLines, lines, irregularQuotes, firstIrregularLine, looseReturns, strayMarks, widestRecord } = scanner;
  const { misshapen, misshapenCount, checkpoints, oversize, endsOpen } = scanner;
  return {
    bytes: fingerprint.bytes,
    sha256: fingerprint.digest(),
    beginsWith: fingerprint.beginsWith,
    records,
    blankLines,
    lines,
    irregularQuotes,
    firstIrregularLine,
    looseReturns,
    strayMarks,
    widestRecord,
    endsOpen,
    misshapen,
    misshapenCount,
    checkpoints,
    oversize,
    isOtherEncoding
  };
}

/** Follows the validity of UTF-8 over chunks and tells the scanner where it breaks. */
class Utf8Watch {
  private readonly scanner: Scanner;
  private carried = 0;
  private offset = 0;
  private hasSeenCharacters = false;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  /** Looks at `count` bytes behind the room; 0 ends the text. False when the text is another encoding. */
  watch(buffer: Uint8Array, count: number): boolean {
    const from = room - this.carried;
    const start = this.offset - this.carried;
    const seen = buffer.subarray(from, room + count);
    const cut = count === 0 ? 0 : cutTail(seen);
    const text = seen.subarray(0, seen.length - cut);
    const isFine = isUtf8(text) || this.takeDamage(text, start);
    if (!this.hasSeenCharacters && !isAscii(text)) this.hasSeenCharacters = true;
    buffer.copyWithin(room - cut, room + count - cut, room + count);
    this.carried = cut;
    this.offset += count;
    return isFine;
  }

  private takeDamage(text: Uint8Array, start: number): boolean {
    if (!this.hasSeenCharacters && !isDamagedUtf8(text)) return false;
    for (const offset of invalidOffsets(text, Infinity)) this.scanner.invalid.push(start + offset);
    return true;
  }
}

/** SHA-256 of a file, hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const fingerprint = new Fingerprint();
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Uint8Array>) fingerprint.update(chunk);
  return fingerprint.digest();
}
