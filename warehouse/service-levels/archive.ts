import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Home } from '../home.ts';

/** The build that first used some definitions. */
export interface FirstUse {
  buildId: string;
  /** Data instant, ISO 8601. */
  asOf: string | undefined;
  /** When it was published, ISO 8601; builds of long ago do not tell. */
  publishedAt?: string;
}

/** Definitions as they once were: texts by file name. */
export interface ArchivedDefinitions {
  /** First sixteen hexadecimal digits of their SHA-256; the name of the folder. */
  sha256: string;
  /** Counts up with every definitions that come into the archive. */
  sequence: number;
  firstUse?: FirstUse;
  files: Readonly<Record<string, string>>;
}

const kept = /^(?:calendars\.yaml|agreements\.yaml|.*\.ics)$/i;
const folderOf = (home: Home): string => join(home.definitions, '.history');

/** Files of the definitions that the service levels are made of, by name. */
export function definitionTexts(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  const own = names.filter((name) => kept.test(name) && !/^(\.history|proposals)\//.test(name)).sort();
  return Object.fromEntries(own.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/**
 * Keeps the calendars and agreements of a home as they are now, under their checksum, once. A folder that cannot be written to is no
 * error: what was promised counts without its history.
 * @returns the folder, relative to the home; undefined where there is nothing to keep
 */
export function archiveDefinitions(home: Home, sha256: string, firstUse?: FirstUse): string | undefined {
  const texts = definitionTexts(home.definitions);
  if (Object.keys(texts).length === 0) return undefined;
  const name = sha256.slice(0, 16);
  const folder = join(folderOf(home), name);
  try {
    if (!existsSync(folder)) writeFolder(folder, texts, readArchive(home).length + 1);
    if (firstUse && !existsSync(join(folder, 'first-use.json')))
      writeDurably(join(folder, 'first-use.json'), `${JSON.stringify(firstUse, null, 2)}\n`);
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return undefined;
  }
  return `definitions/.history/${name}`;
}

function writeFolder(folder: string, texts: Readonly<Record<string, string>>, sequence: number): void {
  const draft = `${folder}.writing`;
  rmSync(draft, { recursive: true, force: true });
  for (const [name, text] of Object.entries({ ...texts, 'sequence.txt': `${sequence}\n` })) {
    mkdirSync(dirname(join(draft, name)), { recursive: true });
    writeFileSync(join(draft, name), text);
  }
  if (existsSync(folder)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, folder);
}

/** Writes beside the place and renames into it. */
export function writeDurably(path: string, text: string): void {
  writeFileSync(`${path}.writing`, text);
  renameSync(`${path}.writing`, path);
}

/** Everything that is kept, oldest first. What was not written by this product is passed over. */
export function readArchive(home: Home): ArchivedDefinitions[] {
  const folder = folderOf(home);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^[0-9a-f]{16}$/.test(name) && existsSync(join(folder, name, 'sequence.txt')));
  const all = names.map((name): ArchivedDefinitions => {
    const own = join(folder, name);
    const used = join(own, 'first-use.json');
    const sequence = Number(readFileSync(join(own, 'sequence.txt'), 'utf8'));
    const firstUse = existsSync(used) ? (JSON.parse(readFileSync(used, 'utf8')) as FirstUse) : undefined;
    return { sha256: name, sequence, ...(firstUse ? { firstUse } : {}), files: definitionTexts(own) };
  });
  return all.sort((a, b) => a.sequence - b.sequence || (a.sha256 < b.sha256 ? -1 : 1));
}

/** Copies a file into the definitions, making its folder. */
export function copyDefinition(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, `${to}.writing`);
  renameSync(`${to}.writing`, to);
}
