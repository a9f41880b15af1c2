import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Path of a data set that lies beside the checkout in `shared/data`, or undefined where it is not there. Tests that need it
 * skip with the reason in their title.
 */
export function sharedData(name: string): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (dirname(folder) !== folder) {
    const candidate = join(folder, 'shared', 'data', name);
    if (existsSync(candidate)) return candidate;
    folder = dirname(folder);
  }
  return undefined;
}
