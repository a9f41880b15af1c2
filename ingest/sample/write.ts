import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessGrant, accessRow } from './access.ts';
import { alertCount, alertPayloads } from './alerts.ts';
import { changeRow } from './change-rows.ts';
import { fileNames } from './headers.ts';
import { resolveOptions, type WriteOptions } from './options.ts';
import { problemRow } from './problem-rows.ts';
import { Random } from './random.ts';
import { campaignsOf, reviewRow, reviewsOf } from './recertification.ts';
import { request, requestCount, requestRow } from './requests.ts';
import { each, sampleFiles, Sheets, type Report, type SampleFile } from './sheets.ts';
import { Ledger, type Truth } from './truth.ts';
import { writeIncidents } from './write-incidents.ts';
import { world as layOut, type World } from './world.ts';

async function writeRequests(world: World, sheets: Sheets, ledger: Ledger, late: number, report: Report): Promise<void> {
  if (!sheets.has('sc_req_item', 'access', 'recertification')) return;
  const random = new Random(world.options.seed);
  const campaigns = campaignsOf(world, late);
  await each('requests', requestCount(world), sheets, report, (index) => {
    const one = request(world, index, random);
    sheets.add('sc_req_item', requestRow(world, one, world.span.end));
    const grant = accessGrant(world, one, late, random);
    if (!grant) return;
    sheets.add('access', accessRow(one, grant));
    const reviews = reviewsOf(one, grant, campaigns, late, random);
    ledger.review(grant, reviews);
    for (const review of reviews) sheets.add('recertification', reviewRow(grant, review));
  });
}

async function writeOthers(world: World, sheets: Sheets, report: Report): Promise<void> {
  const { end } = world.span;
  const random = new Random(world.options.seed);
  if (sheets.has('problem'))
    await each('problems', world.problems.all.length, sheets, report, (index) => {
      const problem = world.problems.all[index];
      if (problem) sheets.add('problem', problemRow(world, problem, end, random));
    });
  if (sheets.has('change_request'))
    await each('changes', world.changes.count, sheets, report, (index) => {
      sheets.add('change_request', changeRow(world, world.changes.change(index, random), end, random));
    });
  if (sheets.has('alerts'))
    await each('alerts', alertCount(world), sheets, report, (index) => {
      for (const line of alertPayloads(world, index, end, random)) sheets.add('alerts', line);
    });
}

/** Newest instant that the late deliveries know of. */
export const lateEnd = (world: World): number => world.stories.find((story) => story.id === 'late-feed')?.from ?? world.span.end;

/** Writes the rows of a sample under chosen file names; `writeSample` and `createSampleHome` differ only in those. */
export async function writeFiles(
  folder: string,
  names: Partial<Record<SampleFile, string>>,
  given: Omit<WriteOptions, 'folder'>
): Promise<Truth> {
  const world = layOut(resolveOptions(given));
  const ledger = new Ledger(world);
  const report = given.onProgress ?? (() => {});
  await mkdir(folder, { recursive: true });
  const sheets = await Sheets.create(folder, names);
  try {
    await writeIncidents(world, sheets, ledger, lateEnd(world), report);
    await writeRequests(world, sheets, ledger, lateEnd(world), report);
    await writeOthers(world, sheets, report);
  } finally {
    await sheets.close();
  }
  return ledger.truth(sheets.rows);
}

/**
 * Writes the exports of a made-up organisation into a folder (made if needed), with `truth.json` beside them; existing files of the
 * same names are replaced. Streams: memory stays flat at any size. The same options give the same bytes everywhere. Answers the truth.
 */
export async function writeSample(options: WriteOptions): Promise<Truth> {
  const wanted = new Set<SampleFile>(options.only ?? sampleFiles);
  const names = Object.fromEntries(sampleFiles.filter((table) => wanted.has(table)).map((table) => [table, fileNames[table]]));
  const truth = await writeFiles(options.folder, names, options);
  await writeFile(join(options.folder, fileNames.truth), JSON.stringify(truth, undefined, 2) + '\n');
  return truth;
}
