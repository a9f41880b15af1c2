import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { definitionsSha256 } from './fingerprint.ts';
import type { Home } from './home.ts';
import { readManifests } from './manifest.ts';
import { currentBuild } from './publish.ts';
import { readArchive, type ArchivedDefinitions } from './service-levels/archive.ts';

/** What was known at an instant: the deliveries that had landed and the definitions in force then. */
export interface Known {
  /** ISO 8601 UTC. */
  instant: string;
  /** Stands for deliveries and definitions together: the same knowledge has the same key. */
  key: string;
  loadIds: readonly string[];
  /** Definitions of then; absent when they are today's, or nothing older is kept. */
  definitions?: ArchivedDefinitions;
  /** Nothing has landed or changed since: the published build tells it. */
  isCurrent: boolean;
}

/** Where builds as known once are kept. */
export const knownFolder = (home: Home): string => join(home.warehouse, 'known');

/** What was known at an instant (ISO 8601); undefined when nothing had landed by then. */
export function knownAt(home: Home, instant: string): Known | undefined {
  const at = new Date(instant).toISOString();
  const loadIds = readManifests(home.landing, at).map(({ loadId }) => loadId);
  if (loadIds.length === 0) return undefined;
  const today = definitionsSha256(home, readConfig(home));
  const then = definitionsAt(home, at);
  const definitions = then && !today.startsWith(then.sha256) ? then : undefined;
  const sha256 = then?.sha256 ?? today.slice(0, 16);
  const key = createHash('sha256')
    .update(JSON.stringify([loadIds, sha256]))
    .digest('hex')
    .slice(0, 16);
  const current = currentBuild(home);
  const isCurrent = Boolean(current?.definitionsSha256.startsWith(sha256)) && same(current!.loadIds, loadIds);
  return { instant: at, key, loadIds, isCurrent, ...(definitions ? { definitions } : {}) };
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

/** When the first delivery landed, ISO 8601 UTC. */
export const firstKnownAt = (home: Home): string | undefined =>
  readManifests(home.landing)
    .map((manifest) => manifest.knownAt)
    .sort()[0];

/** The last definitions whose first build was there by an instant; before all of them, the first that are kept. */
function definitionsAt(home: Home, at: string): ArchivedDefinitions | undefined {
  const archive = readArchive(home).filter(({ firstUse }) => firstUse !== undefined);
  return archive.findLast(({ firstUse }) => (firstUse!.publishedAt ?? firstUse!.asOf ?? '') <= at) ?? archive[0];
}

/** The build that tells what was known, if it has been made: the newest of its key. */
export function knownFile(home: Home, { key }: Known): string | undefined {
  const [newest] = knownBuilds(home).filter(({ name }) => name.startsWith(`${key}-`));
  return newest && join(knownFolder(home), newest.name);
}

/** Builds as known once, the last made first. */
export function knownBuilds(home: Home): { name: string; madeAt: number }[] {
  const folder = knownFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}-[0-9a-f]{16}\.duckdb$/.test(name))
    .map((name) => ({ name, madeAt: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.madeAt - a.madeAt);
}
