import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { homeAt } from '#warehouse/home.ts';
import { definitionSchemas } from '#warehouse/service-levels/json-schema.ts';
import { definitionFiles, proposalFiles } from './definitions.ts';
import { fileNames, mappings } from './headers.ts';
import { parseInstant, day, iso } from './instants.ts';
import { resolveOptions, type SampleOptions, type WriteOptions } from './options.ts';
import { organisationName, reportingZone } from './organisation.ts';
import { sampleFiles, type SampleFile } from './sheets.ts';
import { lateDays, lateTables } from './stories/late-feed.ts';
import type { Truth } from './truth.ts';
import { writeFiles } from './write.ts';

export interface HomeOptions extends Omit<WriteOptions, 'folder'> {
  /** Root of the home folder; made if needed. */
  home: string;
}

/** `incident_20261031.csv`: the date of the delivery in the name; late feeds come from some days before. */
function deliveryName(table: SampleFile, options: SampleOptions): string {
  const isLate = (lateTables as readonly string[]).includes(table);
  const date = iso(parseInstant(options.end) - (isLate ? lateDays * day : 0))
    .slice(0, 10)
    .replaceAll('-', '');
  const [base = '', ending = ''] = fileNames[table].split('.');
  return `${base}_${date}.${ending}`;
}

/** Feeds by table; `2*` in the pattern keeps `incident_…` and `incident_audit_log_…` apart. */
function feeds(): Record<string, string>[] {
  return sampleFiles.map((table) => {
    const [base = '', ending = ''] = fileNames[table].split('.');
    return {
      name: base.replaceAll('_', '-'),
      folder: 'inbox',
      files: `${base}_2*.${ending}`,
      mapping: mappings[table],
      schedule: '*/15 * * * *',
      expect_every: '1d'
    };
  });
}

function refuseUnlessEmpty(root: string): void {
  const found = existsSync(root) ? readdirSync(root) : [];
  if (found.length > 0)
    throw new Error(
      `${root} is not empty (${found.slice(0, 3).join(', ')}): a sample is only written to a new home. Name another folder with --home.`
    );
}

/**
 * Makes a fresh home of the made-up organisation: `plimsoll.yaml`, definitions, and one delivery of every table in the inbox, with
 * `truth.json` at the root. It is written beside its place and renamed into it, so it is there wholly or not at all. Throws where the
 * home holds anything: nothing is ever overwritten.
 */
export async function createSampleHome({ home, ...given }: HomeOptions): Promise<Truth> {
  const options = resolveOptions(given);
  const { root } = homeAt(home);
  refuseUnlessEmpty(root);
  const draft = homeAt(`${root}.unfinished`);
  await rm(draft.root, { recursive: true, force: true });
  await mkdir(draft.definitions, { recursive: true });
  for (const [name, text] of Object.entries({ ...definitionFiles, ...definitionSchemas() }))
    await writeFile(join(draft.definitions, name), text);
  for (const [name, text] of Object.entries(proposalFiles)) {
    const file = join(draft.definitions, 'proposals', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const names = Object.fromEntries(sampleFiles.map((table) => [table, deliveryName(table, options)]));
  const truth = await writeFiles(draft.inbox, names, given);
  await writeFile(join(draft.root, fileNames.truth), JSON.stringify(truth, undefined, 2) + '\n');
  await writeFile(draft.config, stringify({ organisation: organisationName, zone: reportingZone, feeds: feeds() }, { singleQuote: true }));
  if (existsSync(root)) await rmdir(root);
  await rename(draft.root, root);
  return truth;
}
