import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Home } from './home.ts';

/** What `warehouse/current.json` says: which file readers open, and what an incremental build needs to know of it. */
export interface PublishedBuild {
  buildId: string;
  /** File name beside the pointer. */
  file: string;
  knownAt: string | undefined;
  asOf: string | undefined;
  zone: string;
  definitionsSha256: string;
  codeVersion: string;
  /** Which columns each source tells; another answer needs a full build. */
  sources: string;
  loadIds: string[];
  /** Incremental builds since the last full one. */
  generation: number;
  publishedAt: string;
  /** Kept for readers that have not moved yet. */
  previousFile?: string;
}

const pointer = (home: Home): string => join(home.warehouse, 'current.json');

/** The build that readers should have open, with the absolute `path` of its file; undefined before the first build. */
export function currentBuild(home: Home): (PublishedBuild & { path: string }) | undefined {
  if (!existsSync(pointer(home))) return undefined;
  const build = JSON.parse(readFileSync(pointer(home), 'utf8')) as PublishedBuild;
  return { ...build, path: join(home.warehouse, build.file) };
}

/**
 * Makes a finished, closed database file the current one: the file is on disk under its name before the pointer names it, and
 * the pointer changes by one rename. A kill at any moment leaves the old pointer or the new one.
 */
export function publish(home: Home, builtFile: string, build: Omit<PublishedBuild, 'file' | 'previousFile'>): PublishedBuild {
  const before = currentBuild(home);
  const file = nameFor(home, build.buildId);
  moveDurably(builtFile, join(home.warehouse, file));
  const published: PublishedBuild = { ...build, file, previousFile: before?.file };
  const written = `${pointer(home)}.writing`;
  writeFileSync(written, `${JSON.stringify(published, null, 2)}\n`);
  moveDurably(written, pointer(home));
  prune(home, [file, before?.file]);
  return published;
}

/** A forced build of the same inputs gets a name of its own: the file that readers have open is never replaced. */
function nameFor(home: Home, buildId: string): string {
  for (let copy = 0; ; copy++) {
    const name = copy === 0 ? `${buildId}.duckdb` : `${buildId}.${copy}.duckdb`;
    if (!existsSync(join(home.warehouse, name)) || !isNamedByPointer(home, name)) return name;
  }
}

function isNamedByPointer(home: Home, file: string): boolean {
  const current = currentBuild(home);
  return current?.file === file || current?.previousFile === file;
}

/** Renames after the content has reached the disk, then makes the rename itself durable. */
export function moveDurably(from: string, to: string): void {
  syncPath(from, 'r+');
  renameSync(from, to);
  if (process.platform !== 'win32') syncPath(dirname(to), 'r');
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes builds that nobody is sent to any more and what interrupted builds left. Only under the build lock. */
export function prune(home: Home, keep: readonly (string | undefined)[]): void {
  for (const file of readdirSync(home.warehouse)) {
    const isOld = /^[0-9a-f]{16}(\.\d+)?\.duckdb(\.wal)?$/.test(file) && !keep.some((name) => name && file.startsWith(name));
    if (isOld || file.startsWith('.building-')) removeIfFree(join(home.warehouse, file));
  }
}

/** An open file cannot be removed on Windows; the next build tries again. */
function removeIfFree(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch (error) {
    if (!['EBUSY', 'EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

export function prepareWarehouseFolder(home: Home): void {
  mkdirSync(home.warehouse, { recursive: true });
}
