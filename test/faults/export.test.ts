import { afterAll, beforeAll, expect, test } from 'vitest';
import { formats } from '#warehouse/query/negotiate.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { bytesOf, hostile, manifestOf, readBack } from '#test/query/export-case.ts';
import { makeFixture, type Fixture } from '#test/query/fixture.ts';

let fixture: Fixture;
let reader: Reader;
beforeAll(async () => {
  fixture = await makeFixture();
  reader = await openReader(fixture.home);
});
afterAll(() => {
  reader.close();
  fixture.remove();
});

/** The readers of this test take a file whole, as one text; a workbook of so many rows is longer than a text may be. */
const rows = 1_000_000;

test.each(formats.filter((format) => format !== 'xlsx'))('%s of a million rows equals the query', async (format) => {
  const source = hostile(rows);
  const manifest = await manifestOf(reader, source);
  const bytes = await bytesOf(reader, source, format);
  expect(await readBack(reader, format, bytes, manifest, fixture.home.root)).toEqual({ rows, checksum: manifest.checksum });
});
