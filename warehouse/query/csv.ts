import { columnSlice } from '../columnar.ts';
import { literal, type Connection, type Values } from '../connection.ts';
import { catalogue } from '../metrics/catalogue.ts';
import type { BuildFacts } from './build.ts';
import { compile } from './compile.ts';
import { columnsOf, csvCells, csvHeader, csvLines, type CsvColumn } from './csv-sql.ts';
import { interruptible } from './patience.ts';
import { namedPipe, type NamedPipe } from './pipe.ts';
import type { Query } from './query.ts';
import type { Reader } from './reader.ts';

export interface CsvOptions {
  /** Byte order mark first, so that spreadsheets read UTF-8. */
  bom?: boolean;
  signal?: AbortSignal;
  /** Milliseconds a client may take before it reads on; then the export is broken off. Default two minutes. */
  stall?: number;
  /** Without a named pipe, as on Windows; slower, the same bytes. */
  noPipe?: boolean;
}

/** The client stopped reading. */
export class StallError extends Error {
  constructor() {
    super('the export was broken off because nobody read it');
    this.name = 'StallError';
  }
}

/**
 * Answers a question as CSV (RFC 4180, UTF-8, formula-safe), streamed and never cut: an error breaks the stream.
 * @throws QueryError before the first byte
 */
export function answerCsv(reader: Reader, query: Query, options: CsvOptions = {}): AsyncIterable<Uint8Array> {
  const statement = (build: BuildFacts): SqlText => compile(query, catalogue, build);
  statement(reader.build);
  return streamKnown(reader, query, statement, options);
}

/**
 * Streams a statement about a query from the build that it is asked of.
 * @throws QueryError before the first byte when nothing was known then, BuildingError while that is being built
 */
export function streamKnown(reader: Reader, query: Query, statement: Statement, options?: CsvOptions): AsyncIterable<Uint8Array> {
  if (query.asKnownOn === undefined) return streamCsv(reader, statement, options);
  return (async function* () {
    yield* streamCsv(await reader.known(query.asKnownOn), statement, options);
  })();
}

/** A statement for the build that it will run on; a new one may be published while it waits. */
export type Statement = (build: BuildFacts, connection: Connection) => Promise<SqlText> | SqlText;

export interface SqlText {
  sql: string;
  values: Values;
}

/** The rows of a statement as CSV, however many, in flat memory. The statement must come from this folder. */
export async function* streamCsv(reader: Reader, statement: Statement, options: CsvOptions = {}): AsyncGenerator<Uint8Array> {
  const lease = await reader.lease('export', options.signal);
  const leaving = new AbortController();
  const leave = (): void => leaving.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', leave, { once: true });
  let isBroken = true;
  try {
    options.signal?.throwIfAborted();
    const { sql, values } = await statement(lease.build, lease.connection);
    const columns = await columnsOf(lease.connection, sql, values);
    if (options.bom) yield Uint8Array.of(0xef, 0xbb, 0xbf);
    const pipe = options.noPipe ? undefined : await namedPipe(reader.home.scratch);
    const source = pipe
      ? copied(lease.connection, pipe, csvCells(sql, columns), values, leaving)
      : written(lease.connection, csvCells(sql, columns), columns, values, leaving.signal);
    yield* unlessStalled(source, options.stall ?? 120_000, leaving);
    isBroken = false;
  } finally {
    options.signal?.removeEventListener('abort', leave);
    lease.release(isBroken);
  }
}

/** The engine writes into a pipe and we hand on what comes out; far faster than writing cells ourselves. */
async function* copied(
  connection: Connection,
  pipe: NamedPipe,
  cells: string,
  values: Values,
  leaving: AbortController
): AsyncGenerator<Uint8Array> {
  const { signal } = leaving;
  const statement = `COPY (${cells}) TO ${literal(pipe.path)} (FORMAT csv, HEADER, NEW_LINE '\\r\\n')`;
  const done = interruptible(connection, { signal }, () => connection.run(statement, values)).finally(pipe.finish);
  done.catch(() => undefined);
  signal.addEventListener('abort', () => pipe.output.destroy(), { once: true });
  let isWhole = false;
  try {
    for await (const bytes of pipe.output) yield bytes as Uint8Array;
    await done;
    isWhole = true;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    if (!isWhole) leaving.abort(new Error('the export was left'));
    await done.catch(() => undefined);
  }
}

/** The same bytes, line by line. */
async function* written(
  connection: Connection,
  cells: string,
  columns: readonly CsvColumn[],
  values: Values,
  signal: AbortSignal
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvHeader(columns));
  const stream = await interruptible(connection, { signal }, () => connection.stream(csvLines(cells, columns), values));
  for await (const chunk of stream.chunks) {
    signal.throwIfAborted();
    const { item } = columnSlice(chunk, 0);
    let lines = '';
    for (let row = 0; row < chunk.rowCount; row++) lines += item(row) as string;
    yield encoder.encode(lines);
  }
}

async function* unlessStalled(source: AsyncIterable<Uint8Array>, stall: number, leaving: AbortController): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    const timer = setTimeout(() => leaving.abort(new StallError()), stall);
    yield bytes;
    clearTimeout(timer);
  }
  leaving.signal.throwIfAborted();
}
