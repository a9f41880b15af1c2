import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { landFile } from '#ingest/land.ts';
import { createSampleHome, type Truth } from '#ingest/sample/index.ts';
import { fileNames, mappings, type SampleTable } from '#ingest/sample/headers.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import { buildAt } from '#test/warehouse/built.ts';

/** The sample organisation, landed from its files, built, and opened. */
export interface SampleWorld {
  home: Home;
  truth: Truth;
  reader: Reader;
  /** Rows of a delivered file as Papa Parse reads them: nothing of the product has touched them. */
  rows(table: SampleTable): Record<string, string>[];
  close(): void;
}

export async function sampleWorld(incidents: number): Promise<SampleWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-catalogue-'));
  const home = homeAt(join(folder, 'home'));
  const truth = await createSampleHome({ home: home.root, incidents });
  const files = readdirSync(home.inbox);
  const pathOf = (table: keyof typeof mappings): string =>
    join(
      home.inbox,
      files.find((file) => new RegExp(`^${fileNames[table].split('.')[0]}_2`).test(file))!
    );
  for (const [minute, table] of (Object.keys(mappings) as (keyof typeof mappings)[]).entries()) {
    const now = new Date(Date.UTC(2026, 9, 31, 18, minute));
    const { deliveries } = await landFile({ home, path: pathOf(table), mapping: mappings[table], now });
    const rejected = deliveries.reduce((sum, { rows }) => sum + (rows?.rejected ?? 0), 0);
    if (rejected > 0) throw new Error(`${table}: ${rejected} rows were rejected`);
  }
  await buildAt(home);
  const reader = await openReader(home);
  return {
    home,
    truth,
    reader,
    rows: (table) => Papa.parse<Record<string, string>>(readFileSync(pathOf(table), 'utf8'), { header: true, skipEmptyLines: true }).data,
    close: () => {
      reader.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
