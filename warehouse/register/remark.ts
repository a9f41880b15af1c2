/** What a person wrote cannot be kept, in words for that person; `field` is the one to correct. */
export class RemarkError extends Error {
  override name = 'RemarkError';
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** Longest texts that are kept, in characters, and how many entries of a kind. */
export const remarkLimits = { author: 80, reason: 300, body: 2000, subject: 200, entries: 5000 } as const;

/**
 * A text as it is kept: line ends as one, no control characters, nothing around it.
 * @throws RemarkError when it is missing or too long
 */
export function wording(field: string, text: string, longest: number, what: string): string {
  const kept = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .trim();
  if (kept === '') throw new RemarkError(field, `${what} is missing`);
  if (kept.length > longest) throw new RemarkError(field, `${what} has ${kept.length} characters; ${longest} can be kept`);
  return kept;
}

/** A calendar date. @throws RemarkError */
export function dateIn(field: string, text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text)
    throw new RemarkError(field, `“${text.slice(0, 30)}” is no date; write one like 2026-08-31`);
  return text;
}
