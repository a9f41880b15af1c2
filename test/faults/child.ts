import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '#warehouse/home.ts';

const program = join(import.meta.dirname, '..', '..', 'cli.ts');

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
  words: string;
  /** From its first word to its end. */
  milliseconds: number;
}

/** `plimsoll …` on a home, in a process of its own. */
export class Child {
  readonly process: ChildProcess;
  private words = '';
  private output = '';
  private began: number | undefined;
  private readonly listeners = new Set<() => void>();

  /** @param shell text put before the program, such as `ulimit -f 100;` */
  constructor(home: Home, args: string[], shell?: string) {
    const line = [program, ...args, '--home', home.root];
    const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], env: { ...process.env, UV_THREADPOOL_SIZE: '16' } };
    this.process = shell
      ? spawn('bash', ['-c', `${shell} exec "$0" "$@"`, process.execPath, ...line], options)
      : spawn(process.execPath, line, options);
    this.process.stdout?.on('data', (part: Buffer) => (this.output += part));
    this.process.stderr?.on('data', (part: Buffer) => {
      this.began ??= performance.now();
      this.words += part;
      for (const look of this.listeners) look();
    });
  }

  async end(): Promise<Ended> {
    const [code, signal] = (await once(this.process, 'close')) as [number | null, NodeJS.Signals | null];
    const milliseconds = this.began === undefined ? 0 : performance.now() - this.began;
    return { code, signal, output: this.output, words: this.words, milliseconds };
  }

  /** Settles when it has said this, or when it has ended. */
  said(pattern: RegExp): Promise<unknown> {
    const heard = new Promise<void>((resolve) => {
      const look = (): void => void (pattern.test(this.words) && (this.listeners.delete(look), resolve()));
      this.listeners.add(look);
      look();
    });
    return Promise.race([heard, this.exited()]);
  }

  /** Settles when a file so named comes or goes in a folder, or when it has ended. */
  async touched(folder: string, name: RegExp): Promise<unknown> {
    const stop = new AbortController();
    const seen = new Promise<void>((resolve) => {
      watch(folder, { signal: stop.signal }, (_event, file) => void (file && name.test(file) && resolve()));
    });
    return Promise.race([seen, this.exited()]).finally(() => stop.abort());
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  private exited(): Promise<unknown> {
    return this.process.exitCode !== null || this.process.signalCode !== null ? Promise.resolve() : once(this.process, 'exit');
  }
}

/** Runs a command to its end. @throws with its words when it fails */
export async function run(home: Home, ...args: string[]): Promise<Ended> {
  const ended = await new Child(home, args).end();
  if (ended.code !== 0) throw new Error(`plimsoll ${args.join(' ')} ended with ${ended.code ?? ended.signal}: ${ended.words}`);
  return ended;
}
