import { createHash } from 'node:crypto';
import type { Format } from '../negotiate.ts';
import type { Reader } from '../reader.ts';
import { writeArrow } from './arrow-batches.ts';
import { typedRows } from './column.ts';
import { exportJob, type ExportJob, type Writer } from './job.ts';
import { closed, manifestOf, manifestText, type ClosedManifest } from './manifest.ts';
import { writeParquet } from './parquet.ts';
import { mostSheetRows } from './sheet-row.ts';
import type { ExportSource } from './source.ts';
import { writeCsv, writeJson, writeNdjson } from './text-writers.ts';
import { writeXlsx } from './xlsx.ts';
import { zip, type ZipEntry } from './zip.ts';

/** One writer per format; pages, reports, the API and the command line have no other. */
const writers: Readonly<Record<Format, Writer>> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  parquet: writeParquet,
  arrow: writeArrow,
  json: writeJson,
  ndjson: writeNdjson
};

export interface ExportOptions {
  /** Byte order mark first, so that spreadsheets read UTF-8. */
  bom?: boolean;
  /** Rows of a sheet, its heading included, before it goes on in the next. Default what a spreadsheet takes. */
  sheetRows?: number;
  /** What goes out: the file, the manifest alone, or a ZIP archive of both. Default the file. */
  form?: 'file' | 'manifest' | 'zip';
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
 * The rows of a source in a format, however many, in flat memory. Nothing is cut: an error breaks the stream.
 * @throws QueryError before the first byte, also when nothing was known then; BuildingError while what was known is being built
 */
export async function* exported(
  reader: Reader,
  source: ExportSource,
  format: Format,
  options: ExportOptions = {}
): AsyncGenerator<Uint8Array> {
  const leaving = new AbortController();
  const leave = (): void => leaving.abort(options.signal?.reason);
  const lease = await (await reader.known(source.asKnownOn)).lease('export', options.signal);
  options.signal?.addEventListener('abort', leave, { once: true });
  let job: ExportJob | undefined;
  let isBroken = true;
  try {
    options.signal?.throwIfAborted();
    const { connection, build } = lease;
    const { sql, values } = await source.statement(build, connection);
    const rows = await typedRows(connection, sql, values);
    const manifest = manifestOf(source.question(build), rows.columns, build);
    const { bom = false, sheetRows = mostSheetRows, noPipe = false } = options;
    job = exportJob({ connection, values, rows, manifest, scratch: reader.home.scratch, bom, sheetRows, noPipe, leaving });
    yield* unlessStalled(bytesOf(job, source.name, format, options.form), options.stall ?? 120_000, leaving);
    isBroken = false;
  } finally {
    options.signal?.removeEventListener('abort', leave);
    if (isBroken) leaving.abort(new Error('the export was left'));
    await job?.settled();
    lease.release(isBroken);
  }
}

async function* bytesOf(job: ExportJob, name: string, format: Format, form: ExportOptions['form'] = 'file'): AsyncGenerator<Uint8Array> {
  if (form === 'file') yield* writers[format](job);
  else if (form === 'zip') yield* zip(withManifest(job, `${name}.${format}`, writers[format]));
  else yield Buffer.from(manifestText(closed(job.manifest, await job.contents())));
}

/** A manifest beside its file also tells the checksum of the file's bytes. */
interface FileManifest extends ClosedManifest {
  file: { name: string; bytes: number; sha256: string };
}

async function* withManifest(job: ExportJob, name: string, write: Writer): AsyncGenerator<ZipEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of write(job)) {
      hash.update(part);
      bytes += part.length;
      yield part;
    }
  };
  yield { name, bytes: counted(), isLarge: true };
  const manifest: FileManifest = { ...closed(job.manifest, await job.contents()), file: { name, bytes, sha256: hash.digest('hex') } };
  yield { name: 'manifest.json', bytes: text(manifestText(manifest)) };
}

async function* text(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

async function* unlessStalled(source: AsyncIterable<Uint8Array>, stall: number, leaving: AbortController): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    const timer = setTimeout(() => leaving.abort(new StallError()), stall);
    yield bytes;
    clearTimeout(timer);
  }
  leaving.signal.throwIfAborted();
}
