import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '#warehouse/home.ts';

/** `plimsoll start` on a home, in a process of its own. */
export interface Server {
  address: string;
  /** Memory that the process holds now, or undefined where the system does not tell. */
  residentBytes(): number | undefined;
  stop(): Promise<void>;
}

export async function startServer(home: Home): Promise<Server> {
  const program = join(import.meta.dirname, '..', '..', 'cli.ts');
  const child = spawn(process.execPath, [program, 'start', '--no-schedule', '--port', '0', '--home', home.root], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' }
  });
  return {
    address: await addressOf(child),
    residentBytes: () => residentBytes(child.pid!),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let words = '';
  for await (const part of child.stderr!) {
    words += String(part);
    const found = /Plimsoll is at (http:\S+)/.exec(words)?.[1];
    if (!found) continue;
    child.stderr!.resume();
    return found;
  }
  throw new Error(`plimsoll start ended: ${words}`);
}

function residentBytes(pid: number): number | undefined {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes ? Number(kibibytes) * 1024 : undefined;
  } catch {
    return undefined;
  }
}
