import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, type Connection } from '#warehouse/connection.ts';
import { readManifests, type Manifest } from '#warehouse/manifest.ts';
import { landAgain, type LandRequest, type LandingReport } from './land.ts';
import { zeroSign } from './landing/rejections.ts';
import { pathPattern } from './landing/source.ts';
import type { Delivery } from './readers/open.ts';

export interface RetryRequest extends Omit<LandRequest, 'path' | 'feed'> {
  /** Load whose rejected rows are to be read again. */
  loadId: string;
}

/**
 * Loads the rejected rows of a load again, from their raw text, with a corrected mapping: as a load of its own. Rows that are rejected
 * again keep the line of the original file. Once more with the same mapping changes nothing.
 * @throws when there is no such load or it rejected nothing
 */
export async function retryRejections({ loadId, ...request }: RetryRequest): Promise<LandingReport> {
  const { home } = request;
  const manifest = readManifests(home.landing).find((candidate) => candidate.loadId === loadId);
  if (!manifest) throw new Error(`no load ${loadId} in ${home.landing}`);
  if (!manifest.files.rejections) throw new Error(`load ${loadId} (${manifest.file}) has no rejected rows`);
  mkdirSync(home.scratch, { recursive: true });
  const path = join(home.scratch, `retry-${process.pid}-${loadId}.csv`);
  try {
    const lines = await writeRaw(manifest, join(home.landing, loadId, manifest.files.rejections), path);
    const { delimiter, encoding } = manifest.dialect;
    return await landAgain({ ...request, feed: manifest.feed }, deliveryOf(manifest, path), {
      dialect: { delimiter, newline: 'lf', skipLines: 0, header: manifest.header },
      encoding,
      lineOf: (record) => lines[record]!
    });
  } finally {
    if (existsSync(path)) rmSync(path);
  }
}

const suffix = ' (rejected rows)';

function deliveryOf({ file }: Manifest, path: string): Delivery {
  const name = file.endsWith(suffix) ? file : file + suffix;
  return { file: name, path, source: path, bytes: statSync(path).size, encoding: 'utf-8', evidence: [] };
}

/** Writes the header and the raw rows as one text; answers the original line of each. */
async function writeRaw(manifest: Manifest, rejections: string, to: string): Promise<number[]> {
  const lines: number[] = [];
  const target = await open(to, 'w');
  const database = await openDatabase(':memory:');
  try {
    await target.write(`${manifest.header.map((name) => `"${name.replaceAll('"', '""')}"`).join(manifest.dialect.delimiter)}\n`);
    await database.with(async (connection) => {
      for await (const page of rawPages(connection, rejections)) {
        lines.push(...page.map(({ line }) => line));
        await target.write(page.map(({ raw }) => `${raw.replaceAll(zeroSign, '\0')}\n`).join(''));
      }
    });
  } finally {
    database.close();
    await target.close();
  }
  return lines;
}

const pageRows = 10_000;

async function* rawPages(connection: Connection, path: string): AsyncGenerator<{ line: number; raw: string }[]> {
  const sql = `SELECT line, raw FROM read_parquet(${pathPattern(path)}, file_row_number = true)
    WHERE file_row_number >= $from AND file_row_number < $to ORDER BY file_row_number`;
  for (let from = 0; ; from += pageRows) {
    const page = await connection.all<{ line: number; raw: string }>(sql, { from, to: from + pageRows });
    if (page.length === 0) return;
    yield page;
  }
}
