import { join } from 'node:path';
import type { Connection } from '#warehouse/connection.ts';
import { MappingError } from '../mapping-error.ts';
import type { Meaning } from '../meaning.ts';
import type { Dialect } from '../readers/dialect.ts';
import type { Beginning } from '../readers/fingerprint.ts';
import { sizeText, type Limits } from '../readers/limits.ts';
import type { Delivery } from '../readers/open.ts';
import { copyRecords, reparseRecords, type Reparsed, type Rewriting } from '../readers/rewrite.ts';
import { scanApart } from '../readers/scan-apart.ts';
import type { Scan } from '../readers/scan-file.ts';
import type { ScanRules } from '../readers/scanner.ts';
import { excerpt, Refusal } from '../refusal.ts';
import { usualRecordBytes, type Source } from './source.ts';
import { stage, type Stage } from './stage.ts';

export interface Reading {
  scan: Scan;
  rules: ScanRules;
  stage: Stage;
}

export interface ReadingRequest {
  connection: Connection;
  delivery: Delivery;
  dialect: Dialect;
  meaning: Meaning;
  limits: Limits;
  earlier: Beginning[];
  scratch: string;
  /** Parquet file to write the stage to. */
  stagePath: string;
}

type Attempt = { stage: Stage } | { error: unknown };

/**
 * Reads a delivery twice at once: the engine maps and writes it, and a byte scanner counts its physical records. What the engine made
 * is used only when the scanner found nothing that the engine's reader cannot be trusted with and both counts agree; else the
 * records are copied cleanly, or read by Papa Parse, and staged from there, and the counts must agree again.
 * @returns no stage when the text turns out to be in another encoding than UTF-8
 * @throws Refusal, MappingError
 */
export async function readDelivery(request: ReadingRequest): Promise<Reading | { scan: Scan }> {
  const { connection, delivery, dialect, limits } = request;
  const rules: ScanRules = {
    delimiter: dialect.delimiter.charCodeAt(0),
    isCr: dialect.newline === 'cr',
    skipLines: dialect.skipLines,
    width: dialect.header.length,
    limits
  };
  const scanning = scanApart({ path: delivery.path, rules, earlier: delivery.fingerprint ? [] : request.earlier });
  const stopping = scanning.then((scan) => {
    if (scan.oversize || scan.isOtherEncoding) connection.interrupt();
    return scan;
  });
  const [scan, first] = await Promise.all([stopping, attempt(request, asDelivered(request))]);
  if (scan.isOtherEncoding) return { scan };
  refuseUnreadable(scan, request);
  const made = await trusted(request, rules, scan, first);
  return { scan, rules, stage: made };
}

const asDelivered = ({ delivery, dialect }: ReadingRequest): Source => ({
  path: delivery.path,
  delimiter: dialect.delimiter,
  newline: dialect.newline,
  hasHeader: true,
  skipLines: dialect.skipLines,
  width: dialect.header.length
});

async function attempt({ connection, meaning, dialect, stagePath }: ReadingRequest, source: Source): Promise<Attempt> {
  try {
    return { stage: await stage(connection, meaning, dialect.header, source, stagePath) };
  } catch (error) {
    return { error };
  }
}

function refuseUnreadable(scan: Scan, { delivery: { file }, dialect, limits }: ReadingRequest): void {
  if (scan.oversize) {
    const { line, cell, bytes, isRecord } = scan.oversize;
    const what = isRecord ? `a row longer than ${sizeText(limits.recordBytes)}` : `a cell longer than ${sizeText(limits.fieldBytes)}`;
    const column = isRecord ? undefined : dialect.header[cell - 1] || String(cell);
    throw new Refusal(
      { file, line, column },
      `${what} begins here (${sizeText(bytes)} were read of it)`,
      'A quote that is not closed, or an attachment exported as text: correct this row, or leave the column out of the export.'
    );
  }
  if (scan.records === 0) {
    throw new Refusal({ file }, 'the file has a header and no rows', 'There is nothing to load: check the filter of the export.');
  }
  const first = scan.misshapen[0];
  if (first && (scan.misshapenCount > limits.misshapenRows || (scan.records > 3 && scan.misshapenCount > scan.records / 2))) {
    throw new Refusal(
      { file, line: first.line },
      `${scan.misshapenCount.toLocaleString('en')} of ${scan.records.toLocaleString('en')} rows have not the ${dialect.header.length} columns of the header; the first of them has ${first.width}`,
      'Cells with a separator or line break in them must stand in quotes: export it again, or with another separator.'
    );
  }
}

type Route = 'as delivered' | 'copied' | 'reparsed';

/** Whether the engine may read the text as it is, a copy without what is not well-formed, or only what Papa Parse makes of it. */
function routesFor(scan: Scan): Route[] {
  if (scan.irregularQuotes > 0 || scan.looseReturns > 0) return ['reparsed'];
  const isMixed = Object.values(scan.lines).filter((count) => count > 0).length > 1;
  return isMixed || scan.misshapen.length > 0 || scan.strayMarks > 0 ? ['copied', 'reparsed'] : ['as delivered', 'copied', 'reparsed'];
}

async function trusted(request: ReadingRequest, rules: ScanRules, scan: Scan, first: Attempt): Promise<Stage> {
  const expected = scan.records - scan.misshapen.length;
  const recordBytes = scan.widestRecord > usualRecordBytes ? request.limits.recordBytes + 1024 : undefined;
  let trouble = 'the engine and the count of physical rows disagree';
  for (const route of routesFor(scan)) {
    const made =
      route === 'as delivered' && !recordBytes
        ? first
        : await attempt(request, { ...(await sourceFor(route, request, rules, scan)), recordBytes });
    if ('stage' in made && made.stage.rows === expected) return made.stage;
    if ('error' in made && isFinal(made.error)) throw made.error;
    trouble = 'error' in made ? excerpt((made.error as Error).message, 200) : `${made.stage.rows} rows were read where ${expected} are`;
  }
  throw new Refusal(
    { file: request.delivery.file },
    `the rows cannot be read reliably: ${trouble}`,
    'Export it again with cells in quotes; nothing was loaded.'
  );
}

/** Errors that another way of reading cannot mend; those of the disk say nothing about the file, which is then tried again later. */
const isFinal = (error: unknown): boolean =>
  error instanceof MappingError ||
  error instanceof Refusal ||
  /IO Error|No space left|Permission denied|Out of Memory|Binder Error|Parser Error|Catalog Error/i.test((error as Error).message);

async function sourceFor(route: Route, request: ReadingRequest, rules: ScanRules, scan: Scan): Promise<Source> {
  const { delivery, dialect, scratch } = request;
  if (route === 'as delivered') return asDelivered(request);
  const to = join(scratch, 'records.csv');
  const rewriting: Rewriting = { path: delivery.path, to, rules, skip: new Set(scan.misshapen.map(({ record }) => record)) };
  const expected = scan.records - scan.misshapen.length;
  const { records, misread }: Reparsed = route === 'copied' ? { records: await copyRecords(rewriting) } : await reparseRecords(rewriting);
  if (misread || records !== expected) {
    throw new Refusal(
      { file: delivery.file },
      `two readers disagree about its rows: ${expected} were counted, ${misread ? `row ${misread.record + 1} has ${misread.width} cells for the second reader` : `${records} were read`}`,
      'Quotes in it are not doubled or not closed: export it again with cells in quotes; nothing was loaded.'
    );
  }
  return { path: to, delimiter: dialect.delimiter, newline: 'lf', hasHeader: false, skipLines: 0, width: dialect.header.length };
}
