import { nearest, type Path } from './source-file.ts';

/** What a rule finds: the place inside the file, why it cannot stand, and a way out. */
export interface Finding {
  path: Path;
  reason: string;
  suggestion: string;
  severity: 'error' | 'warning';
}

export const error = (path: Path, reason: string, suggestion: string): Finding => ({ path, reason, suggestion, severity: 'error' });
export const warning = (path: Path, reason: string, suggestion: string): Finding => ({ path, reason, suggestion, severity: 'warning' });
export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
export const didYouMean = (word: string, known: readonly string[], otherwise: string): string => {
  const close = nearest(word, known);
  return close ? `Did you mean "${close}"?` : otherwise;
};

type Versioned = { name: string; version?: number; valid_from?: string; valid_to?: string };

/** R17: two versions in force on one day would make every clock twice. */
export function checkVersions(entries: readonly Versioned[], kind: 'calendars' | 'agreements'): Finding[] {
  return entries.flatMap((entry, index) => {
    const path = [kind, index];
    const found: Finding[] = [];
    if (entry.valid_from && entry.valid_to && entry.valid_to < entry.valid_from)
      found.push(error([...path, 'valid_to'], `ends on ${entry.valid_to}, before it begins on ${entry.valid_from}`, 'Swap the two dates.'));
    for (const other of entries.slice(0, index).filter(({ name }) => name === entry.name)) {
      if ((entry.valid_from ?? '') <= (other.valid_to ?? '9999') && (other.valid_from ?? '') <= (entry.valid_to ?? '9999'))
        found.push(
          error(
            [...path, 'name'],
            `"${entry.name}" stands here twice for the same days`,
            'End the older version with valid_to the day before valid_from of the newer.'
          )
        );
      if (entry.version !== undefined && entry.version === other.version)
        found.push(error([...path, 'version'], `"${entry.name}" has version ${entry.version} twice`, 'Count versions up.'));
    }
    return found;
  });
}
