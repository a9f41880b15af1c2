import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeAt, type Home } from '#warehouse/home.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { Child, run } from './child.ts';
import { deliver, makeRounds, newHome, type Round } from './deliveries.ts';
import { checksums, leftovers, proveLanding, proveWarehouse } from './proof.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-disk-'));
const isRoot = process.getuid?.() === 0;
const hasShell = spawnSync('bash', ['-c', 'ulimit -f 100']).status === 0;

/** A file system of its own that ends at a size in memory, where this user may mount one. */
function mountSmall(): string | undefined {
  const at = join(folder, 'small');
  mkdirSync(at);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', at]).status === 0 ? at : undefined;
}
const small = isRoot ? mountSmall() : undefined;

let rounds: Round[];
/** Holds the first round, built, and the second one in its inbox. */
let ready: Home;
let expected: Record<string, string>;

const copyTo = (root: string): Home => (cpSync(ready.root, root, { recursive: true, preserveTimestamps: true }), homeAt(root));

beforeAll(async () => {
  rounds = await makeRounds(folder, 3);
  ready = await newHome(join(folder, 'ready'));
  deliver(ready, rounds[0]!);
  await run(ready, 'ingest');
  deliver(ready, rounds[1]!);
  const twin = copyTo(join(folder, 'twin'));
  await run(twin, 'ingest', '--no-build');
  await run(twin, 'build', '--full');
  expected = await checksums(currentBuild(twin)!.path);
});
afterAll(() => {
  if (small) spawnSync('umount', ['-l', small]);
  rmSync(folder, { recursive: true, force: true });
});

/** After a fault the old build answers and no half load shows; without the fault everything arrives. */
async function proveRecovery(home: Home, before: string | undefined): Promise<void> {
  await proveLanding(home);
  expect(await proveWarehouse(home, new Map())).toBe(before);
}

async function proveEnd(home: Home): Promise<void> {
  await run(home, 'ingest', '--no-build');
  await run(home, 'build', '--full');
  await proveLanding(home);
  expect(await checksums(currentBuild(home)!.path)).toEqual(expected);
  expect(leftovers(home)).toEqual([]);
}

describe.skipIf(!hasShell)('files may not grow beyond a size (needs bash)', () => {
  it.each([4, 32, 160])('%i KiB: nothing half-done stays, and it goes through afterwards', async (kibibytes) => {
    const home = copyTo(join(folder, `limit-${kibibytes}`));
    const before = currentBuild(home)?.buildId;
    for (const args of [
      ['ingest', '--no-build'],
      ['build', '--full']
    ]) {
      const { code, signal } = await new Child(home, args, `ulimit -f ${kibibytes};`).end();
      if (args[0] === 'build') expect([code, signal], 'a warehouse does not fit').not.toEqual([0, null]);
      await proveRecovery(home, before);
    }
    await proveEnd(home);
  });
});

describe.skipIf(!small)('a full disk (needs the right to mount)', () => {
  it('leaves the old build and no half load, and goes through when there is room', async () => {
    const home = copyTo(join(small!, 'home'));
    const before = currentBuild(home)?.buildId;
    const filler = join(small!, 'filler');
    const block = Buffer.alloc(1 << 14);
    writeFileSync(filler, '');
    try {
      for (;;) appendFileSync(filler, block);
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
    for (const args of [
      ['ingest', '--no-build'],
      ['build', '--full']
    ]) {
      const { code, words } = await new Child(home, args).end();
      expect(code, words).not.toBe(0);
      await proveRecovery(home, before);
    }
    rmSync(filler);
    spawnSync('mount', ['-o', 'remount,size=256m', small!]);
    await proveEnd(home);
  });
});

describe.skipIf(isRoot || process.platform === 'win32')('folders that may not be written (root may write everything)', () => {
  it('says so and changes nothing', async () => {
    const home = copyTo(join(folder, 'read-only'));
    const before = currentBuild(home)?.buildId;
    for (const [closed, args] of [
      [home.landing, ['ingest', '--no-build']],
      [home.warehouse, ['build', '--full']]
    ] as const) {
      chmodSync(closed, 0o555);
      const { code, words } = await new Child(home, [...args]).end();
      chmodSync(closed, 0o755);
      expect(code).toBe(1);
      expect(words).toMatch(/EACCES|permission denied/i);
      await proveRecovery(home, before);
    }
    await proveEnd(home);
  });
});
