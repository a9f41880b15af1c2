import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { leaveNote, readNote } from './note.ts';

/**
 * A folder that many files of a run read and none changes: made by whoever asks first, while the others wait.
 * @throws what `make` threw, in every file that asks
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(inject('runFolder'), name);
  const note = `${folder}.json`;
  if (isFirst(folder)) {
    await make(folder).then(
      () => leaveNote(note, {}),
      (error: Error) => leaveNote(note, { failure: error.stack ?? error.message })
    );
  }
  await readNote(note);
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
