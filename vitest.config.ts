import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Everything in every way: takes an hour, and is asked for by name. */
const soak = ['every-question', 'incremental', 'pages', 'receipts'].map((name) => `test/faults/${name}.test.ts`);

/** `unit` is fast and touches no build; `e2e` needs `vite build` first, which the launcher sees to. */
export default defineConfig({
  test: {
    // Left to itself the runner keeps one core free: on two cores that doubles the time.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/bench/**', 'test/faults/**'],
          globalSetup: 'test/run-folder.ts'
        }
      },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], globalSetup: 'test/e2e/set-up.ts' } },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: soak,
          fileParallelism: false,
          testTimeout: 1_800_000,
          globalSetup: 'test/run-folder.ts'
        }
      },
      {
        extends: true,
        test: { name: 'soak', include: soak, fileParallelism: false, testTimeout: 7_200_000, globalSetup: 'test/run-folder.ts' }
      }
    ]
  }
});
