import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { literal, openDatabase } from '../../connection.ts';
import type { Home } from '../../home.ts';
import { currentBuild, type PublishedBuild } from '../../publish.ts';
import { compareDefinitions } from './compare.ts';
import { listFlips, type Flip } from './listing.ts';
import { publishedDefinitions, type Proposed, type PublishedDefinitions } from './proposals.ts';
import { summarise, type TargetSummary } from './totals.ts';

export interface WhatIfQuestion {
  home: Home;
  proposed: Proposed;
  /** Only targets of this name, or `agreement/target`. */
  target?: string;
  threads?: number;
  /** Default 2 GB; beyond it the engine spills to the scratch folder. */
  memoryLimit?: string;
  onProgress?: (share: number, step: string) => void;
}

export interface WhatIfAnswer {
  buildId: string;
  /** Data instant of the build, ISO 8601. */
  asOf: string | undefined;
  /** Where the definitions of the build were found. */
  definitions: PublishedDefinitions['from'];
  sha256: string;
  warnings: string[];
  targets: TargetSummary[];
  flipped: number;
}

/** No such target in either definitions. */
export class UnknownTargetError extends Error {
  override name = 'UnknownTargetError';
}

export { listProposals, proposalFolder, ProposalError, readProposal } from './proposals.ts';

/**
 * What the published clocks would be under other definitions. The published warehouse is read, never written; the work is done in a
 * database of its own.
 * @param use is given the answer and the flips, some thousand at a time, before the database is closed
 * @throws when nothing is published
 */
export async function askWhatIf<T>(
  question: WhatIfQuestion,
  use: (answer: WhatIfAnswer, flips: (limit?: number) => AsyncGenerator<Flip[]>) => Promise<T>
): Promise<T> {
  const { home, proposed, threads, memoryLimit = '2GB', onProgress = () => undefined } = question;
  const build = currentBuild(home);
  if (!build) throw new Error(`no warehouse has been published in ${home.root}: plimsoll build makes one`);
  const published = publishedDefinitions(home, build.definitionsSha256);
  mkdirSync(home.scratch, { recursive: true });
  const temporaryFolder = mkdtempSync(join(home.scratch, 'what-if-'));
  const database = await openDatabase(':memory:', { threads, memoryLimit, temporaryFolder });
  try {
    return await database.with(async (connection) => {
      await connection.run(`ATTACH ${literal(build.path)} AS published (READ_ONLY)`);
      await connection.run("ATTACH ':memory:' AS staging");
      const options = { connection, catalogue: 'published', zone: build.zone, asOf: epochSeconds(build) };
      const sides = { before: published.definitions, after: proposed.definitions, ...(question.target ? { target: question.target } : {}) };
      const comparison = await compareDefinitions({ ...options, ...narrowed(sides), isKnown: published.from !== 'changed', onProgress });
      const targets = await summarise(options, comparison);
      onProgress(0.95, 'telling');
      const answer: WhatIfAnswer = {
        buildId: build.buildId,
        asOf: build.asOf,
        definitions: published.from,
        sha256: proposed.sha256,
        warnings: proposed.warnings,
        targets,
        flipped: targets.reduce((sum, { flipped }) => sum + flipped, 0)
      };
      return use(answer, (limit) => listFlips(options, comparison, limit));
    });
  } finally {
    database.close();
    rmSync(temporaryFolder, { recursive: true, force: true });
  }
}

const epochSeconds = ({ asOf }: PublishedBuild): number => (asOf === undefined ? 0 : Math.floor(Date.parse(asOf) / 1000));

interface Sides {
  before: Proposed['definitions'];
  after: Proposed['definitions'];
  target?: string;
}

/** Both definitions with the wanted target only. */
function narrowed({ before, after, target }: Sides): Pick<Sides, 'before' | 'after'> {
  if (target === undefined) return { before, after };
  const keep = ({ calendars, agreements }: Sides['before']) => ({
    calendars,
    agreements: agreements
      .map((agreement) => ({
        ...agreement,
        targets: agreement.targets.filter(({ name }) => [name, `${agreement.name}/${name}`].includes(target))
      }))
      .filter(({ targets }) => targets.length > 0)
  });
  const found = { before: keep(before), after: keep(after) };
  if (found.before.agreements.length + found.after.agreements.length > 0) return found;
  const names = [
    ...new Set(
      [before, after].flatMap(({ agreements }) => agreements.flatMap(({ name, targets }) => targets.map((each) => `${name}/${each.name}`)))
    )
  ];
  throw new UnknownTargetError(`no target "${target}"; there are ${names.join(', ')}`);
}
