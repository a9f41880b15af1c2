import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from '#warehouse/home.ts';
import { openRegister, type Register } from '#warehouse/register/register.ts';
import { claimRun, findRun, finishRun, type Run } from '#warehouse/register/runs.ts';
import { latestSlot } from '#warehouse/register/schedule-slots.ts';
import { isSeen, rememberFile } from '#warehouse/register/seen-files.ts';
import { folderOf, readFeeds, type Feed } from './feeds.ts';
import { summaryOf } from './land-recorded.ts';
import { landFile, type LandRequest, type LandingReport } from './land.ts';
import { loadMapping } from './mapping.ts';
import { plainName } from './readers/plain-name.ts';

export interface FeedRunRequest {
  home: Home;
  /** Called whenever an instant is needed: a run may take long. */
  now: () => Date;
  /** Names; default all feeds of the home. */
  feeds?: readonly string[];
  /** Runs feeds whose slot has run already, or that have no schedule. */
  isForced?: boolean;
  onProgress?: LandRequest['onProgress'];
  /** Called once after all feeds when a load has landed: time for a build. */
  onLanded?: (reports: LandingReport[]) => void | Promise<void>;
  /** Between the two looks that tell a growing file; default one second. */
  settleMilliseconds?: number;
}

export interface FeedRun {
  feed: string;
  /** `done`, `failed`, or why it did not run now. */
  state: 'done' | 'failed' | 'not due' | 'running elsewhere';
  slot?: string;
  reports: LandingReport[];
  /** Files that were still being written. */
  unsettled: string[];
  error?: string;
}

/**
 * Runs each feed whose schedule was due since it last ran, once, whatever the number of slots missed: what counts is what lies in the
 * folder. Files stay where they are and are never changed; a file is taken up when its size, time or mapping is another than
 * when it was last taken up, and is not growing. Links are passed over.
 */
export async function runFeeds(request: FeedRunRequest): Promise<FeedRun[]> {
  const { home, feeds: names } = request;
  const { zone, feeds } = readFeeds(home);
  const unknown = names?.find((name) => !feeds.some((feed) => feed.name === name));
  if (unknown !== undefined)
    throw new Error(`no feed "${unknown}" in ${home.config}; known are ${feeds.map(({ name }) => name).join(', ')}`);
  const register = openRegister(home);
  try {
    const runs: FeedRun[] = [];
    for (const feed of feeds.filter(({ name }) => names?.includes(name) ?? true)) runs.push(await runFeed(request, register, feed, zone));
    const reports = runs.flatMap((run) => run.reports);
    if (reports.some(({ deliveries }) => deliveries.some(({ outcome }) => outcome === 'landed'))) await request.onLanded?.(reports);
    return runs;
  } finally {
    register.close();
  }
}

const jobOf = (feed: Feed): string => `feed:${feed.name}`;

async function runFeed(request: FeedRunRequest, register: Register, feed: Feed, zone: string): Promise<FeedRun> {
  const slot = dueSlot(request, register, feed, zone);
  if (slot === undefined) return idle(feed, 'not due');
  const claim = claimRun(register, jobOf(feed), slot, request.now());
  if (!claim.isClaimed) return { ...idle(feed, claim.because === 'slot is done' ? 'not due' : 'running elsewhere'), slot };
  return execute(request, register, feed, claim.run);
}

const idle = (feed: Feed, state: FeedRun['state']): FeedRun => ({ feed: feed.name, state, reports: [], unsettled: [] });

function dueSlot({ now, isForced }: FeedRunRequest, register: Register, feed: Feed, zone: string): string | undefined {
  if (isForced) return `manual ${now().toISOString()}`;
  const slot = feed.schedule && latestSlot(feed.schedule, zone, now());
  if (!slot) return undefined;
  const before = findRun(register, jobOf(feed), slot);
  return before && before.state !== 'interrupted' && before.state !== 'running' ? undefined : slot;
}

async function execute(request: FeedRunRequest, register: Register, feed: Feed, run: Run): Promise<FeedRun> {
  const result: FeedRun = { feed: feed.name, state: 'done', slot: run.slot, reports: [], unsettled: [] };
  try {
    await takeUp(request, register, feed, result);
    if (result.reports.some(({ deliveries }) => deliveries.some(({ outcome }) => outcome === 'refused'))) result.state = 'failed';
  } catch (error) {
    result.state = 'failed';
    result.error = (error as Error).message;
  }
  finishRun(
    register,
    run,
    result.state === 'done' ? 'done' : 'failed',
    { ...summaryOf(result.reports), unsettled: result.unsettled, error: result.error },
    request.now()
  );
  return result;
}

async function takeUp(request: FeedRunRequest, register: Register, feed: Feed, result: FeedRun): Promise<void> {
  const { home, now, onProgress } = request;
  const mapping = loadMapping(feed.mapping, home);
  const found = listFiles(folderOf(home, feed), feed.files).filter(
    ({ name, bytes, modifiedMs }) => !isSeen(register, { feed: feed.name, name, bytes, modifiedMs, mappingSha256: mapping.sha256 })
  );
  if (found.length === 0) return;
  await pause(request.settleMilliseconds ?? 1000);
  const settled = new Map(listFiles(folderOf(home, feed), feed.files).map((file) => [file.name, file]));
  for (const file of found) {
    const again = settled.get(file.name);
    if (again?.bytes !== file.bytes || again.modifiedMs !== file.modifiedMs) {
      result.unsettled.push(plainName(file.name));
      continue;
    }
    const path = join(folderOf(home, feed), file.name);
    const report = await landFile({ home, path, mapping, feed: feed.name, now: now(), onProgress });
    result.reports.push(report);
    const outcome = report.deliveries.map((delivery) => delivery.outcome).join(', ');
    rememberFile(register, { feed: feed.name, ...file, mappingSha256: mapping.sha256, outcome }, now());
  }
}

interface FoundFile {
  name: string;
  bytes: number;
  modifiedMs: number;
}

/** Plain files of a folder whose names fit, oldest first, so that longer deliveries come after the shorter ones. */
function listFiles(folder: string, pattern: string): FoundFile[] {
  const fits = nameMatcher(pattern);
  if (!existsSync(folder)) throw new Error(`the folder ${folder} does not exist: make it, or correct \`folder\` of the feed`);
  return readdirSync(folder)
    .filter((name) => fits.test(name) && !name.startsWith('.'))
    .map((name) => ({ name, stat: lstatSync(join(folder, name), { throwIfNoEntry: false }) }))
    .flatMap(({ name, stat }) => (stat?.isFile() ? [{ name, bytes: stat.size, modifiedMs: stat.mtimeMs }] : []))
    .sort((a, b) => a.modifiedMs - b.modifiedMs || (a.name < b.name ? -1 : 1));
}

/** A pattern of file names as an expression: `*`, `?`, `[abc]`, `[!abc]`. */
export function nameMatcher(pattern: string): RegExp {
  const source = pattern.replaceAll(/\[!?[^\]]+\]|[\s\S]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (part.length > 1) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return part.replace(/[.+^${}()|[\]\\]/, '\\$&');
  });
  return new RegExp(`^${source}$`, 'su');
}
