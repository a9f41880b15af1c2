/** One thing wrong with a mapping, or with a mapping against a header, in the words of whoever has to put it right. */
export interface MappingProblem {
  /** File name as the user gave it. */
  file: string;
  /** 1-based; absent when the trouble has no place in the text (a header that lacks a column). */
  line?: number;
  column?: number;
  /** Dotted path into the mapping: `columns.opened_at.format`. */
  path: string;
  /** What stands there, as written. */
  value?: string;
  /** What is wrong and what to do about it. */
  message: string;
}

/** A mapping that cannot be used, with every problem found and not only the first. */
export class MappingError extends Error {
  readonly problems: readonly MappingProblem[];

  constructor(problems: readonly MappingProblem[]) {
    super(problems.map(describe).join('\n'));
    this.name = 'MappingError';
    this.problems = problems;
  }
}

function describe({ file, line, column, path, message }: MappingProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `${place}: ${path ? `${path}: ` : ''}${message}`;
}
