import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { scanFile, type Scan, type ScanRequest } from './scan-file.ts';

/** Below this a thread costs more than it saves. */
const threadFromBytes = 8 << 20;

/** `scanFile` beside the engine: in a thread of its own for large files, so that neither waits for the other. */
export async function scanApart(request: ScanRequest): Promise<Scan> {
  if (statSync(request.path).size < threadFromBytes) return scanFile(request);
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: request });
  try {
    return await new Promise<Scan>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error(`the scan of ${request.path} ended without an answer`)));
    });
  } finally {
    await worker.terminate();
  }
}
