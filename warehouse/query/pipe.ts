import { execFile } from 'node:child_process';
import { closeSync, constants, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A pipe with a name, into which the engine writes as if it were a file while we read. */
export interface NamedPipe {
  path: string;
  /** What was written. Ends once `finish` was called and all is read. */
  output: Socket;
  /** Nobody wants the rest: it is read and dropped until the writer is done. */
  drop(): void;
  /** The writer is done; safe to call twice. */
  finish(): void;
}

/** Makes a pipe in a folder, or nothing where the system has none. */
export async function namedPipe(folder: string): Promise<NamedPipe | undefined> {
  if (process.platform === 'win32') return undefined;
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(folder, 'export-'));
  const path = join(own, 'pipe');
  try {
    await promisify(execFile)('mkfifo', ['-m', '600', path]);
  } catch {
    rmSync(own, { recursive: true, force: true });
    return undefined;
  }
  const reading = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  // TRICKY: a writer of our own keeps the pipe from ending before the engine has opened it, or when it never does.
  const holding = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  const output = new Socket({ fd: reading, readable: true, writable: false });
  let isFinished = false;
  const finish = (): void => {
    if (isFinished) return;
    isFinished = true;
    closeSync(holding);
    rmSync(own, { recursive: true, force: true });
  };
  const drop = (): void => {
    // TRICKY: a reader must stay, or the engine waits for one for ever if it opens the pipe only now.
    if (!isFinished) droppedFrom(openSync(path, constants.O_RDONLY | constants.O_NONBLOCK));
    output.destroy();
  };
  return { path, output, drop, finish };
}

function droppedFrom(reading: number): void {
  const rest = new Socket({ fd: reading, readable: true, writable: false });
  rest.on('error', () => undefined);
  rest.resume();
}
