import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from './report.ts';

/** One archived run of a report: `archive/<report>/<period>/<build>/edition.json`. Holds no instant of its own making. */
export interface Edition {
  report: string;
  version: number;
  period: string;
  knowledge: Knowledge;
  files: { name: string; bytes: number; sha256: string }[];
}

export interface Archived {
  folder: string;
  edition: Edition;
  /** The same bytes stood there already. */
  isUnchanged: boolean;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * Keeps an edition, wholly or not at all: it is written beside its place and renamed. The same report over the same knowledge
 * finds itself there and changes nothing.
 * @throws when other bytes stand in the place, since that would mean the report is not reproducible
 */
export function archiveEdition(
  archive: string,
  about: Omit<Edition, 'files'>,
  contents: Readonly<Record<string, string | Uint8Array>>
): Archived {
  const files = Object.entries(contents).map(([name, content]) => ({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) }));
  const edition: Edition = { ...about, files };
  const parent = join(archive, about.report, about.period);
  const folder = join(parent, `${about.knowledge.buildId}-v${about.version}`);
  if (existsSync(join(folder, 'edition.json'))) return { folder, edition: sameOrThrow(folder, edition), isUnchanged: true };
  const scratch = join(parent, `.writing-${about.knowledge.buildId}-v${about.version}`);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(scratch, name), content, { flush: true });
  writeFileSync(join(scratch, 'edition.json'), JSON.stringify(edition, null, 2) + '\n', { flush: true });
  renameSync(scratch, folder);
  return { folder, edition, isUnchanged: false };
}

/** Files asked for later, in another format, may join; a file that is there may not differ. */
function sameOrThrow(folder: string, edition: Edition): Edition {
  const kept = readEdition(folder);
  for (const file of edition.files) {
    const other = kept.files.find((one) => one.name === file.name);
    if (other && other.sha256 !== file.sha256) {
      throw new Error(
        `${join(folder, file.name)}: the archive holds other bytes (${other.sha256.slice(0, 12)}) than this run made (${file.sha256.slice(0, 12)}); nothing was overwritten`
      );
    }
  }
  return kept;
}

const readEdition = (folder: string): Edition => JSON.parse(readFileSync(join(folder, 'edition.json'), 'utf8')) as Edition;

/** All editions, by report, period and build. */
export function listEditions(archive: string): (Edition & { folder: string })[] {
  const below = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
          .map((entry) => join(folder, entry.name))
          .sort()
      : [];
  return below(archive)
    .flatMap(below)
    .flatMap(below)
    .filter((folder) => existsSync(join(folder, 'edition.json')))
    .map((folder) => ({ ...readEdition(folder), folder }));
}
