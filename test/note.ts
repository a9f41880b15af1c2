import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Leaves a note for other processes of the run, whole from its first instant on. */
export function leaveNote(path: string, words: object): void {
  writeFileSync(`${path}.new`, JSON.stringify(words));
  renameSync(`${path}.new`, path);
}

/** Waits for a note. @throws with its words when it tells of a failure, and when none comes within five minutes */
export async function readNote<T extends object>(path: string): Promise<T> {
  for (let waited = 0; waited < 300_000; waited += 100) {
    if (existsSync(path)) {
      const told = JSON.parse(readFileSync(path, 'utf8')) as T & { failure?: string };
      if (told.failure) throw new Error(told.failure);
      return told;
    }
    await pause(100);
  }
  throw new Error(`nobody left the note ${path}`);
}
