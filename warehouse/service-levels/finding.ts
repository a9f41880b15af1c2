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
export const didYouMean = (word: string, known: readonly string[], otherwise: string): string => {
  const close = nearest(word, known);
  return close ? `Did you mean "${close}"?` : otherwise;
};
export const isError = ({ severity }: Finding): boolean => severity === 'error';
/** A map of YAML, as against a list or a value. */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A value in a message: texts in quotes, everything else as JSON. */
export const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
