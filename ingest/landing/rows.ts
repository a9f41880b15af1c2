import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '#warehouse/connection.ts';
import { changeInstants } from '#warehouse/landing.ts';
import type { Meaning } from '../meaning.ts';
import { findKnown, withoutKnown, withoutLeaks } from './finish.ts';
import { pathPattern } from './source.ts';
import { countRejected, type Stage } from './stage.ts';

/**
 * Turns a stage into the landed rows, in place: no rejected rows, no back-filled values, nothing that was known already. The usual
 * delivery needs none of that and its file stays as it was written. The file is removed when no row is left.
 * @param earlier Parquet files of earlier loads of the type, oldest first
 */
export async function landRows(
  connection: Connection,
  meaning: Meaning,
  { path, rows, compiled }: Stage,
  earlier: readonly string[]
): Promise<{ loaded: number; merged: number }> {
  const rejected = await countRejected(connection, path, meaning.grain);
  const accepted = rows - rejected;
  if (accepted === 0) {
    rmSync(path);
    return { loaded: 0, merged: 0 };
  }
  const isLeaky = meaning.grain === 'update' && compiled.backfilled.length > 0;
  if (isLeaky) await replace(path, (to) => withoutLeaks(connection, meaning, compiled.backfilled, rows, path, to));
  const merged = await findKnown(connection, meaning, isLeaky ? accepted : rows, path, earlier);
  if (merged === accepted) rmSync(path);
  else if (merged > 0 || (rejected > 0 && !isLeaky)) await replace(path, (to) => withoutKnown(connection, meaning.grain, path, to));
  return { loaded: accepted - merged, merged };
}

async function replace(path: string, write: (to: string) => Promise<void>): Promise<void> {
  const written = `${path}.written`;
  await write(written);
  renameSync(written, path);
}

/** Least and greatest instant of any change that the rows tell, ISO 8601 UTC. */
export async function covers(
  connection: Connection,
  meaning: Meaning,
  folder: string,
  file: string
): Promise<{ from: string; to: string } | undefined> {
  const instants = changeInstants(meaning.type);
  if (!instants.length) return undefined;
  const sides = `least(${instants.map((name) => `min(${name})`).join(', ')}) AS least, greatest(${instants.map((name) => `max(${name})`).join(', ')}) AS greatest`;
  const sql = `SELECT ${sides} FROM read_parquet(${pathPattern(join(folder, file))})`;
  const row = await connection.one<{ least: Date | null; greatest: Date | null }>(sql);
  return row?.least && row.greatest ? { from: row.least.toISOString(), to: row.greatest.toISOString() } : undefined;
}
