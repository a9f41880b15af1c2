import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Home } from '../home.ts';
import { steps } from './steps.ts';

/**
 * The register of a home: what is decided and done in the product, in a SQLite file that no rebuild touches. Several processes may
 * have it open at once.
 */
export interface Register {
  /** For the modules of this folder, each of which owns its tables. */
  database: DatabaseSync;
  /** Runs `work` in one write transaction; a failure undoes it. */
  transaction<T>(work: () => T): T;
  close(): void;
}

const busyMilliseconds = 10_000;

/**
 * Opens the register, making or upgrading it.
 * @throws when it was written by a later version of Plimsoll
 */
export function openRegister(home: Home): Register {
  mkdirSync(home.root, { recursive: true });
  const database = new DatabaseSync(home.register, { timeout: busyMilliseconds });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    const register = { database, transaction: <T>(work: () => T) => inTransaction(database, work), close: () => database.close() };
    register.transaction(() => upgrade(database, home.register));
    return register;
  } catch (error) {
    database.close();
    throw error;
  }
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    database.exec('COMMIT');
    return answer;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function upgrade(database: DatabaseSync, path: string): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > steps.length)
    throw new Error(`${path} was written by a later version of Plimsoll (step ${version}, this one knows ${steps.length})`);
  for (const step of steps.slice(version)) database.exec(step);
  database.exec(`PRAGMA user_version = ${steps.length}`);
}
