import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose } from '#ingest/doctor/diagnose.ts';
import { parseMapping } from '#ingest/mapping.ts';
import { Refusal } from '#ingest/refusal.ts';
import { scratchFolder } from './fixture.ts';

const headerWord = fc.constantFrom(
  'ID',
  'Number',
  'Status',
  'State',
  'Opened',
  'Created at',
  'Priority',
  'Impact',
  'Team: [x]',
  "it's",
  '# odd',
  '- dash',
  'yes',
  'null',
  '1',
  'Größe, m',
  'a\nb',
  '"q"',
  '',
  'Comment',
  '{}',
  '&x',
  '*x',
  '!x',
  '%x',
  '@x',
  '`x`',
  'key: value',
  'Approval',
  'Severity',
  'Type',
  'Closed',
  '\uFEFFx'
);
const word = fc.constantFrom(
  '',
  'Open',
  'closed',
  '2026-03-01',
  '3/4/2026',
  '31/12/2026 10:00',
  '0',
  '1',
  '-1',
  '1,5',
  'P2',
  'yes',
  '?',
  'NULL',
  "o'clock",
  ': x',
  '# y',
  '[z',
  '{a: b}',
  '- b',
  'line\nbreak',
  '=1+1',
  '1e3',
  '~',
  'true',
  '日本',
  '1772323200000',
  '%d'
);
const table = fc
  .tuple(fc.array(headerWord, { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 25 }))
  .chain(([header, rows]) =>
    fc.tuple(
      fc.constant(header),
      fc.array(fc.array(word, { minLength: header.length, maxLength: header.length }), { minLength: rows, maxLength: rows })
    )
  );
const quoted = (row: readonly string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');

test('whatever a table holds, the doctor answers, and what it drafts is a mapping or says what is missing', async () => {
  const folder = scratchFolder();
  const path = join(folder, 'any.csv');
  await fc.assert(
    fc.asyncProperty(table, async ([header, rows]) => {
      writeFileSync(path, [header, ...rows].map(quoted).join('\n') + '\n');
      try {
        const [diagnosis] = await diagnose(path, { scratch: folder, isDraftWanted: true });
        expect(diagnosis!.records).toBeLessThanOrEqual(rows.length);
        const mapping = parseMapping(diagnosis!.mapping.text!, 'any.yaml');
        expect(mapping.columns.size).toBeGreaterThan(0);
        if (diagnosis!.result) expect(diagnosis!.result.accepted + diagnosis!.result.rejected).toBe(diagnosis!.records);
        else expect(diagnosis!.warnings.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof Refusal)) throw new Error(`${(error as Error).message}\n${quoted(header)}`, { cause: error });
      }
    }),
    { numRuns: 15, endOnFailure: true }
  );
});
