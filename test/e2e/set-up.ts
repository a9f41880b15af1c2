import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

/**
 * One product for all files of a run: the sample, loaded and served. Nothing waits for it here, so that other tests run
 * meanwhile; `shared.ts` waits for the note that is left in the folder. The end of the run asks it to stop and looks how it ended.
 */
export default function setUp(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-shared-'));
  project.provide('sharedFolder', folder);
  const started = startProduct('--no-schedule');
  const note = (words: object): void => writeFileSync(join(folder, 'note.json'), JSON.stringify(words), { flush: true });
  started.then(
    ({ address, home }) => note({ address, home }),
    (error: Error) => note({ failure: error.message })
  );
  return async () => {
    const product = await started.catch(() => undefined);
    const code = await product?.stop();
    product?.discard();
    rmSync(folder, { recursive: true, force: true });
    if (product && code !== 0) throw new Error(`plimsoll start ended with ${code} when asked to stop: ${product.log()}`);
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    sharedFolder: string;
  }
}
