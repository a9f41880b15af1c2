import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Connection } from '#warehouse/connection.ts';
import { readCsv, usualRecordBytes, type Source } from '../landing/source.ts';
import { fileWarnings } from '../landing/warnings.ts';
import { sniffDialect, type Dialect } from '../readers/dialect.ts';
import { defaultLimits, type Limits } from '../readers/limits.ts';
import { openDelivery, readAs, readHead, type Delivery } from '../readers/open.ts';
import { rawRecords } from '../readers/records.ts';
import { copyRecords, reparseRecords } from '../readers/rewrite.ts';
import { scanApart } from '../readers/scan-apart.ts';
import type { Scan } from '../readers/scan-file.ts';
import type { ScanRules } from '../readers/scanner.ts';
import { Refusal } from '../refusal.ts';

/** A table of a delivery, in the engine: `delivery` has `record` (0-based) and the cells as text in c0, c1, … */
export interface Table {
  file: string;
  encoding: string;
  dialect: Dialect;
  records: number;
  connection: Connection;
  /** Things about the file worth a look. */
  warnings: string[];
  /** Physical line, 1-based, on which a record begins; undefined where the text had to be rewritten first. */
  lineOf(record: number): number | undefined;
}

const headBytes = 1 << 18;

/**
 * Opens every table of a delivered file and hands it to `work`, one after the other. Nothing is left behind.
 * @param scratch folder for unpacked and transcoded copies
 * @throws Refusal when the file cannot be read
 */
export async function withTables<T>(
  path: string,
  scratch: string,
  work: (table: Table) => Promise<T>,
  limits: Limits = defaultLimits
): Promise<T[]> {
  const found: T[] = [];
  const deliveries = await openDelivery(path, { scratch, limits });
  for (const delivery of deliveries) found.push(await withTable(delivery, scratch, limits, work));
  return found;
}

async function withTable<T>(delivery: Delivery, scratch: string, limits: Limits, work: (table: Table) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(scratch, 'doctor-'));
  const database = await openDatabase(join(folder, 'table.duckdb'), { memoryLimit: '1GB', temporaryFolder: folder });
  try {
    return await database.with(async (connection) => work(await load(delivery, connection, folder, limits)));
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(delivery: Delivery, connection: Connection, folder: string, limits: Limits): Promise<Table> {
  const { bytes, size } = await readHead(delivery.path, headBytes);
  const dialect = sniffDialect(new TextDecoder('utf-8').decode(bytes), bytes.length === size, delivery.file);
  const rules: ScanRules = {
    delimiter: dialect.delimiter.charCodeAt(0),
    isCr: dialect.newline === 'cr',
    skipLines: dialect.skipLines,
    width: dialect.header.length,
    limits
  };
  const scan = await scanApart({ path: delivery.path, rules, earlier: [] });
  if (scan.isOtherEncoding) {
    const evidence = 'not UTF-8 throughout, read as windows-1252';
    return load(await readAs(delivery, { encoding: 'windows-1252', hasBom: false, evidence }, folder, []), connection, folder, limits);
  }
  refuse(scan, delivery.file, dialect);
  const source = await loadRows(connection, delivery, { dialect, rules, scan, folder });
  const isDirect = source.path === delivery.path;
  return {
    file: delivery.file,
    encoding: delivery.encoding,
    dialect,
    records: scan.records,
    connection,
    warnings: [...delivery.evidence, ...fileWarnings(scan, dialect, []), ...misshapenWarnings(scan)],
    lineOf: (record) => (isDirect ? [...rawRecords(delivery.path, rules, scan.checkpoints, [record])][0]?.line : undefined)
  };
}

function refuse({ oversize, records }: Scan, file: string, dialect: Dialect): void {
  if (oversize)
    throw new Refusal(
      { file, line: oversize.line, column: dialect.header[oversize.cell - 1] },
      'a cell or row longer than anything that is a table begins here',
      'A quote is not closed: correct this row.'
    );
  if (records === 0)
    throw new Refusal({ file }, 'the file has a header and no rows', 'There is nothing to look at: check the filter of the export.');
}

const misshapenWarnings = ({ misshapen: [first], misshapenCount }: Scan): string[] =>
  first
    ? [
        misshapenCount === 1
          ? `the row in line ${first.line} has not as many cells as the header: it is rejected`
          : `${misshapenCount.toLocaleString('en')} rows have not as many cells as the header, the first in line ${first.line}: they are rejected`
      ]
    : [];

interface Look {
  dialect: Dialect;
  rules: ScanRules;
  scan: Scan;
  folder: string;
}

/**
 * Loads the text itself where the engine reads as many records as were counted; else a clean copy of its well-formed records; else what
 * Papa Parse makes of them.
 */
async function loadRows(connection: Connection, { path, file }: Delivery, look: Look): Promise<Source> {
  const { dialect, rules, scan, folder } = look;
  const base = {
    delimiter: dialect.delimiter,
    width: dialect.header.length,
    recordBytes: scan.widestRecord > usualRecordBytes ? rules.limits.recordBytes + 1024 : undefined
  };
  const to = join(folder, 'records.csv');
  const rewriting = { path, to, rules, skip: new Set(scan.misshapen.map(({ record }) => record)) };
  const copy: Source = { ...base, path: to, newline: 'lf', hasHeader: false, skipLines: 0 };
  const direct: Source = { ...base, path, newline: dialect.newline, hasHeader: true, skipLines: dialect.skipLines };
  const routes: { source: Source; prepare?: () => Promise<unknown>; isFor: boolean }[] = [
    { source: direct, isFor: isPlain(scan) },
    { source: copy, prepare: () => copyRecords(rewriting), isFor: scan.irregularQuotes === 0 && scan.looseReturns === 0 },
    { source: copy, prepare: () => reparseRecords(rewriting), isFor: true }
  ];
  for (const { source, prepare } of routes.filter(({ isFor }) => isFor)) {
    await prepare?.();
    if ((await rowsRead(connection, source)) === scan.records - scan.misshapen.length) return source;
  }
  throw new Refusal({ file }, 'two readers disagree about its rows', 'Export it again with cells in quotes.');
}

function isPlain({ irregularQuotes, looseReturns, lines, misshapen, strayMarks }: Scan): boolean {
  const isMixed = Object.values(lines).filter((count) => count > 0).length > 1;
  return irregularQuotes === 0 && looseReturns === 0 && !isMixed && misshapen.length === 0 && strayMarks === 0;
}

/** Loads a text as `delivery`; undefined when the engine refuses it. */
async function rowsRead(connection: Connection, source: Source): Promise<number | undefined> {
  try {
    await connection.run(`CREATE OR REPLACE TABLE delivery AS SELECT row_number() OVER () - 1 AS record, * FROM ${readCsv(source)}`);
    return (await connection.one<{ count: number }>('SELECT count(*) AS count FROM delivery'))!.count;
  } catch {
    return undefined;
  }
}
