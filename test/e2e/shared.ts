import { join } from 'node:path';
import { inject } from 'vitest';
import { readNote } from '#test/note.ts';

/** The product that all files of a run share: read it, never change what it holds. */
export interface SharedProduct {
  address: string;
  home: string;
}

/** Waits until it serves. @throws with its words when it could not start */
export const sharedProduct = (): Promise<SharedProduct> => readNote(join(inject('sharedFolder'), 'note.json'));
