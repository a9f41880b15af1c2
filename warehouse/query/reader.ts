import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../connection.ts';
import type { Home } from '../home.ts';
import { currentBuild } from '../publish.ts';
import { Admission } from './admission.ts';
import type { BuildFacts } from './build.ts';
import { AnswerCache } from './cache.ts';
import { fileKnownOn } from './known.ts';
import { closeWhenDone, isInvalidated, openFile, retire, type Opened } from './opened.ts';
import { interruptible, type Patience } from './patience.ts';

/** Nothing has been published in this home yet. */
export class NotBuiltError extends Error {
  constructor(home: Home) {
    super(`no warehouse has been published in ${home.root}; load a file or make a sample first`);
    this.name = 'NotBuiltError';
  }
}

export interface ReaderOptions {
  /** Questions answered at the same time; the rest wait. Keep below the size of Node's thread pool. */
  concurrency?: number;
  /** Streams to the outside at the same time; they may last as long as their client is slow. */
  exports?: number;
  memoryLimit?: string;
  threads?: number;
  cacheBytes?: number;
  /** Default time limit of one question, milliseconds. */
  timeout?: number;
}

/** A connection taken out for longer than one statement. Give it back exactly once. */
export interface Lease {
  connection: Connection;
  build: BuildFacts;
  /** @param isBroken the connection is closed, not used again */
  release(isBroken?: boolean): void;
}

/**
 * The one way to read a home's warehouse: the published file is open once per process and read-only, questions are admitted
 * in order, and a new build takes over without a question failing.
 */
export class Reader {
  readonly home: Home;
  readonly cache: AnswerCache;
  /** The reader that everybody shares, whoever asks through this one: what is kept for all must not end with one of them. */
  whole: Reader;
  /** The one that has the file open. */
  private readonly root: Reader;
  private readonly options: Required<ReaderOptions>;
  private questions: Admission;
  private readonly exports: Admission;
  private opened: Opened;
  private seen: string;
  private refreshing: Promise<boolean> | undefined;
  private reopening: Promise<void> | undefined;
  /** Whoever asks through this view of the reader is gone when it fires. */
  private asker: AbortSignal | undefined;
  /** Readers of builds as known once, by file; the last used is the last. */
  private readonly past = new Map<string, Promise<Reader>>();
  /** It reads what was known once, so no question leads it further back. */
  private isPast = false;

  private constructor(home: Home, opened: Opened, seen: string, options: Required<ReaderOptions>) {
    this.home = home;
    this.whole = this;
    this.root = this;
    this.opened = opened;
    this.seen = seen;
    this.options = options;
    this.cache = new AnswerCache(options.cacheBytes);
    this.questions = new Admission(options.concurrency, 512);
    this.exports = new Admission(options.exports, 64);
  }

  /** Opens what is published now. @throws NotBuiltError, or the engine's error when the file cannot be opened */
  static async open(home: Home, asked: ReaderOptions = {}): Promise<Reader> {
    const options = { concurrency: 4, exports: 2, memoryLimit: '', threads: 0, cacheBytes: 64 << 20, timeout: 30_000, ...asked };
    const seen = stamp(home);
    const current = currentBuild(home);
    if (!current) throw new NotBuiltError(home);
    return new Reader(home, await openFile(current.path, options), seen, options);
  }

  /** What is open now. */
  get build(): BuildFacts {
    return this.opened.build;
  }

  /** The same reader for one asker: each question that names no signal of its own is stopped by this one. */
  for(asker: AbortSignal): Reader {
    const view = Object.create(this.root) as Reader;
    view.asker = asker;
    return view;
  }

  /** The same reader for what nobody waits for: one question at a time, in a place of its own, so that it keeps nobody waiting. */
  aside(): Reader {
    const view = Object.create(this.root) as Reader;
    view.questions = new Admission(1, 512);
    view.whole = view;
    return view;
  }

  /**
   * The reader of what was known on a day or at an instant; this one where nothing is asked or nothing has changed since.
   * @throws QueryError when nothing was known then, BuildingError while it is being built
   */
  async known(asked: string | undefined): Promise<Reader> {
    if (asked === undefined || this.isPast) return this;
    const file = fileKnownOn(this.home, asked, this.build.zone);
    if (file === 'current') return this;
    const opening = this.past.get(file) ?? this.openPast(file);
    this.past.delete(file);
    this.past.set(file, opening);
    await this.closeOldest();
    try {
      const past = await opening;
      return this.asker ? past.for(this.asker) : past;
    } catch (error) {
      this.past.delete(file);
      throw error;
    }
  }

