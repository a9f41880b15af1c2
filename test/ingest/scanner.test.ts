import fc from 'fast-check';
import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cutTail, invalidOffsets } from '#ingest/readers/encoding.ts';
import { Fingerprint } from '#ingest/readers/fingerprint.ts';
import { defaultLimits } from '#ingest/readers/limits.ts';
import { Scanner, type ScanRules } from '#ingest/readers/scanner.ts';

const rules: ScanRules = { delimiter: 44, isCr: false, skipLines: 0, width: 3, limits: defaultLimits };
const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '\0', '\uFEFF', 'é'), maxLength: 40 });
const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 });

/** Scans in pieces of the given sizes, over and over. */
function scan(content: string, sizes: readonly number[]) {
  const bytes = Buffer.from(content);
  const records: { record: number; raw: string; line: number }[] = [];
  const scanner = new Scanner(rules, (record, start, end, line) => records.push({ record, raw: bytes.toString('utf8', start, end), line }));
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const piece = bytes.subarray(at, at + sizes[index % sizes.length]!);
    const room = new Uint8Array(piece.length + 1);
    room.set(piece);
    scanner.push(room, 0, piece.length);
    at += piece.length;
  }
  scanner.finish();
  const { blankLines, lines, irregularQuotes, looseReturns, strayMarks, misshapen, widestRecord, headerEnd } = scanner;
  return { records, blankLines, lines, irregularQuotes, looseReturns, strayMarks, misshapen, widestRecord, headerEnd };
}

describe('the scanner', () => {
  it('finds the same whatever pieces it is given', () => {
    fc.assert(
      fc.property(text, cuts, (content, sizes) => {
        expect(scan(`h,i,j\n${content}`, sizes)).toEqual(scan(`h,i,j\n${content}`, [1000]));
      }),
      { numRuns: 500 }
    );
  });

  it('counts the records that Papa Parse counts, where quotes close', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' '), maxLength: 6 });
    const quoted = cell.map((value) => `"${value.replaceAll('"', '""')}"`);
    const bare = fc.string({ unit: fc.constantFrom('a', '"', ' ', 'b'), maxLength: 5 }).filter((value) => !value.startsWith('"'));
    const rows = fc.array(fc.array(fc.oneof(quoted, bare), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, cuts, (table, sizes) => {
        const content = `h,i,j\n${table.map((row) => row.join(',')).join('\n')}\n`;
        const parsed = Papa.parse<string[]>(content, { delimiter: ',', newline: '\n', quoteChar: '"' }).data.slice(1, -1);
        const { records, misshapen } = scan(content, sizes);
        expect(records.length).toBe(parsed.length);
        expect(misshapen.map(({ record, width }) => [record, width])).toEqual(
          parsed.flatMap((row, index) => (row.length === 3 ? [] : [[index, row.length]]))
        );
      }),
      { numRuns: 500 }
    );
  });

  it('tells the line where each record begins', () => {
    const { records } = scan('h,i,j\n1,"a\nb\n",x\n\n2,,\r\n3,"",\n', [3]);
    expect(records.map(({ line, raw }) => [line, raw])).toEqual([
      [2, '1,"a\nb\n",x'],
      [6, '2,,'],
      [7, '3,"",']
    ]);
  });
});

describe('the fingerprint', () => {
  it('notices when it passes the whole of an earlier delivery, in any pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 60 }), cuts, fc.nat(50), (bytes, sizes, at) => {
        const sha256 = (part: Uint8Array) => createHash('sha256').update(part).digest('hex');
        const prefix = bytes.subarray(0, 1 + (at % (bytes.length - 1)));
        const fingerprint = new Fingerprint([
          { bytes: 2, sha256: 'other' },
          { bytes: prefix.length, sha256: sha256(prefix) }
        ]);
        for (let from = 0, index = 0; from < bytes.length; index++) {
          const size = sizes[index % sizes.length]!;
          fingerprint.update(bytes.subarray(from, from + size));
          from += size;
        }
        expect([fingerprint.beginsWith, fingerprint.bytes, fingerprint.digest()]).toEqual([[sha256(prefix)], bytes.length, sha256(bytes)]);
      })
    );
  });
});

describe('UTF-8', () => {
  it('is cut where a character ends', () => {
    expect(['a', 'é', '漢', '😀'].map((character) => cutTail(Buffer.from(`x${character}`)))).toEqual([0, 0, 0, 0]);
    expect(['é', '漢', '😀'].map((character) => cutTail(Buffer.from(`x${character}`).subarray(0, -1)))).toEqual([1, 2, 3]);
  });
  it('breaks where a byte begins no character', () => {
    expect(invalidOffsets(Buffer.from([0x61, 0xc3, 0xa9, 0xff, 0xc3, 0x61, 0xe6]), 10)).toEqual([3, 4, 6]);
  });
});
