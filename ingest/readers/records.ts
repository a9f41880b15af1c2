import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Scanner, type Checkpoint, type ScanRules } from './scanner.ts';

/** A physical record as it stands in the delivery, without its line end. */
export interface RawRecord {
  record: number;
  /** 1-based physical line where it begins. */
  line: number;
  raw: string;
}

/**
 * Fetches the text of some records from their file, block by block from the nearest checkpoint.
 * @param wanted record numbers, ascending
 */
export function* rawRecords(
  path: string,
  rules: ScanRules,
  checkpoints: readonly Checkpoint[],
  wanted: Iterable<number>
): Generator<RawRecord> {
  const handle = openSync(path, 'r');
  try {
    const size = fstatSync(handle).size;
    let block = -1;
    let records = new Map<number, RawRecord>();
    for (const record of wanted) {
      const at = blockOf(checkpoints, record, Math.max(block, 0));
      if (at !== block) {
        block = at;
        records = readBlock(handle, rules, checkpoints[at]!, checkpoints[at + 1]?.offset ?? size);
      }
      const found = records.get(record);
      if (!found) throw new Error(`record ${record} of ${path} is not where it was counted`);
      yield found;
    }
  } finally {
    closeSync(handle);
  }
}

function blockOf(checkpoints: readonly Checkpoint[], record: number, from: number): number {
  let at = from;
  while (at + 1 < checkpoints.length && checkpoints[at + 1]!.record <= record) at++;
  return at;
}

function readBlock(handle: number, rules: ScanRules, checkpoint: Checkpoint, end: number): Map<number, RawRecord> {
  const length = end - checkpoint.offset;
  const buffer = Buffer.alloc(length + 1);
  for (let read = 0; read < length;) {
    const count = readSync(handle, buffer, read, length - read, checkpoint.offset + read);
    if (count === 0) break;
    read += count;
  }
  const records = new Map<number, RawRecord>();
  const text = (start: number, stop: number) => buffer.toString('utf8', start - checkpoint.offset, stop - checkpoint.offset);
  const scanner = new Scanner(
    rules,
    (record, start, stop, line) => records.set(record, { record, line, raw: text(start, stop) }),
    checkpoint
  );
  scanner.push(buffer, 0, length);
  scanner.finish();
  return records;
}
