import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** The product that all files of a run share: read it, never change what it holds. */
export interface SharedProduct {
  address: string;
  home: string;
}

/** Waits until it serves. @throws with its words when it could not start */
export async function sharedProduct(): Promise<SharedProduct> {
  const path = join(inject('sharedFolder'), 'note.json');
  for (;;) {
    if (existsSync(path)) {
      const told = JSON.parse(readFileSync(path, 'utf8')) as SharedProduct & { failure?: string };
      if (told.failure) throw new Error(told.failure);
      return told;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
