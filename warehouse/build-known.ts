import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildProgress } from './build.ts';
import { codeVersion } from './fingerprint.ts';
import type { Home } from './home.ts';
import { firstKnownAt, knownAt, knownBuilds, knownFile, knownFolder, type Known } from './known.ts';
import { withLock } from './lock.ts';
import { currentBuild } from './publish.ts';
import { definitionTexts, type ArchivedDefinitions } from './service-levels/archive.ts';

/** Builds as known once that are kept; the first made go first. One that is asked for again is made again. */
export const mostKept = 8;

export interface KnownReport extends Known {
  status: 'current' | 'kept' | 'built';
  file: string | undefined;
}

/**
 * Makes the build that tells what was known at an instant, unless it is there. It appears by one rename and is never changed. One at a
 * time in a home.
 * @throws when nothing had landed by then, another is being made, or a check of the build fails
 */
export async function buildKnown(
  home: Home,
  instant: string,
  now: Date,
  onProgress?: (progress: BuildProgress) => void
): Promise<KnownReport> {
  const known = knownAt(home, instant);
  if (!known) throw new Error(`nothing had landed by ${instant}; the first delivery landed at ${firstKnownAt(home) ?? 'no time yet'}`);
  if (known.isCurrent) return { ...known, status: 'current', file: currentBuild(home)!.path };
  return withLock(home, 'known', async () => {
    const kept = knownFile(home, known);
    if (kept?.endsWith(`-${codeVersion()}.duckdb`)) return { ...known, status: 'kept', file: kept };
    const scratch = join(home.scratch, 'known');
    const file = join(knownFolder(home), `${known.key}-${codeVersion()}.duckdb`);
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(knownFolder(home), { recursive: true });
    for (const left of readdirSync(knownFolder(home)).filter((name) => name.startsWith('.building-')))
      rmSync(join(knownFolder(home), left));
    try {
      const past: Home = { ...home, scratch, ...(known.definitions ? { definitions: layOut(home, known.definitions, scratch) } : {}) };
      await build({ home: past, knownAt: known.instant, out: file, now, onProgress });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
    prune(home, file);
    return { ...known, status: 'built', file };
  });
}

/** Definitions of then over those of today that no history is kept of. */
function layOut(home: Home, { files }: ArchivedDefinitions, scratch: string): string {
  const folder = join(scratch, 'definitions');
  const dated = new Set(Object.keys(definitionTexts(home.definitions)));
  if (existsSync(home.definitions)) {
    cpSync(home.definitions, folder, {
      recursive: true,
      filter: (from) => {
        const name = from.slice(home.definitions.length + 1).replaceAll('\\', '/');
        return !/^(\.history|proposals)(\/|$)/.test(name) && !dated.has(name);
      }
    });
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function prune(home: Home, made: string): void {
  const others = knownBuilds(home).filter(({ name }) => join(knownFolder(home), name) !== made);
  for (const { name } of others.slice(mostKept - 1)) {
    try {
      rmSync(join(knownFolder(home), name), { force: true });
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}
