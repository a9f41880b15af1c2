import type { Register } from './register.ts';

/** A file of a feed as it stood when it was last taken up. */
export interface SeenFile {
  feed: string;
  name: string;
  bytes: number;
  modifiedMs: number;
  /** Of the mapping it was read with; with another one it is read again. */
  mappingSha256: string;
  outcome: string;
}

/** Whether a file was taken up already, as it stands now and with this mapping. */
export function isSeen(register: Register, { feed, name, bytes, modifiedMs, mappingSha256 }: Omit<SeenFile, 'outcome'>): boolean {
  const sql = 'SELECT 1 FROM seen_file WHERE feed = ? AND name = ? AND bytes = ? AND modified_ms = ? AND mapping_sha256 = ?';
  return register.database.prepare(sql).get(feed, name, bytes, modifiedMs, mappingSha256) !== undefined;
}

export function rememberFile(register: Register, file: SeenFile, now: Date): void {
  const { feed, name, bytes, modifiedMs, mappingSha256, outcome } = file;
  register.database
    .prepare('INSERT OR REPLACE INTO seen_file VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(feed, name, bytes, modifiedMs, mappingSha256, outcome, now.toISOString());
}
