import Papa from 'papaparse';
import { excerpt, Refusal } from '../refusal.ts';

/** How the text of a delivery is cut into records and cells. Cells are quoted with `"`, doubled inside. */
export interface Dialect {
  delimiter: string;
  newline: 'lf' | 'crlf' | 'cr';
  /** Physical lines before the header that are not part of the table: blank ones and Excel's `sep=;`. */
  skipLines: number;
  /** Cells of a well-formed record. May be one more than the exporter named, when it ends each row with a separator. */
  header: string[];
}

export const delimiters: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };
const known = Object.values(delimiters).join(', ');
const sampledRows = 200;
/** Weight of a separator that only the header has: better than none. */
const faint = 1e-6;

interface Candidate {
  delimiter: string;
  rows: string[][];
  /** Cells of most rows. */
  width: number;
  score: number;
}

/**
 * Tells separator, line end and header from the beginning of a delivery.
 * @param head text without byte order mark, at least the header and some rows where there are any
 * @param isWhole the head is the whole text; otherwise its last line may be cut and is not judged
 * @throws Refusal when there is nothing in it, it is no table, or header and rows do not belong together
 */
export function sniffDialect(head: string, isWhole: boolean, file: string): Dialect {
  const { body, skipLines, declared } = withoutPreamble(head);
  if (body.length === 0) throw new Refusal({ file }, 'the file is empty', 'Export it again, and check that the export ended.');
  refuseOtherFormats(body, file);
  const newline = newlineOf(body);
  const candidates = (declared ? [declared] : Object.keys(delimiters))
    .map((delimiter) => candidate(body, delimiter, newline, isWhole))
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best || best.score === 0) throw oneColumn(body, file, skipLines + 1);
  return { delimiter: best.delimiter, newline, skipLines, header: headerOf(best, file, skipLines + 1) };
}

function withoutPreamble(head: string): { body: string; skipLines: number; declared?: string } {
  let body = head;
  let skipLines = 0;
  let declared: string | undefined;
  for (;;) {
    const line = /^(?:sep=(.)|[ \t]*)(\r\n|\n|\r)/i.exec(body);
    if (!line) return { body: /^\s*$/.test(body) ? '' : body, skipLines, declared };
    declared = line[1] ?? declared;
    body = body.slice(line[0].length);
    skipLines++;
  }
}

function newlineOf(body: string): Dialect['newline'] {
  const bare = body.replaceAll(/"[^"]*"/g, '');
  if (bare.includes('\r\n')) return 'crlf';
  return bare.includes('\n') || !bare.includes('\r') ? 'lf' : 'cr';
}

function candidate(body: string, delimiter: string, newline: Dialect['newline'], isWhole: boolean): Candidate {
  const end = newline === 'cr' ? '\r' : '\n';
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: end, preview: sampledRows }).data;
  const rows = parsed.map((row) => row.map((cell, index) => (index === row.length - 1 ? cell.replace(/\r$/, '') : cell)));
  const judged = (isWhole || rows.length === sampledRows ? rows : rows.slice(0, -1)).filter((row) => row.length > 1 || row[0] !== '');
  const sampled = judged.length > 0 ? judged : rows.slice(0, 1);
  const widths = new Map<number, number>();
  for (const row of sampled.length > 1 ? sampled.slice(1) : sampled) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
  const named = sampled[0]?.length ?? 1;
  const columns = Math.min(width, named);
  const share = count / Math.max(1, sampled.length - 1);
  return { delimiter, rows: sampled, width, score: columns < 2 ? faint * (named - 1) : Math.min(1, share) * Math.log2(columns) };
}

function headerOf({ rows, width, delimiter }: Candidate, file: string, line: number): string[] {
  const header = rows[0]!.map((name) => name.replace(/^\uFEFF/, '').trim());
  const body = rows.slice(1);
  if (body.length === 0 || width === header.length) return header;
  const most = body.filter((row) => row.length === width).length;
  if (most < body.length * 0.5 || body.filter((row) => row.length === header.length).length >= most) return header;
  const isPadded = body.every((row) => row.slice(header.length).every((cell) => cell === ''));
  if (width > header.length && isPadded) return [...header, ...Array.from({ length: width - header.length }, () => '')];
  if (width < header.length && header.slice(width).every((name) => name === '')) return header.slice(0, width);
  if (body.length < 3) return header;
  throw new Refusal(
    { file, line },
    `the header has ${header.length} columns (${excerpt(header.slice(0, 4).join(', '))} …) but ${most} of the first ${body.length} rows have ${width}, cut at every ${delimiters[delimiter] ?? delimiter}`,
    'Delete title lines above the header, or export with another separator or with cells in quotes.'
  );
}

function oneColumn(body: string, file: string, line: number): Refusal {
  const first = body.split(/[\r\n]/, 1)[0]!;
  const other = /[^\w\s"'.,;|()/-]/.exec(first)?.[0];
  const seems = other ? `; it may be separated by "${other}"` : '';
  return new Refusal(
    { file, line },
    `only one column was found: "${excerpt(first)}"${seems}`,
    `Columns must be separated by ${known}: export the file again with one of them.`
  );
}

const otherFormats: [RegExp, string, string][] = [
  [/^\s*<(!doctype|html)/i, 'a web page, perhaps a sign-in page', 'Export again while signed in, and choose CSV.'],
  [/^\s*<\?xml/i, 'XML', 'Export it as CSV.'],
  [/^\s*[[{]\s*("|\{|\[|\]|\})/, 'JSON', 'Export it as CSV.'],
  [/^%PDF-/, 'a PDF', 'Export it as CSV.'],
  [/^PAR1/, 'Parquet', 'Export it as CSV.']
];

function refuseOtherFormats(body: string, file: string): void {
  const match = otherFormats.find(([pattern]) => pattern.test(body.slice(0, 200)));
  if (match) throw new Refusal({ file }, `this is ${match[1]}, not a table`, match[2]);
}
