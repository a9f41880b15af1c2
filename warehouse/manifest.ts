import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LandedType } from './contract.ts';

/**
 * What one landed delivery is: `manifest.json` in `landing/<load_id>/`. A load folder appears by one rename, so it is there
 * wholly or not at all, and is never changed afterwards.
 */
export interface Manifest {
  /** Sorts by time of landing: `20260331T235959123Z-<first 12 of sha256>`. */
  loadId: string;
  /** Instant from which the warehouse knows these rows, ISO 8601 UTC. */
  knownAt: string;
  /** Name of the feed, or `manual`. */
  feed: string;
  /** File as delivered; inside an archive `archive.zip!entry.csv`. Name only, never a path of the machine. */
  file: string;
  bytes: number;
  sha256: string;
  type: LandedType;
  /** Version of the contract whose columns the rows hold; absent in manifests of the first. */
  contract?: number;
  grain: 'record' | 'update';
  mapping: { name: string; version: number; sha256: string };
  /** Header of the delivery, for loading its rejected rows again. */
  header: string[];
  dialect: { delimiter: string; quote: string; encoding: string };
  /** `in` = `loaded` + `merged` + `rejected`; merged rows were known already, word for word. */
  rows: { in: number; loaded: number; merged: number; rejected: number };
  /** Columns of the delivery that the mapping does not use. */
  unmapped: string[];
  /** Least and greatest instant of any change told by the rows, ISO 8601 UTC; absent when none. */
  covers?: { from: string; to: string };
  /** Things worth a look that reject nothing: truncation, mixed formats, future leakage. */
  warnings: string[];
  /** Parquet files beside the manifest. `rows` is absent when nothing was loaded. */
  files: { rows?: string; rejections?: string };
}

/** Columns of `rejections.parquet`: one row per rejected row of the delivery. */
export const rejectionColumns = ['line', 'column', 'value', 'reason', 'raw'] as const;

/** All loads of a landing zone known at an instant, oldest first. Folders without a manifest (a load under way) are passed over. */
export function readManifests(landing: string, knownAt?: string): Manifest[] {
  if (!existsSync(landing)) return [];
  return readdirSync(landing)
    .filter((folder) => !folder.startsWith('.') && existsSync(join(landing, folder, 'manifest.json')))
    .sort()
    .map((folder) => JSON.parse(readFileSync(join(landing, folder, 'manifest.json'), 'utf8')) as Manifest)
    .filter((manifest) => knownAt === undefined || manifest.knownAt <= knownAt);
}
