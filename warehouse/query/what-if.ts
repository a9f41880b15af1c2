import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../home.ts';
import { askWhatIf, listProposals, proposalFolder, ProposalError, readProposal, type WhatIfAnswer } from '../service-levels/what-if/ask.ts';
import type { Flip } from '../service-levels/what-if/listing.ts';
import type { Proposed } from '../service-levels/what-if/proposals.ts';
import { Admission } from './admission.ts';
import type { ExportSource } from './export/source.ts';
import type { Reader } from './reader.ts';
import { flipsSource, keepFlips } from './what-if-flips.ts';

export { listProposals };
export type { Flip, WhatIfAnswer };
export type { TargetSummary, Totals } from '../service-levels/what-if/totals.ts';

/** An answer that is kept: the first flips beside it, all of them in a file. */
export interface KeptAnswer extends WhatIfAnswer {
  first: Flip[];
}

/** How far the answer about a proposal is. */
export type WhatIfState =
  | { state: 'ready'; answer: KeptAnswer }
  | { state: 'running'; share: number; step: string }
  /** The definitions cannot be used, or the work failed: why, one line each. */
  | { state: 'refused'; lines: string[] };

const shownAtMost = 500;
const keptAnswers = 20;

interface Job {
  share: number;
  step: string;
  done: Promise<void>;
  failure?: string;
}

/** One comparison at a time beside the questions of the pages; the others wait. */
interface Desk {
  admission: Admission;
  jobs: Map<string, Job>;
}
const registry = Symbol.for('plimsoll.what-if');
function desk(): Desk {
  const holder = globalThis as { [registry]?: Desk };
  return (holder[registry] ??= { admission: new Admission(1, 8), jobs: new Map() });
}

/**
 * What the published clocks would be under a proposal of the home: at once where the answer is kept, else the work begins and goes on
 * whoever waits. Answers are kept by build and content of the definitions.
 * @param patience milliseconds to wait for work that has just begun
 * @returns undefined when there is no proposal of that name
 */
export async function whatIf(reader: Reader, name: string, patience: number): Promise<WhatIfState | undefined> {
  const { home } = reader;
  const found = read(home, name);
  if (!found || 'state' in found) return found;
  const folder = folderOf(home, reader.build.buildId, found);
  const kept = readKept(folder);
  if (kept) return { state: 'ready', answer: kept };
  const job = desk().jobs.get(folder) ?? begin(home, found, folder);
  await Promise.race([job.done, new Promise((resolve) => setTimeout(resolve, patience))]);
  if (job.failure !== undefined) {
    desk().jobs.delete(folder);
    return { state: 'refused', lines: job.failure.split('\n') };
  }
  const answer = readKept(folder);
  return answer ? { state: 'ready', answer } : { state: 'running', share: job.share, step: job.step };
}

/** All flips of a kept answer as something that can be exported; undefined until the answer is there. */
export function whatIfSource(reader: Reader, name: string): ExportSource | undefined {
  const found = read(reader.home, name);
  if (!found || 'state' in found) return undefined;
  const folder = folderOf(reader.home, reader.build.buildId, found);
  return readKept(folder) ? flipsSource(join(folder, flipsFile), name) : undefined;
}

const flipsFile = 'flips.ndjson';

function read(home: Home, name: string): Proposed | Extract<WhatIfState, { state: 'refused' }> | undefined {
  const folder = proposalFolder(home, name);
  if (!folder) return undefined;
  try {
    return readProposal(home, folder, `definitions/proposals/${name}`);
  } catch (error) {
    if (error instanceof ProposalError) return { state: 'refused', lines: error.message.split('\n') };
    throw error;
  }
}

const folderOf = (home: Home, buildId: string, { sha256 }: Proposed): string =>
  join(home.scratch, 'what-if', `${buildId}-${createHash('sha256').update(sha256).digest('hex').slice(0, 16)}`);

function readKept(folder: string): KeptAnswer | undefined {
  const file = join(folder, 'answer.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptAnswer) : undefined;
}

function begin(home: Home, proposed: Proposed, folder: string): Job {
  const job: Job = { share: 0, step: 'waiting', done: Promise.resolve() };
  job.done = work(home, proposed, folder, job)
    .then(() => void desk().jobs.delete(folder))
    .catch((error: unknown) => {
      job.failure = error instanceof Error ? error.message : String(error);
    });
  desk().jobs.set(folder, job);
  return job;
}

async function work(home: Home, proposed: Proposed, folder: string, job: Job): Promise<void> {
  const leave = await desk().admission.enter();
  const writing = `${folder}.writing`;
  try {
    rmSync(writing, { recursive: true, force: true });
    mkdirSync(writing, { recursive: true });
    const onProgress = (share: number, step: string): void => void Object.assign(job, { share, step });
    await askWhatIf({ home, proposed, onProgress }, (answer, flips) => writeAnswer(writing, answer, flips()));
    rmSync(folder, { recursive: true, force: true });
    renameSync(writing, folder);
    forgetOld(join(home.scratch, 'what-if'));
  } finally {
    rmSync(writing, { recursive: true, force: true });
    leave();
  }
}

async function writeAnswer(folder: string, answer: WhatIfAnswer, flips: AsyncIterable<Flip[]>): Promise<void> {
  const first: Flip[] = [];
  await keepFlips(join(folder, flipsFile), flips, (some) => first.push(...some.slice(0, shownAtMost - first.length)));
  writeFileSync(join(folder, 'answer.json'), JSON.stringify({ ...answer, first } satisfies KeptAnswer));
}

/** Keeps the newest answers only. */
function forgetOld(folder: string): void {
  const answers = readdirSync(folder)
    .filter((name) => !name.endsWith('.writing'))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of answers.sort((a, b) => b.at - a.at).slice(keptAnswers)) rmSync(path, { recursive: true, force: true });
}
