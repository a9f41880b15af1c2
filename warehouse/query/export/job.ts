import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { join } from 'node:path';
import { columnSlice } from '../../columnar.ts';
import { literal, type Chunk, type ChunkStream, type Connection, type Values } from '../../connection.ts';
import { interruptible } from '../patience.ts';
import { namedPipe } from '../pipe.ts';
import { contentsOf, type Contents } from './checksum.ts';
import type { TypedRows } from './column.ts';
import type { Manifest } from './manifest.ts';

/** What a writer of a format has to go by: typed rows, what stands behind them, and ways to get bytes out of the engine. */
export interface ExportJob {
  rows: TypedRows;
  manifest: Manifest;
  /** Byte order mark first, for the format that knows one. */
  bom: boolean;
  /** Rows of a sheet, its heading included, for the format that has sheets. */
  sheetRows: number;
  /** Row count and checksum, from the same build. Asked once, after the rows. */
  contents(): Promise<Contents>;
  /** What the engine's own writer makes of a statement. Without pipes it is made in a scratch file first. */
  copied(sql: string, form: string): AsyncGenerator<Uint8Array>;
  /** One line per row, made by an expression over the typed columns, or over those of another statement. */
  lines(expression: string, from?: string): AsyncGenerator<Uint8Array>;
  /** Whether the engine can write as we read. */
  hasPipe: boolean;
  /** The typed rows, chunk by chunk. */
  chunks(): Promise<ChunkStream>;
  /** Resolves once the engine does nothing for this job any more; never rejects. */
  settled(): Promise<unknown>;
}

/** A format: typed rows in, bytes out. What it throws breaks the download. */
export type Writer = (job: ExportJob) => AsyncGenerator<Uint8Array>;

export interface JobSetting {
  connection: Connection;
  values: Values;
  rows: TypedRows;
  manifest: Manifest;
  scratch: string;
  bom: boolean;
  sheetRows: number;
  noPipe: boolean;
  leaving: AbortController;
}

/** Text of the engine's CSV writer that writes lines as they are. */
const asTheyAre = `FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x1f'`;

export function exportJob({ connection, values, rows, manifest, scratch, bom, sheetRows, noPipe, leaving }: JobSetting): ExportJob {
  const { signal } = leaving;
  const hasPipe = !noPipe && process.platform !== 'win32';
  let working: Promise<unknown> = Promise.resolve();
  const run = <T>(work: () => Promise<T>): Promise<T> => {
    const answer = interruptible(connection, { signal }, work);
    working = answer.catch(() => undefined);
    return answer;
  };
  const copy = (sql: string, path: string, form: string): Promise<void> =>
    run(() => connection.run(`COPY (${sql}) TO ${literal(path)} (${form})`, values));

  /** The engine writes into a pipe and we hand on what comes out; far faster than writing cells ourselves. */
  async function* piped(sql: string, form: string): AsyncGenerator<Uint8Array> {
    const pipe = await namedPipe(scratch);
    if (!pipe) return yield* filed(sql, form);
    const done = copy(sql, pipe.path, form).finally(pipe.finish);
    done.catch(() => undefined);
    signal.addEventListener('abort', pipe.drop, { once: true });
    let isWhole = false;
    try {
      for await (const bytes of pipe.output.iterator({ destroyOnReturn: false })) yield bytes as Uint8Array;
      await done;
      isWhole = true;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      if (!isWhole) leaving.abort(new Error('the export was left'));
      signal.removeEventListener('abort', pipe.drop);
      await done.catch(() => undefined);
    }
  }

  async function* filed(sql: string, form: string): AsyncGenerator<Uint8Array> {
    const own = mkdtempSync(join(scratch, 'export-'));
    try {
      const path = join(own, 'file');
      await copy(sql, path, form);
      const file = await openAsBlob(path);
      for await (const bytes of file.stream()) yield bytes;
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }

  /** Rows as the engine makes them; leaving stops it between two chunks as well as in the midst of one. */
  async function opened(sql: string): Promise<ChunkStream> {
    const { columns, chunks } = await run(() => connection.stream(sql, values));
    return { columns, chunks: pulled(chunks[Symbol.asyncIterator]()) };
  }

  async function* pulled(chunks: AsyncIterator<Chunk>): AsyncGenerator<Chunk> {
    try {
      for (;;) {
        const { done, value } = await run(() => chunks.next());
        if (done) return;
        yield value;
      }
    } finally {
      await chunks.return?.();
    }
  }

  async function* fetched(sql: string): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    const stream = await opened(sql);
    for await (const chunk of stream.chunks) {
      const { item } = columnSlice(chunk, 0);
      let lines = '';
      for (let row = 0; row < chunk.rowCount; row++) lines += `${item(row) as string}\n`;
      yield encoder.encode(lines);
    }
  }

  return {
    rows,
    manifest,
    bom,
    sheetRows,
    hasPipe,
    contents: () => run(() => contentsOf(connection, rows, values)),
    copied: (sql, form) => (hasPipe ? piped(sql, form) : filed(sql, form)),
    lines(expression, from = rows.sql) {
      const sql = `SELECT ${expression} AS line FROM (${from})`;
      return hasPipe ? piped(sql, asTheyAre) : fetched(sql);
    },
    chunks: () => opened(rows.sql),
    settled: () => working
  };
}
