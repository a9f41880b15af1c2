import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { landFile } from '#ingest/land.ts';
import { createSampleHome, type Truth } from '#ingest/sample/index.ts';
import { fileNames, mappings, type SampleTable } from '#ingest/sample/headers.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { madeOnce } from '#test/once.ts';
import { buildAt } from '#test/warehouse/built.ts';

/** The sample organisation, landed from its files and built: for reading only, since files of a run share it. */
export interface SampleWorld {
  home: Home;
  truth: Truth;
  /** The published build's file. */
  file: string;
  /** Rows of a delivered file as Papa Parse reads them: nothing of the product has touched them. */
  rows(table: SampleTable): Record<string, string>[];
}

const pathOf = ({ inbox }: Home, table: keyof typeof mappings): string =>
  join(
    inbox,
    readdirSync(inbox).find((file) => new RegExp(`^${fileNames[table].split('.')[0]}_2`).test(file))!
  );

/** Large enough for every story, and for enough hand-overs, reopenings and breaches. */
export async function sampleWorld(incidents = 1500): Promise<SampleWorld> {
  const home = homeAt(await madeOnce(`sample-${incidents}`, (folder) => make(homeAt(folder), incidents)));
  return {
    home,
    truth: JSON.parse(readFileSync(join(home.root, fileNames.truth), 'utf8')) as Truth,
    file: currentBuild(home)!.path,
    rows: (table) =>
      Papa.parse<Record<string, string>>(readFileSync(pathOf(home, table), 'utf8'), { header: true, skipEmptyLines: true }).data
  };
}

async function make(home: Home, incidents: number): Promise<void> {
  await createSampleHome({ home: home.root, incidents });
  for (const [minute, table] of (Object.keys(mappings) as (keyof typeof mappings)[]).entries()) {
    const now = new Date(Date.UTC(2026, 9, 31, 18, minute));
    const { deliveries } = await landFile({ home, path: pathOf(home, table), mapping: mappings[table], now });
    for (const { outcome, rows } of deliveries)
      if (outcome !== 'landed' || rows.rejected > 0) throw new Error(`${table}: ${outcome}, ${rows.rejected} rows were rejected`);
  }
  await buildAt(home);
}
