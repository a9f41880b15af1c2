import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { excerpt, Refusal } from '../refusal.ts';
import { holdsAlerts, writeAlertTable } from './alerts.ts';
import { detectEncoding, transcode, type Encoding, type EncodingGuess } from './encoding.ts';
import type { Beginning } from './fingerprint.ts';
import { BombGuard } from './bomb.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { plainName } from './plain-name.ts';
import { unzip } from './zip.ts';

/** One table of a delivery, ready to read as UTF-8. */
export interface Delivery {
  /** Name for people and the manifest: the file's name, inside an archive `archive.zip!entry.csv`. */
  file: string;
  /** UTF-8 text: the file itself where it is plain, else a copy in the scratch folder. */
  path: string;
  /** As delivered, unpacked, before it was made UTF-8. */
  bytes: number;
  encoding: Encoding;
  /** Sentences about encoding and packing worth showing. */
  evidence: string[];
  /** Known already when another encoding had to be read through. */
  fingerprint?: { sha256: string; beginsWith: string[] };
  /** The unpacked bytes before transcoding. */
  source: string;
}

export interface Opening {
  /** Folder for unpacked and transcoded copies; the caller removes it. */
  scratch: string;
  limits?: Limits;
  /** Earlier deliveries that this one may begin with. */
  earlier?: readonly Beginning[];
}

const headBytes = 1 << 20;

/**
 * Opens a delivered file: plain text, gzip, or a zip archive with one or several tables. Archives are unpacked whole and checked
 * (names, sizes, checksums, bombs) before the first of their tables is handed out.
 * @throws Refusal naming file, what was found and the way out
 */
export async function openDelivery(path: string, { scratch, limits = defaultLimits, earlier = [] }: Opening): Promise<Delivery[]> {
  await mkdir(scratch, { recursive: true });
  const file = plainName(basename(path));
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal({ file }, found ? 'this is no file' : 'there is no such file', 'Check the path.');
  const magic = (await readHead(path, 8)).bytes;
  const kind = magics.find(({ bytes }) => bytes.every((byte, index) => magic[index] === byte));
  if (kind && 'format' in kind) throw new Refusal({ file }, `this is ${kind.format}, which is not read`, kind.wayOut!);
  if (kind?.name === 'zip') {
    const entries = await unzip(path, file, scratch, limits);
    return Promise.all(entries.map((entry) => asText(entry.path, entry.file, { scratch, limits, earlier })));
  }
  if (kind?.name === 'gzip') {
    const unpacked = join(scratch, `unpacked-${file.replaceAll(/[^\w.-]/g, '_').slice(-80)}`);
    await gunzip(path, unpacked, file, limits);
    return [await asText(unpacked, file, { scratch, limits, earlier })];
  }
  return [await asText(path, file, { scratch, limits, earlier })];
}

const magics: { bytes: number[]; name?: 'zip' | 'gzip'; format?: string; wayOut?: string }[] = [
  { bytes: [0x50, 0x4b, 3, 4], name: 'zip' },
  { bytes: [0x50, 0x4b, 5, 6], name: 'zip' },
  { bytes: [0x1f, 0x8b], name: 'gzip' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], format: 'a 7-Zip archive', wayOut: 'Pack it as zip or gzip, or deliver the CSV itself.' },
  { bytes: [0x52, 0x61, 0x72, 0x21], format: 'a RAR archive', wayOut: 'Pack it as zip or gzip, or deliver the CSV itself.' },
  { bytes: [0x42, 0x5a, 0x68], format: 'a bzip2 file', wayOut: 'Pack it as zip or gzip, or deliver the CSV itself.' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], format: 'an xz file', wayOut: 'Pack it as zip or gzip, or deliver the CSV itself.' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], format: 'a Zstandard file', wayOut: 'Pack it as zip or gzip, or deliver the CSV itself.' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], format: 'an old Excel workbook', wayOut: 'Save it as CSV (UTF-8).' }
];

/** Makes a delivery of an unpacked file, transcoded where it is not UTF-8. */
async function asText(path: string, file: string, { scratch, limits, earlier }: Required<Opening>): Promise<Delivery> {
  const { bytes: head, size } = await readHead(path, headBytes);
  if (size === 0) throw new Refusal({ file }, 'the file is empty', 'Export it again, and check that the export ended.');
  const guess = detectEncoding(head, head.length === size, file);
  const delivery: Delivery = { file, path, source: path, bytes: size, encoding: 'utf-8', evidence: [] };
  if (guess.encoding !== 'utf-8') return readAs(delivery, guess, scratch, earlier);
  return holdsAlerts(new TextDecoder('utf-8').decode(head)) ? asAlertTable(delivery, { scratch, limits, earlier }) : delivery;
}

/** A delivery of webhook calls as a table. */
async function asAlertTable(delivery: Delivery, { scratch, limits, earlier }: Required<Opening>): Promise<Delivery> {
  const path = join(
    scratch,
    `alerts-${basename(delivery.source)
      .replaceAll(/[^\w.-]/g, '_')
      .slice(-80)}.csv`
  );
  const fingerprint = await writeAlertTable(delivery.source, path, delivery.file, limits, earlier);
  const evidence = [...delivery.evidence, 'webhook calls of Alertmanager, read as one row per alert of each call'];
  return { ...delivery, path, evidence, fingerprint: { sha256: fingerprint.digest(), beginsWith: fingerprint.beginsWith } };
}

/** The same delivery, read in another encoding. */
export async function readAs(delivery: Delivery, guess: EncodingGuess, scratch: string, earlier: readonly Beginning[]): Promise<Delivery> {
  const path = join(
    scratch,
    `utf8-${basename(delivery.source)
      .replaceAll(/[^\w.-]/g, '_')
      .slice(-80)}`
  );
  const fingerprint = await transcode(delivery.source, path, guess, earlier, delivery.file);
  return {
    ...delivery,
    path,
    encoding: guess.encoding,
    evidence: [...delivery.evidence, ...(guess.evidence ? [guess.evidence] : [])],
    fingerprint: { sha256: fingerprint.digest(), beginsWith: fingerprint.beginsWith }
  };
}

async function gunzip(path: string, to: string, file: string, limits: Limits): Promise<void> {
  const packed = (await stat(path)).size;
  try {
    await pipeline(createReadStream(path), createGunzip(), new BombGuard(file, packed, limits), createWriteStream(to));
  } catch (error) {
    await rm(to, { force: true });
    if (error instanceof Refusal || !/^Z_|ERR_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const found = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'it ends before its end' : excerpt((error as Error).message);
    throw new Refusal({ file }, `the gzip file is not whole: ${found}`, 'Fetch it again; nothing of it was loaded.');
  }
}

/** First bytes and size of a file. */
export async function readHead(path: string, most: number): Promise<{ bytes: Uint8Array; size: number }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(most, size)), 0, Math.min(most, size), 0);
    return { bytes: buffer.subarray(0, bytesRead), size };
  } finally {
    await handle.close();
  }
}
