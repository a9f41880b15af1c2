import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import { excerpt, Refusal } from '../refusal.ts';
import { BombGuard, type Unpacked } from './bomb.ts';
import type { Limits } from './limits.ts';
import { plainName } from './plain-name.ts';

interface UnpackedEntry {
  file: string;
  path: string;
}

const clutter = /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
const archives = /\.(zip|gz|tgz|tar|7z|rar|bz2|xz|zst|jar)$/i;
const officeParts = /^(\[Content_Types\]\.xml$|_rels\/|xl\/|word\/)/;
const tables = /\.(csv|tsv|tab|txt|dsv)$/i;

/**
 * Unpacks the tables of a zip archive into the scratch folder, under names of its own. The whole archive is refused when any
 * entry has a path trick, is a link, encrypted, an archive itself, too large, or not what its checksum says.
 */
export async function unzip(path: string, file: string, scratch: string, limits: Limits): Promise<UnpackedEntry[]> {
  const archive = await openArchive(path, file);
  try {
    const entries = await listEntries(archive, file, limits);
    const unpacked: Unpacked = { bytes: 0 };
    const written: UnpackedEntry[] = [];
    for (const [index, entry] of entries.entries()) {
      const place = `${file}!${plainName(entry.fileName)}`;
      const to = join(scratch, `entry-${index}.csv`);
      await unpackEntry(archive, entry, to, new BombGuard(place, entry.compressedSize, limits, unpacked), place);
      written.push({ file: place, path: to });
    }
    return written;
  } finally {
    archive.close();
  }
}

async function openArchive(path: string, file: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true });
  } catch (error) {
    throw damaged(file, error);
  }
}

async function listEntries(archive: ZipFile, file: string, limits: Limits): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      const trouble = nameTrouble(entry.fileName);
      if (trouble) throw hostile(file, entry.fileName, trouble);
      if (entry.fileName.endsWith('/') || clutter.test(entry.fileName)) continue;
      if (entries.length >= limits.entries) throw hostile(file, '', `it has more than ${limits.entries} entries`);
      refuseEntry(entry, file);
      entries.push(entry);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const name = /(?:invalid relative path|absolute path|invalid characters in fileName): (.*)/.exec((error as Error).message);
    throw name ? hostile(file, name[1]!, 'its name leads out of the archive') : damaged(file, error);
  }
  if (entries.length === 0) throw new Refusal({ file }, 'the archive holds no table', 'Pack the CSV files into it.');
  return entries;
}

const nameTrouble = (name: string): string | undefined =>
  validateFileName(name) || name.includes('\0') ? 'its name leads out of the archive' : undefined;

function refuseEntry(entry: Entry, file: string): void {
  const name = entry.fileName;
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) throw hostile(file, name, 'it is a link');
  if (entry.isEncrypted()) throw new Refusal({ file: `${file}!${plainName(name)}` }, 'it is encrypted', 'Pack it without a password.');
  if (officeParts.test(name)) throw new Refusal({ file }, 'this is an office document', 'Save the sheet as CSV (UTF-8).');
  if (archives.test(name)) throw hostile(file, name, 'it is an archive inside an archive');
  if (!tables.test(name)) {
    const found = `"${excerpt(name)}" in it is no table (.csv, .tsv, .txt)`;
    throw new Refusal({ file }, found, 'Pack the exports alone; nothing of this archive was loaded.');
  }
}

async function unpackEntry(archive: ZipFile, entry: Entry, to: string, guard: BombGuard, place: string): Promise<void> {
  const checksum = new Checksum();
  try {
    await pipeline(await archive.openReadStreamPromise(entry), guard, checksum, createWriteStream(to));
  } catch (error) {
    if (error instanceof Refusal || (error as NodeJS.ErrnoException).syscall) throw error;
    throw damaged(place, error);
  }
  if (checksum.value !== entry.crc32 || checksum.bytes !== entry.uncompressedSize) {
    throw damaged(place, new Error('its checksum does not fit its content'));
  }
}

class Checksum extends Transform {
  value = 0;
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.value = crc32(chunk, this.value);
    this.bytes += chunk.length;
    done(null, chunk);
  }
}

const hostile = (file: string, entry: string, found: string): Refusal =>
  new Refusal(
    { file: entry ? `${file}!${plainName(excerpt(entry))}` : file },
    found,
    'The whole archive is refused and nothing of it was loaded: pack the CSV files themselves, without folders or links.'
  );

const damaged = (file: string, error: unknown): Refusal =>
  new Refusal({ file }, `the archive is not whole: ${excerpt((error as Error).message, 120)}`, 'Fetch it again; nothing of it was loaded.');
