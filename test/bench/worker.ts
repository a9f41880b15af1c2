import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What every piece of work reports: its time without the start of the process, and the most memory that the process ever held. */
export interface Worked {
  seconds: number;
  /** Seconds of processor time: what a busy machine disturbs least. */
  processor: number;
  peakBytes: number;
}
export interface Landed extends Worked {
  rows: number;
}
export interface Built extends Worked {
  isIncremental: boolean;
  buildId: string;
  incidents: number;
  models: { name: string; seconds: number }[];
}

/** Runs one piece of work in a process of its own, so that its memory is its own. @throws with its words when it fails */
export async function work<T extends Worked>(task: string, options: Record<string, string>, file = 'work.ts'): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), task, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' }
  });
  let output = '';
  let words = '';
  child.stdout.on('data', (part: Buffer) => (output += part));
  child.stderr.on('data', (part: Buffer) => (words += part));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0) throw new Error(`${task} ended with ${code ?? signal}: ${words}`);
  return JSON.parse(output.trimEnd().split('\n').at(-1)!) as T;
}

/** A delivery until a reader answers with it. */
export interface Delivered extends Built {
  landed: number;
  built: number;
}
