import { execFile } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClosedManifest } from '#warehouse/query/export/manifest.ts';
import { formats, type Format } from '#warehouse/query/negotiate.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { manifestOf, narrow, readBack } from '#test/query/export-case.ts';
import { makeFixture, type Fixture } from '#test/query/fixture.ts';

const rows = 1_000_000;
const few = 200_000;
/** MiB that five times the rows may take beyond what the first take: buffers and the engine's own, but no rows. */
const slack = 250;
const most = 900;

let fixture: Fixture;
let reader: Reader;
let manifest: ClosedManifest;
beforeAll(async () => {
  fixture = await makeFixture();
  reader = await openReader(fixture.home);
  manifest = await manifestOf(reader, narrow(rows));
});
afterAll(() => {
  reader.close();
  fixture.remove();
});

const child = join(import.meta.dirname, 'export-child.ts');
async function madeApart(format: Format, count: number, file: string): Promise<{ peak: number; seconds: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [child, fixture.home.root, format, String(count), file]);
  return JSON.parse(stdout) as { peak: number; seconds: number };
}

test.each(formats)('%s of a million rows equals the query, in flat memory', async (format) => {
  const file = join(fixture.home.root, `many.${format}`);
  const small = await madeApart(format, few, file);
  const large = await madeApart(format, rows, file);
  const bytes = readFileSync(file);
  const words = `${rows} rows in ${large.seconds} s, ${Math.round(statSync(file).size / 2 ** 20)} MiB; peak ${large.peak} MiB`;
  console.log(`${format}: ${words} (${few} rows: ${small.peak} MiB)`);
  rmSync(file);
  expect(await readBack(reader, format, bytes, manifest, fixture.home.root)).toEqual({ rows, checksum: manifest.checksum });
  expect(large.peak).toBeLessThan(Math.min(most, small.peak + slack));
});
