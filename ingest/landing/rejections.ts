import { open } from 'node:fs/promises';
import { literal, type Connection } from '#warehouse/connection.ts';
import { rawRecords } from '../readers/records.ts';
import type { Scan } from '../readers/scan-file.ts';
import type { Misshapen, ScanRules } from '../readers/scanner.ts';
import type { Rejection } from './report.ts';
import { pathPattern } from './source.ts';
import type { Verdict } from './stage.ts';

const shown = 10;

export interface RejectionRequest {
  /** The text as delivered (UTF-8), in which lines and raw records are looked up. */
  path: string;
  rules: ScanRules;
  scan: Scan;
  /** What the mapping rejected, by position among the well-formed records. */
  verdicts: AsyncIterable<Verdict[]>;
  /** Line in the original delivery of a record, when the text is only its rejected rows. */
  lineOf?: (record: number) => number;
  /** Scratch file to write. */
  to: string;
}

/** A zero byte cannot stand in what is written; this sign stands for it. */
export const zeroSign = '␀';

/**
 * Writes one JSON line per rejected row, in order of the delivery: rows of another shape and rows that the mapping rejected.
 * @returns how many, and the first ten
 */
export async function collectRejections(request: RejectionRequest): Promise<{ count: number; first: Rejection[] }> {
  const target = await open(request.to, 'w');
  const first: Rejection[] = [];
  let count = 0;
  try {
    for await (const faults of inOrder(request)) {
      let text = '';
      for (const rejection of withRaw(request, faults)) {
        if (first.length < shown) first.push(rejection);
        count++;
        text += `${JSON.stringify(rejection)}\n`;
      }
      await target.write(text);
    }
  } finally {
    await target.close();
  }
  return { count, first };
}

interface Fault {
  record: number;
  column: string | null;
  value: string | null;
  reason: string;
}

/** Merges both kinds of faults by record number. A verdict's position leaves out the misshapen records before it. */
async function* inOrder({ verdicts, scan, rules }: RejectionRequest): AsyncGenerator<Fault[]> {
  const { misshapen } = scan;
  let next = 0;
  for await (const page of verdicts) {
    const faults: Fault[] = [];
    for (const { position, column_name: column, value, reason } of page) {
      while (next < misshapen.length && misshapen[next]!.record <= position + next) faults.push(shapeFault(misshapen[next++]!, rules));
      faults.push({ record: position + next, column, value, reason });
    }
    yield faults;
  }
  yield misshapen.slice(next).map((found) => shapeFault(found, rules));
}

function shapeFault({ record, fault, width }: Misshapen, rules: ScanRules): Fault {
  return { record, column: null, value: null, reason: shapeReason(fault, width, rules.width) };
}

function shapeReason(fault: Misshapen['fault'], width: number, wanted: number): string {
  if (fault === 'cut') return 'the file ends inside a quoted cell of this row: it was cut, or a quote is not closed';
  if (fault === 'zero byte') return `the row holds a zero byte (shown as ${zeroSign})`;
  if (fault === 'encoding') return 'the row holds bytes that are no UTF-8 (shown as \uFFFD) while the file is UTF-8';
  return `the row has ${width} ${width === 1 ? 'cell' : 'cells'}, the header ${wanted}`;
}

function* withRaw({ path, rules, scan, lineOf }: RejectionRequest, faults: Fault[]): Generator<Rejection> {
  let index = 0;
  for (const { record, line, raw } of rawRecords(
    path,
    rules,
    scan.checkpoints,
    faults.map((fault) => fault.record)
  )) {
    const { column, value, reason } = faults[index++]!;
    yield { line: lineOf ? lineOf(record) : line, column, value, reason, raw: raw.replaceAll('\0', zeroSign) };
  }
}

/** Writes the collected rejections as `rejections.parquet`. */
export async function writeRejections(connection: Connection, from: string, to: string, longestRaw: number): Promise<void> {
  const columns = "{'line': 'BIGINT', 'column': 'VARCHAR', 'value': 'VARCHAR', 'reason': 'VARCHAR', 'raw': 'VARCHAR'}";
  const size = Math.max(16 << 20, longestRaw * 8);
  await connection.run(
    `COPY (SELECT * FROM read_json(${pathPattern(from)}, format = 'newline_delimited', columns = ${columns}, maximum_object_size = ${size}))
     TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`
  );
}
