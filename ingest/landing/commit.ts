import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '#warehouse/connection.ts';
import type { Home } from '#warehouse/home.ts';
import type { Manifest } from '#warehouse/manifest.ts';
import { isAlive } from '#warehouse/register/process-identity.ts';
import { pathPattern } from './source.ts';

const incoming = '.incoming-';
const scratchPrefix = 'landing-';

/** Name of a load, free in this landing zone: sorts by the instant at which it became known. */
export function nameLoad(home: Home, now: Date, sha256: string): string {
  const name = `${now.toISOString().replaceAll(/[-:.]/g, '')}-${sha256.slice(0, 12)}`;
  for (let copy = 1; ; copy++) {
    const candidate = copy === 1 ? name : `${name}-${copy}`;
    if (!existsSync(join(home.landing, candidate))) return candidate;
  }
}

/** Folder in which a load is written before it appears. */
export function openIncoming(home: Home): string {
  const folder = join(home.landing, incoming + process.pid);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes what landings that did not end have left. Only under the landing lock: nobody else is at work then. */
export function clearLeftovers(home: Home): void {
  clearRetries(home);
  for (const [folder, prefix] of [
    [home.landing, incoming],
    [home.scratch, scratchPrefix]
  ] as const) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      if (name.startsWith(prefix) && !name.endsWith('.lock')) rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** A retry writes its text before its turn comes: it is left over only when its process is gone. */
function clearRetries(home: Home): void {
  if (!existsSync(home.scratch)) return;
  for (const name of readdirSync(home.scratch)) {
    const [, pid] = /^retry-(\d+)-/.exec(name) ?? [];
    if (pid && !isAlive({ pid: Number(pid), startedAt: '' })) rmSync(join(home.scratch, name), { force: true });
  }
}

export function openScratch(home: Home): string {
  const folder = join(home.scratch, `${scratchPrefix}${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Makes a written load appear: its numbers must add up and be those in the files, everything reaches the disk, then one rename.
 * @throws when the numbers do not add up; nothing has appeared then
 */
export async function commit(connection: Connection, home: Home, folder: string, manifest: Manifest): Promise<void> {
  await proveCounts(connection, folder, manifest);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of readdirSync(folder)) sync(join(folder, name), 'r+');
  syncFolder(folder);
  const landed = join(home.landing, manifest.loadId);
  renameSync(folder, landed);
  syncFolder(home.landing);
  await proveCounts(connection, landed, manifest);
}

async function proveCounts(connection: Connection, folder: string, { rows, files, loadId }: Manifest): Promise<void> {
  const sum = rows.loaded + rows.merged + rows.rejected;
  const loaded = files.rows ? await countRows(connection, join(folder, files.rows)) : 0;
  const rejected = files.rejections ? await countRows(connection, join(folder, files.rejections)) : 0;
  if (sum === rows.in && loaded === rows.loaded && rejected === rows.rejected) return;
  throw new Error(
    `load ${loadId} does not add up: ${rows.in} rows in; loaded ${rows.loaded} (${loaded} on disk), merged ${rows.merged}, rejected ${rows.rejected} (${rejected} on disk)`
  );
}

async function countRows(connection: Connection, path: string): Promise<number> {
  return (await connection.one<{ rows: number }>(`SELECT count(*)::BIGINT AS rows FROM read_parquet(${pathPattern(path)})`))!.rows;
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows has no way to sync a folder. */
function syncFolder(path: string): void {
  if (process.platform !== 'win32') sync(path, 'r');
}

export const rejectionsFile = 'rejections.parquet';