  private async openPast(file: string): Promise<Reader> {
    const options = { ...this.options, cacheBytes: this.options.cacheBytes / 8 };
    const past = new Reader(this.home, await openFile(file, options), '', options);
    past.isPast = true;
    return past;
  }

  private async closeOldest(): Promise<void> {
    for (const [file, opening] of [...this.past].slice(0, -mostPast)) {
      this.past.delete(file);
      retire((await opening).opened);
    }
  }

  /** Looks whether something new has been published and moves to it; cheap enough for every request. */
  async refresh(): Promise<boolean> {
    const now = stamp(this.home);
    if (now === this.seen) return false;
    this.refreshing ??= this.swap(now).finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /**
   * Runs `work` on a connection of its own, within the time limit.
   * @throws BusyError, TimeoutError, the signal's reason, or what `work` throws
   */
  async use<T>(work: (connection: Connection, build: BuildFacts) => Promise<T>, patience: Patience = {}): Promise<T> {
    const { opened } = this;
    try {
      return await this.useOnce(work, patience);
    } catch (error) {
      if (!isInvalidated(error)) throw error;
      await this.root.reopen(opened);
      return this.useOnce(work, patience);
    }
  }

  private async useOnce<T>(work: (connection: Connection, build: BuildFacts) => Promise<T>, patience: Patience): Promise<T> {
    const signal = patience.signal ?? this.asker;
    const lease = await this.lease('question', signal);
    try {
      const answer = await interruptible(lease.connection, { timeout: this.options.timeout, ...patience, signal }, () =>
        work(lease.connection, lease.build)
      );
      lease.release();
      return answer;
    } catch (error) {
      lease.release(true);
      throw error;
    }
  }

  /** Takes out a connection. Exports have places of their own, so that slow clients leave questions alone. */
  async lease(purpose: 'question' | 'export', signal?: AbortSignal): Promise<Lease> {
    const leave = await (purpose === 'export' ? this.exports : this.questions).enter(signal ?? this.asker);
    const { opened } = this;
    opened.readers++;
    const finish = (): void => {
      opened.readers--;
      leave();
      closeWhenDone(opened);
    };
    try {
      const connection = opened.idle.pop() ?? (await opened.database.connect());
      let isOut = false;
      const release = (isBroken = false): void => {
        if (isOut) return;
        isOut = true;
        if (isBroken || opened.isRetired) connection.close();
        else opened.idle.push(connection);
        finish();
      };
      return { connection, build: opened.build, release };
    } catch (error) {
      finish();
      throw error;
    }
  }

  /** Closes the files once nobody reads them any more. */
  close(): void {
    retire(this.opened);
    for (const opening of this.past.values()) void opening.then((past) => retire(past.opened)).catch(() => undefined);
    if (readers().get(this.home.root)) readers().delete(this.home.root);
  }

  /** Opens the file anew, unless somebody has meanwhile. */
  private async reopen(broken: Opened): Promise<void> {
    if (this.opened !== broken) return;
    this.reopening ??= openFile(broken.file, this.options)
      .then((opened) => {
        this.opened = opened;
        retire(broken);
      })
      .finally(() => (this.reopening = undefined));
    await this.reopening;
  }

  private async swap(now: string): Promise<boolean> {
    const current = currentBuild(this.home);
    if (!current || current.path === this.opened.file) {
      this.seen = now;
      return false;
    }
    const before = this.opened;
    this.opened = await openFile(current.path, this.options);
    this.seen = now;
    this.cache.clear();
    retire(before);
    return true;
  }
}

/** The reader of a home: one per process, however many copies of this module there are. */
export async function openReader(home: Home, options?: ReaderOptions): Promise<Reader> {
  const known = readers();
  const opening = known.get(home.root) ?? Reader.open(home, options);
  known.set(home.root, opening);
  try {
    const reader = await opening;
    await reader.refresh();
    return reader;
  } catch (error) {
    if (known.get(home.root) === opening) known.delete(home.root);
    throw error;
  }
}

/** Builds as known once that are open at the same time. */
const mostPast = 3;

const registry = Symbol.for('plimsoll.reader');

function readers(): Map<string, Promise<Reader>> {
  const holder = globalThis as { [registry]?: Map<string, Promise<Reader>> };
  return (holder[registry] ??= new Map());
}

/** Changes whenever the pointer does: it is replaced by rename, so it gets a new inode. */
function stamp(home: Home): string {
  const stat = statSync(join(home.warehouse, 'current.json'), { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino}-${stat.mtimeNs}-${stat.size}` : '';
}
