import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { definitionsSha256 } from '../fingerprint.ts';
import type { Home } from '../home.ts';
import { adoptText, AdoptionError, type Adoption, type DefinitionKind } from './adopt.ts';
import { archiveDefinitions, copyDefinition, definitionTexts, writeDurably } from './archive.ts';
import { compareDefinitions, readTold, type DefinitionChange } from './history.ts';
import { describeIssue, fileReader, validateTexts, type Validation } from './validate.ts';

export interface AdoptionReport {
  adoptions: Adoption[];
  /** What the new texts say differently. */
  changes: DefinitionChange[];
  warnings: Validation['warnings'];
  /** Where the definitions before are kept, relative to the home; undefined when nothing changed or there were none. */
  keptAt: string | undefined;
}

const kinds: readonly DefinitionKind[] = ['calendars', 'agreements'];

/**
 * Brings calendars and agreements of a home up to those of a folder, from a date on. A file that the folder lacks is left alone; iCalendar
 * files that are not in the home yet come along. Nothing is written unless everything that would then stand there is valid.
 * @param folder holds `calendars.yaml`, `agreements.yaml` or both
 * @param from `YYYY-MM-DD`
 * @throws {AdoptionError} with every reason
 */
export function adoptDefinitions(home: Home, folder: string, from: string): AdoptionReport {
  if (!existsSync(folder)) throw new AdoptionError(`there is no folder ${folder}`);
  const before = definitionTexts(home.definitions);
  const wanted = definitionTexts(folder);
  if (!kinds.some((kind) => `${kind}.yaml` in wanted)) throw new AdoptionError(`${folder} has neither calendars.yaml nor agreements.yaml`);
  const read = (name: string): string => fileReader(name in wanted ? folder : home.definitions)(name);
  refuseFaulty({ calendars: wanted['calendars.yaml'] ?? before['calendars.yaml'], agreements: wanted['agreements.yaml'] }, read, folder);
  const files = newFiles(before, wanted);
  const steps = kinds.flatMap((kind) => {
    const other = wanted[`${kind}.yaml`];
    return other === undefined ? [] : [{ kind, ...adoptText(kind, before[`${kind}.yaml`], other, from) }];
  });
  const after = { ...before, ...Object.fromEntries(steps.map(({ kind, text }) => [`${kind}.yaml`, text])) };
  const { warnings } = refuseFaulty(
    { calendars: after['calendars.yaml'], agreements: after['agreements.yaml'] },
    read,
    'what would then stand in the home'
  );
  const written = steps.filter(({ kind, text }) => text !== before[`${kind}.yaml`]);
  const keptAt = written.length > 0 ? archiveDefinitions(home, definitionsSha256(home, readConfig(home))) : undefined;
  mkdirSync(home.definitions, { recursive: true });
  for (const name of files) copyDefinition(join(folder, name), join(home.definitions, name));
  for (const { kind, text } of written) writeDurably(join(home.definitions, `${kind}.yaml`), text);
  return {
    adoptions: steps.flatMap(({ adoptions }) => adoptions),
    changes: compareDefinitions(readTold(before), readTold(after)),
    warnings,
    keptAt
  };
}

function refuseFaulty(texts: Parameters<typeof validateTexts>[0], read: (name: string) => string, what: string): Validation {
  const validation = validateTexts(texts, read);
  if (validation.errors.length > 0) throw new AdoptionError(`${what} is not valid:\n${validation.errors.map(describeIssue).join('\n')}`);
  return validation;
}

/** Files of the other folder that the home lacks. One that it has with other content would change what older versions say. */
function newFiles(before: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(wanted).filter((name) => name.toLowerCase().endsWith('.ics'));
  const other = names.find((name) => before[name] !== undefined && before[name] !== wanted[name]);
  if (other) throw new AdoptionError(`${other} differs from the file of the home, which older versions read: give it another name`);
  return names.filter((name) => before[name] === undefined);
}
