import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Connection } from '#warehouse/connection.ts';
import type { Home } from '#warehouse/home.ts';
import { contractVersion } from '#warehouse/contract.ts';
import { readManifests, type Manifest } from '#warehouse/manifest.ts';
import type { Meaning } from '../meaning.ts';
import { sniffDialect, type Dialect } from '../readers/dialect.ts';
import type { Limits } from '../readers/limits.ts';
import { readAs, readHead, type Delivery } from '../readers/open.ts';
import { hashFile } from '../readers/scan-file.ts';
import { Refusal } from '../refusal.ts';
import { commit, nameLoad, openIncoming, rejectionsFile } from './commit.ts';
import { readDelivery, type Reading } from './read-delivery.ts';
import { collectRejections, writeRejections } from './rejections.ts';
import type { DeliveryReport, LandingProgress, Outcome, Rejection, RowCounts } from './report.ts';
import { covers, landRows } from './rows.ts';
import { verdicts } from './stage.ts';
import { cellWarnings, countWarnings, fileWarnings } from './warnings.ts';

export interface Landing {
  home: Home;
  meaning: Meaning;
  feed: string;
  now: Date;
  limits: Limits;
  scratch: string;
  memoryLimit: string;
  onProgress: (progress: LandingProgress) => void;
}

/** A delivery made of the rejected rows of an earlier one. */
export interface Again {
  dialect: Dialect;
  encoding: string;
  lineOf: (record: number) => number;
}

/**
 * Lands one table: wholly, or not at all.
 * @throws Refusal or MappingError when it cannot be taken; whatever the disk or the engine throws. Nothing has appeared then.
 */
