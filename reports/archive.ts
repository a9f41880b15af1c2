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
  const parent = join(archive, about.report, about.period);
  const name = nameOf(about);
  const folder = join(parent, name);
  if (existsSync(join(folder, 'edition.json'))) return extend(folder, files, contents);
  const edition: Edition = { ...about, files };
  const scratch = join(parent, `.writing-${name}`);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(scratch, name), content, { flush: true });
  writeFileSync(join(scratch, 'edition.json'), text(edition), { flush: true });
  renameSync(scratch, folder);
  return { folder, edition, isUnchanged: false };
}

/** What the edition was made from: the build, the version of the report, what people said of the period, and where its figures lead. */
const nameOf = ({ knowledge: { buildId, remarksSha256, address }, version }: Omit<Edition, 'files'>): string =>
  [`${buildId}-v${version}`, remarksSha256?.slice(0, 16), address && `at-${sha256(address).slice(0, 8)}`].filter(Boolean).join('-');

const text = (edition: Edition): string => `${JSON.stringify(edition, null, 2)}\n`;

/** A file of another format may join an edition; a file that is there may not differ. */
function extend(folder: string, files: Edition['files'], contents: Readonly<Record<string, string | Uint8Array>>): Archived {
  const kept = readEdition(folder);
  const known = new Map(kept.files.map((file) => [file.name, file]));
  for (const file of files) {
    const other = known.get(file.name);
    if (other && other.sha256 !== file.sha256) throw new Error(differs(join(folder, file.name), other.sha256, file.sha256));
  }
  const added = files.filter((file) => !known.has(file.name));
  if (added.length === 0) return { folder, edition: kept, isUnchanged: true };
  for (const { name } of added) writeFileSync(join(folder, name), contents[name]!, { flush: true });
  const edition = { ...kept, files: [...kept.files, ...added].sort((a, b) => (a.name < b.name ? -1 : 1)) };
  writeFileSync(join(folder, '.edition.json'), text(edition), { flush: true });
  renameSync(join(folder, '.edition.json'), join(folder, 'edition.json'));
  return { folder, edition, isUnchanged: false };
}

const differs = (path: string, kept: string, made: string): string =>
  `${path}: the archive holds other bytes (${kept.slice(0, 12)}) than this run made (${made.slice(0, 12)}); nothing was overwritten`;

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
