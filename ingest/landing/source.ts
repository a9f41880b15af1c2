import { literal } from '#warehouse/connection.ts';
import type { Dialect } from '../readers/dialect.ts';

/** A text that the engine's reader is to read, every cell as text. */
export interface Source {
  path: string;
  delimiter: string;
  newline: Dialect['newline'];
  hasHeader: boolean;
  skipLines: number;
  width: number;
  /** Longest record in bytes, when the engine's own limit of 2 MB is too small. */
  recordBytes?: number;
}

/** The engine's limit of a line when nothing else is said. */
export const usualRecordBytes = 1_900_000;

/** As the engine wants them: escaped. Left to guess, it takes a carriage return in the first quoted cell for one. */
const newlines = { lf: String.raw`'\n'`, crlf: String.raw`'\r\n'`, cr: String.raw`'\r'` };

/**
 * `read_csv` with nothing left to guess: columns c0, c1, … as text in the order of the delivery; empty cells are NULL. Strict: what is
 * not RFC 4180 is an error, never a row less.
 */
export function readCsv({ path, delimiter, newline, hasHeader, skipLines, width, recordBytes }: Source): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const line = recordBytes ? `, max_line_size = ${recordBytes}, buffer_size = ${recordBytes * 4}` : '';
  return `read_csv(${pathPattern(path)}, columns = {${columns}}, auto_detect = false, header = ${hasHeader}, skip = ${skipLines},
    delim = ${literal(delimiter)}, new_line = ${newlines[newline]}, quote = '"', escape = '"', strict_mode = true, null_padding = false, parallel = true${line})`;
}

/** A path for the engine's readers, which take `*`, `?` and `[` for patterns even in bound values. */
export const pathPattern = (path: string): string => literal(path.replace(/[*?[]/g, '[$&]'));