export async function landDelivery(landing: Landing, delivery: Delivery, again?: Again): Promise<DeliveryReport> {
  const manifests = readManifests(landing.home.landing);
  const known = await landedBefore(landing, delivery, manifests);
  if (known) return reportOf(known, 'already landed', []);
  const folder = openIncoming(landing.home);
  const spill = join(landing.scratch, 'spill');
  const database = await openDatabase(':memory:', { memoryLimit: landing.memoryLimit, temporaryFolder: spill });
  try {
    return await database.with(async (connection) => {
      const work: Work = { ...landing, connection, manifests, folder, again };
      return write(work, await readUnchanged(work, delivery));
    });
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Work extends Landing {
  connection: Connection;
  manifests: Manifest[];
  /** Where the load is written before it appears. */
  folder: string;
  again?: Again;
}

interface ReadText extends Reading {
  delivery: Delivery;
  dialect: Dialect;
}

async function readUnchanged(work: Work, delivery: Delivery): Promise<ReadText> {
  work.onProgress({ stage: 'reading', file: delivery.file });
  const before = statSync(delivery.source);
  const [read] = await Promise.allSettled([readText(work, delivery)]);
  const after = statSync(delivery.source);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || after.ino !== before.ino) {
    const wayOut = 'Load it again when it has been written to its end; nothing was loaded.';
    throw new Refusal({ file: delivery.file }, 'the file changed while it was read', wayOut);
  }
  if (read.status === 'rejected') throw read.reason;
  return read.value;
}

async function readText(work: Work, delivery: Delivery): Promise<ReadText> {
  const { meaning, limits, scratch, connection, again } = work;
  const dialect = again?.dialect ?? (await dialectOf(delivery));
  const earlier = shorter(work, delivery);
  const stagePath = join(work.folder, rowsFile(meaning));
  const reading = await readDelivery({ connection, delivery, dialect, meaning, limits, earlier, scratch, stagePath });
  if ('stage' in reading) return { ...reading, delivery, dialect };
  const evidence = 'not UTF-8 throughout, read as windows-1252';
  return readText(work, await readAs(delivery, { encoding: 'windows-1252', hasBom: false, evidence }, scratch, earlier));
}

const rowsFile = ({ type }: Meaning): string => `${type}.parquet`;
const headBytes = 1 << 18;

async function dialectOf({ path, file }: Delivery): Promise<Dialect> {
  const { bytes, size } = await readHead(path, headBytes);
  return sniffDialect(new TextDecoder('utf-8').decode(bytes), bytes.length === size, file);
}

/** Earlier deliveries of this feed and type with which a longer one may begin. */
const shorter = ({ feed, meaning, manifests }: Work, { bytes }: Delivery): Manifest[] =>
  manifests.filter((manifest) => manifest.feed === feed && manifest.type === meaning.type && manifest.bytes < bytes);

async function landedBefore({ meaning }: Landing, delivery: Delivery, manifests: Manifest[]): Promise<Manifest | undefined> {
  const alike = manifests.filter(({ bytes, mapping }) => bytes === delivery.bytes && mapping.sha256 === meaning.sha256);
  if (alike.length === 0) return undefined;
  const sha256 = delivery.fingerprint?.sha256 ?? (await hashFile(delivery.source));
  return alike.find((manifest) => manifest.sha256 === sha256);
}

async function write(work: Work, read: ReadText): Promise<DeliveryReport> {
  const { home, meaning, now, connection, folder, again, onProgress } = work;
  const { delivery, dialect, scan, stage } = read;
  onProgress({ stage: 'checking', file: delivery.file });
  const cells = await cellWarnings(connection, stage.compiled);
  const rejected = await landRejections(work, read);
  if (again && rejected.count === scan.records) throw nothingMended(delivery, meaning, rejected.first[0]!);
  onProgress({ stage: 'writing', file: delivery.file });
  const { loaded, merged } = await landRows(connection, meaning, stage, earlierRows(work));
  const rows: RowCounts = { in: scan.records, loaded, merged, rejected: rejected.count };
  const sha256 = delivery.fingerprint?.sha256 ?? scan.sha256;
  const beginsWith = delivery.fingerprint?.beginsWith ?? scan.beginsWith;
  const longer = shorter(work, delivery).filter((manifest) => beginsWith.includes(manifest.sha256));
  const file = again ? [] : fileWarnings(scan, dialect, longer);
  const manifest: Manifest = {
    loadId: nameLoad(home, now, sha256),
    knownAt: now.toISOString(),
    feed: work.feed,
    file: delivery.file,
    bytes: delivery.bytes,
    sha256,
    type: meaning.type,
    contract: contractVersion,
    grain: meaning.grain,
    mapping: { name: meaning.name, version: meaning.version, sha256: meaning.sha256 },
    header: dialect.header,
    dialect: { delimiter: dialect.delimiter, quote: '"', encoding: again?.encoding ?? delivery.encoding },
    rows,
    unmapped: stage.compiled.unmapped,
    covers: loaded > 0 ? await covers(connection, meaning, folder, rowsFile(meaning)) : undefined,
    warnings: [...delivery.evidence, ...file, ...cells, ...countWarnings(rows)],
    files: { ...(loaded > 0 && { rows: rowsFile(meaning) }), ...(rejected.count > 0 && { rejections: rejectionsFile }) }
  };
  await commit(connection, home, folder, manifest);
  return reportOf(manifest, 'landed', rejected.first);
}

async function landRejections({ connection, meaning, scratch, folder, again }: Work, { delivery, rules, scan, stage }: ReadText) {
  const to = join(scratch, 'rejections.ndjson');
  const judged = verdicts(connection, stage.path, meaning.grain);
  const found = await collectRejections({ path: delivery.path, rules, scan, verdicts: judged, lineOf: again?.lineOf, to });
  if (found.count > 0) await writeRejections(connection, to, join(folder, rejectionsFile), scan.widestRecord);
  return found;
}

const earlierRows = ({ home, meaning, manifests }: Work): string[] =>
  manifests
    .filter((manifest) => manifest.type === meaning.type && manifest.files.rows)
    .map((manifest) => join(home.landing, manifest.loadId, manifest.files.rows!));

function nothingMended({ file }: Delivery, { name, version }: Meaning, { line, column, reason }: Rejection): Refusal {
  const found = `the mapping ${name} (version ${version}) rejects all of these rows again; the first because ${reason}`;
  return new Refusal({ file, line, column: column ?? undefined }, found, 'Correct the mapping first; nothing was loaded.');
}

function reportOf(manifest: Manifest, outcome: Outcome, firstRejections: Rejection[]): DeliveryReport {
  const { file, loadId, type, mapping, rows, warnings, unmapped } = manifest;
  return {
    file,
    outcome,
    loadId,
    type,
    mapping: { name: mapping.name, version: mapping.version },
    rows,
    warnings,
    firstRejections,
    unmapped
  };
}
