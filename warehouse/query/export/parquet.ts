import { randomBytes } from 'node:crypto';
import { literal } from '../../connection.ts';
import type { Contents } from './checksum.ts';
import type { ExportJob } from './job.ts';
import { closed } from './manifest.ts';

/** Key of the file's metadata under which the manifest stands as JSON. */
export const parquetKey = 'plimsoll';

/**
 * Parquet by the engine's own writer. The manifest stands in the footer, which the engine writes last but wants told first: a
 * mark of the same length holds the place of row count and checksum, and is overwritten as it comes by.
 */
export async function* writeParquet(job: ExportJob): AsyncGenerator<Uint8Array> {
  const mark = randomBytes(32).toString('hex');
  const unknown = JSON.stringify(closed(job.manifest, { rows: 0, checksum: '' }));
  const place = placeOf({ rows: 0, checksum: '' });
  if (!unknown.includes('"rows":0,"checksum":""')) throw new Error('the manifest has no place for its rows');
  const text = unknown.replace('"rows":0,"checksum":""', () => mark.padEnd(place.length, '.'));
  const form = `FORMAT parquet, COMPRESSION zstd, KV_METADATA {${parquetKey}: ${literal(text)}}`;
  yield* overwritten(job.copied(job.rows.sql, form), Buffer.from(mark), async () => Buffer.from(placeOf(await job.contents())));
}

/** Of the same length for all rows and checksums: JSON allows blanks before a number. */
const placeOf = ({ rows, checksum }: Contents): string => `"rows":${String(rows).padStart(20)},"checksum":"${checksum.padStart(64, '0')}"`;

/** Bytes in which what stands at the mark is replaced. The little that comes after it waits until the replacement is known. */
async function* overwritten(
  source: AsyncIterable<Uint8Array>,
  mark: Buffer,
  replacement: () => Promise<Buffer>
): AsyncGenerator<Uint8Array> {
  let kept = Buffer.alloc(0);
  let isFound = false;
  for await (const bytes of source) {
    kept = Buffer.concat([kept, bytes]);
    if (isFound) continue;
    const at = kept.indexOf(mark);
    isFound = at >= 0;
    const passed = isFound ? at : Math.max(0, kept.length - mark.length + 1);
    if (passed > 0) yield kept.subarray(0, passed);
    kept = kept.subarray(passed);
  }
  if (!isFound) throw new Error('the engine wrote no metadata');
  const known = await replacement();
  known.copy(kept);
  yield kept;
}
