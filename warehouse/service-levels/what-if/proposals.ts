import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Home } from '../../home.ts';
import { readConfig } from '../../config.ts';
import { definitionsSha256 } from '../../fingerprint.ts';
import type { Definitions } from '../definitions.ts';
import { describeIssue, loadDefinitions, validateDefinitions, type Validation } from '../validate.ts';

/** The files that what is promised hangs on. */
const counted = /^(calendars\.yaml|agreements\.yaml|.*\.ics)$/i;
const isProposalName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(name);

/** Definitions that cannot be compared, with everything that is wrong with them. */
export class ProposalError extends Error {
  override name = 'ProposalError';
}

/** Where proposed definitions stand: one folder each, with `agreements.yaml`, `calendars.yaml` or both. */
export const proposalsFolder = (home: Home): string => join(home.definitions, 'proposals');

/** Names of the proposals of a home, in order. */
export function listProposals(home: Home): string[] {
  const folder = proposalsFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isProposalName(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Folder of a proposal; undefined when there is none of that name. */
export const proposalFolder = (home: Home, name: string): string | undefined =>
  listProposals(home).includes(name) ? join(proposalsFolder(home), name) : undefined;

/** Definitions with their checksum. */
export interface Proposed {
  definitions: Definitions;
  warnings: string[];
  /** SHA-256 over all files that count, those of the home among them. */
  sha256: string;
}

/**
 * The definitions of a home with the files of a folder in place of its own; files that the folder lacks are unchanged.
 * @param label how messages name the folder
 * @throws {ProposalError} with file, line, column and way out
 */
export function readProposal(home: Home, folder: string, label: string): Proposed {
  const own = existsSync(folder) ? filesOf(folder) : [];
  if (!own.some((name) => name.endsWith('.yaml')))
    throw new ProposalError(
      `${label} has neither agreements.yaml nor calendars.yaml: copy one of them there from the definitions and change it`
    );
  mkdirSync(home.scratch, { recursive: true });
  const root = mkdtempSync(join(home.scratch, 'proposal-'));
  try {
    const joined: Home = { ...home, root, definitions: join(root, 'definitions') };
    for (const [from, names] of [
      [home.definitions, filesOf(home.definitions)],
      [folder, own]
    ] as const)
      for (const name of names) {
        mkdirSync(dirname(join(joined.definitions, name)), { recursive: true });
        copyFileSync(join(from, name), join(joined.definitions, name));
      }
    return proposed(validateDefinitions(joined), joined.definitions, own, label);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function proposed({ definitions, errors, warnings }: Validation, folder: string, own: readonly string[], label: string): Proposed {
  const words = (issue: Validation['errors'][number]): string => {
    const name = issue.file.replace(/^definitions\//, '');
    return describeIssue(own.includes(name) ? { ...issue, file: `${label}/${name}` } : issue);
  };
  if (!definitions) throw new ProposalError(`the definitions in ${label} cannot be used:\n${errors.map(words).join('\n')}`);
  const hash = createHash('sha256');
  for (const name of filesOf(folder)) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
  return { definitions, warnings: warnings.map(words), sha256: hash.digest('hex') };
}

/** Plain files that count, by name, in order; proposals, what the product keeps and links are passed over. */
function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => counted.test(name) && !/^(proposals|\.[^/]*)\//.test(name) && lstatSync(join(folder, name)).isFile())
    .sort();
}

/** The definitions that a published build was made of. */
export interface PublishedDefinitions {
  definitions: Definitions;
  /** `kept`: as they were then; `home`: the home's, which are the same still; `changed`: the home's, changed since the build. */
  from: 'kept' | 'home' | 'changed';
}

/** @param sha256 checksum that the build tells */
export function publishedDefinitions(home: Home, sha256: string): PublishedDefinitions {
  const kept = join(home.definitions, '.history', sha256.slice(0, 16));
  const archived = existsSync(kept) ? validateDefinitions({ ...home, definitions: kept }).definitions : undefined;
  if (archived) return { definitions: archived, from: 'kept' };
  return { definitions: loadDefinitions(home), from: definitionsSha256(home, readConfig(home)) === sha256 ? 'home' : 'changed' };
}
