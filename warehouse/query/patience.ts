import type { Connection } from '../connection.ts';

/** How long somebody is willing to wait. */
export interface Patience {
  signal?: AbortSignal;
  /** Milliseconds. */
  timeout?: number;
}

/** A question took longer than it was given. */
export class TimeoutError extends Error {
  constructor(milliseconds: number) {
    super(
      `the query was stopped after ${Math.round(milliseconds / 1000)} s; ask for less: a shorter period, fewer dimensions, or a filter`
    );
    this.name = 'TimeoutError';
  }
}

const betweenInterrupts = 25;

/**
 * Runs `work` on a connection and stops the engine when the signal fires or the time is up. The interrupt is repeated until
 * the work has settled, since the engine forgets one that comes between two statements.
 * @throws the signal's reason or TimeoutError in place of the engine's "interrupted"
 */
export async function interruptible<T>(connection: Connection, { signal, timeout }: Patience, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  let reason: unknown;
  let repeat: NodeJS.Timeout | undefined;
  const stop = (why: unknown): void => {
    if (reason !== undefined) return;
    reason = why;
    connection.interrupt();
    repeat = setInterval(() => connection.interrupt(), betweenInterrupts);
  };
  const abort = (): void => stop(signal?.reason ?? new Error('aborted'));
  const timer = timeout === undefined ? undefined : setTimeout(() => stop(new TimeoutError(timeout)), timeout);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const answer = await work();
    if (reason !== undefined) throw reason;
    return answer;
  } catch (error) {
    throw reason ?? error;
  } finally {
    clearTimeout(timer);
    clearInterval(repeat);
    signal?.removeEventListener('abort', abort);
  }
}
