import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { leaveNote } from '#test/note.ts';
import { startProduct, type Product } from './product.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-shared-'));
const note = join(folder, 'note.json');
let started: Promise<Product> | undefined;

/**
 * One product for all files of a run: the sample, loaded and served. Nothing waits for it here, so that other tests run
 * meanwhile; `shared.ts` waits for the note.
 */
export function setup(project: TestProject): void {
  project.provide('sharedFolder', folder);
  started = startProduct('--no-schedule');
  started.then(
    ({ address, home }) => leaveNote(note, { address, home }),
    (error: Error) => leaveNote(note, { failure: error.message })
  );
}

/** Asks it to stop and looks how it ended. */
export async function teardown(): Promise<void> {
  const product = await started?.catch(() => undefined);
  const code = await product?.stop();
  product?.discard();
  rmSync(folder, { recursive: true, force: true });
  if (product && code !== 0) throw new Error(`plimsoll start ended with ${code} when asked to stop: ${product.log()}`);
}

declare module 'vitest' {
  export interface ProvidedContext {
    sharedFolder: string;
  }
}
