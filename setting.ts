import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildReport } from '#warehouse/build.ts';
import type { Home } from '#warehouse/home.ts';
import { openReader, type Reader } from '#warehouse/query/reader.ts';
import type { Terminal } from './terminal.ts';

/** What every command is given: where, when, and where to write. */
export interface Setting {
  home: Home;
  now: () => Date;
  terminal: Terminal;
}

/** The command was asked for in a way that cannot be meant: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Builds with progress on the terminal. */
export async function buildShown(
  { home, now, terminal }: Setting,
  options: { knownAt?: string; out?: string; incremental?: boolean } = {}
): Promise<BuildReport> {
  const progress = terminal.progress('build');
  const report = await build({
    home,
    now: now(),
    ...options,
    onProgress: ({ step, index, count, share }) => progress.update((index + share) / count, step)
  });
  progress.done(`${report.status} ${report.buildId}`);
  return report;
}

/**
 * Runs `work` on the published warehouse, or on one built aside with what had landed by an instant.
 * @throws NotBuiltError when nothing has been published
 */
export async function withReader<T>(setting: Setting, knownAt: string | undefined, work: (reader: Reader) => Promise<T>): Promise<T> {
  const { home } = setting;
  if (!knownAt) return closing(await openReader(home), work);
  const root = join(home.scratch, `as-known-${process.pid}`);
  const past: Home = { ...home, root, warehouse: join(root, 'warehouse'), scratch: join(root, 'scratch') };
  mkdirSync(root, { recursive: true });
  try {
    await buildShown({ ...setting, home: past }, { knownAt });
    return await closing(await openReader(past), work);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function closing<T>(reader: Reader, work: (reader: Reader) => Promise<T>): Promise<T> {
  try {
    return await work(reader);
  } finally {
    reader.close();
  }
}
