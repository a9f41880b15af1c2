import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DeliveryReport, LandingProgress, LandingReport } from '#ingest/land.ts';
import { landRecorded } from '#ingest/land-recorded.ts';
import { loadMapping } from '#ingest/mapping.ts';
import { retryRejections } from '#ingest/retry.ts';
import { runFeeds } from '#ingest/run-feeds.ts';
import { createSampleHome, writeSample, type SampleProgress } from '#ingest/sample/index.ts';
import { buildKnown, type KnownReport } from '#warehouse/build-known.ts';
import { readConfig } from '#warehouse/config.ts';
import { knownInstant } from '#warehouse/query/known.ts';
import { buildShown, UsageError, type Setting } from './setting.ts';
import type { Progress } from './terminal.ts';

export interface BuildOptions {
  knownAt?: string;
  out?: string;
  full?: boolean;
}

export async function buildCommand(setting: Setting, { knownAt, out, full }: BuildOptions): Promise<void> {
  if (knownAt && !out)
    throw new UsageError('build --known-at needs --out FILE: what was known then is not published over what is known now');
  const report = await buildShown(setting, { knownAt, out: out && resolve(out), incremental: full ? false : undefined });
  for (const { name, offendingCount, description } of report.checks) {
    if (offendingCount > 0) setting.terminal.warn(`${name}: ${offendingCount} rows — ${description}`);
  }
  const { status, buildId, file, knownAt: known, asOf, isIncremental, seconds } = report;
  setting.terminal.print([
    { status, build: buildId, known_at: known, data_to: asOf, incremental: isIncremental, seconds: Number(seconds.toFixed(1)), file }
  ]);
}

/** Builds what was known on a day, and keeps it beside the published warehouse. */
export async function knownCommand(setting: Setting, _options: object, [day]: string[]): Promise<void> {
  const { status, instant, loadIds, file } = await makeKnown(setting, day!);
  setting.terminal.print([{ status, known_on: instant, loads: loadIds.length, file }]);
}

export async function makeKnown({ home, now, terminal }: Setting, day: string): Promise<KnownReport> {
  const progress = terminal.progress('build');
  const report = await buildKnown(home, knownInstant(day, readConfig(home).zone), now(), ({ step, index, count, share }) =>
    progress.update((index + share) / count, step)
  );
  progress.done(`${report.status} ${report.key}`);
  return report;
}

export interface IngestOptions {
  mapping?: string;
  feed: string;
  retry?: string;
  build: boolean;
}

export async function ingestCommand(setting: Setting, options: IngestOptions, files: string[]): Promise<void> {
  const reports = await landed(setting, options, files);
  const deliveries = reports.flatMap((report) => report.deliveries);
  setting.terminal.print(deliveries.map(line));
  for (const delivery of deliveries) tell(setting, delivery);
  if (options.build && deliveries.some(({ outcome }) => outcome === 'landed')) await buildShown(setting);
  if (deliveries.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
}

async function landed(setting: Setting, { mapping, feed, retry }: IngestOptions, files: string[]): Promise<LandingReport[]> {
  const { home, now, terminal } = setting;
  if (files.length === 0 && !retry) return landFeeds(setting);
  if (retry && !mapping) throw new UsageError('ingest --retry needs --mapping NAME: the corrected mapping');
  if (!mapping) throw new UsageError('ingest: name a mapping with --mapping; `plimsoll doctor FILE` says which one fits, or drafts one');
  if (!existsSync(home.config)) beginHome(setting, mapping);
  const progress = terminal.progress('landing');
  const onProgress = watch(progress);
  const reports: LandingReport[] = [];
  if (retry) reports.push(await retryRejections({ home, loadId: retry, mapping, now: now(), onProgress }));
  for (const file of files) reports.push(await landRecorded({ home, path: resolve(file), mapping, feed, now, onProgress }));
  progress.done();
  return reports;
}

/** A home's first load writes down the zone in which days and months are counted, so that nobody has to guess it. */
function beginHome({ home, terminal }: Setting, mapping: string): void {
  const zone = loadMapping(mapping, home).columns.get('opened_at')?.zone ?? 'UTC';
  mkdirSync(home.root, { recursive: true });
  writeFileSync(home.config, `organisation: Organisation\nzone: ${zone} # days, months and hours are counted in it\nfeeds: []\n`);
  terminal.say(`new home ${home.root}: days are counted in ${zone}; correct it and the name in plimsoll.yaml, then plimsoll build`);
}

async function landFeeds({ home, now, terminal }: Setting): Promise<LandingReport[]> {
  const progress = terminal.progress('landing');
  const runs = await runFeeds({ home, now, isForced: true, onProgress: watch(progress) });
  progress.done();
  for (const run of runs) {
    for (const file of run.unsettled) terminal.warn(`${run.feed}: ${file} is still being written; it is taken up at the next run`);
    if (run.error) throw new Error(`feed ${run.feed}: ${run.error}`);
  }
  return runs.flatMap((run) => run.reports);
}

const watch =
  (progress: Progress) =>
  ({ stage, file, share }: LandingProgress): void =>
    progress.update(share, `${file} ${stage}`);

const line = ({ file, outcome, type, mapping, rows, loadId }: DeliveryReport) => ({
  file,
  outcome,
  type,
  mapping: mapping.name,
  ...rows,
  load: loadId
});

function tell({ terminal }: Setting, { file, refusal, warnings, rows, firstRejections, unmapped, loadId }: DeliveryReport): void {
  if (refusal) terminal.warn(refusal);
  for (const warning of warnings) terminal.warn(`${file}: ${warning}`);
  if (unmapped.length > 0) terminal.say(`${file}: columns not used: ${unmapped.join(', ')}`);
  if (rows.rejected === 0) return;
  terminal.warn(
    `${file}: ${rows.rejected} of ${rows.in} rows rejected; after mending the mapping: plimsoll ingest --retry ${loadId} --mapping NAME`
  );
  for (const { line: at, column, value, reason } of firstRejections)
    terminal.say(`  line ${at}, ${column ?? 'row'} "${value ?? ''}": ${reason}`);
}

export interface SampleOptions {
  folder?: string;
  incidents?: number;
  seed?: number;
}

export async function sampleCommand(setting: Setting, { folder, ...options }: SampleOptions): Promise<void> {
  if (!folder) return makeSampleHome(setting, options);
  const progress = setting.terminal.progress('sample');
  const truth = await writeSample({ folder: resolve(folder), ...options, onProgress: sampleWatch(progress) });
  progress.done();
  setting.terminal.print(Object.entries(truth.rows).map(([table, rows]) => ({ table, rows })));
}

/** A new home with the made-up organisation: definitions and a full inbox. */
export async function makeSampleHome({ home, terminal }: Setting, options: Pick<SampleOptions, 'incidents' | 'seed'> = {}): Promise<void> {
  const progress = terminal.progress('sample');
  const truth = await createSampleHome({ home: home.root, ...options, onProgress: sampleWatch(progress) });
  progress.done();
  terminal.say(`made the sample of ${truth.organisation} in ${home.root}`);
}

const sampleWatch =
  (progress: Progress) =>
  ({ step, done, total }: SampleProgress): void =>
    progress.update(total > 0 ? done / total : undefined, step);
