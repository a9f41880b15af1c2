import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Home } from './home.ts';

/**
 * Holds a lock of this home while `work` runs. The operating system drops it when the process ends, however it ends, so there
 * is no stale lock to clear: it is the exclusive lock of an empty SQLite file.
 * @throws when another process, or another call in this one, holds it
 */
export async function withLock<T>(home: Home, name: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(home.scratch, { recursive: true });
  const lock = new DatabaseSync(join(home.scratch, `${name}.lock`), { timeout: 0 });
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch {
      throw new Error(`Another ${name} is running on ${home.root}; try again when it has ended.`);
    }
    return await work();
  } finally {
    lock.close();
  }
}
