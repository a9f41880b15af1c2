import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The product as people run it: `plimsoll start` on a home of its own. */
export interface Product {
  address: string;
  home: string;
  /** What it said on standard error so far. */
  log(): string;
  /** Asks it to stop and waits for its end. @returns the exit code */
  stop(): Promise<number | null>;
  /** Removes the home. */
  discard(): void;
}

/** Runs another command on a home. @throws with its words when it fails */
export async function plimsoll(home: string, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'cli.ts'), ...args, '--home', home], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let messages = '';
  child.stdout.on('data', (part: Buffer) => (output += part));
  child.stderr.on('data', (part: Buffer) => (messages += part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`plimsoll ${args.join(' ')} ended with ${code}: ${messages}`);
  return output;
}

/** `plimsoll start` on a new home, which it fills with the sample. */
export const startProduct = (...args: string[]): Promise<Product> =>
  startProductAt(join(mkdtempSync(join(tmpdir(), 'plimsoll-e2e-')), 'home'), ...args);

/** `plimsoll start` on a home that may have been filled before. `discard` removes the folder that holds it. */
export async function startProductAt(home: string, ...args: string[]): Promise<Product> {
  const child = spawn(process.execPath, [join(root, 'cli.ts'), 'start', '--home', home, '--port', '0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' }
  });
  let messages = '';
  child.stderr.on('data', (part: Buffer) => (messages += part));
  const address = await addressOf(child, () => messages);
  return {
    address,
    home,
    log: () => messages,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      await once(child, 'exit');
      return child.exitCode;
    },
    discard: () => rmSync(dirname(home), { recursive: true, force: true })
  };
}

async function addressOf(child: ChildProcess, log: () => string): Promise<string> {
  for (;;) {
    const found = /Plimsoll is at (http:\S+)/.exec(log())?.[1];
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`plimsoll start ended with ${child.exitCode}: ${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
