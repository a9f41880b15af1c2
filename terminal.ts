import { MultiBar, Presets } from 'cli-progress';

/** One line of an answer; instants are printed as ISO 8601 UTC. */
export type Line = Record<string, unknown>;

/** Where a command writes: answers to standard output, everything else to standard error. */
export interface Terminal {
  /** Answers are tables for people, not NDJSON for programs. */
  isTable: boolean;
  /** Answers as a table on a terminal, as NDJSON when piped or asked for. */
  print(lines: readonly Line[]): void;
  /** An answer already laid out for people. */
  write(text: string): void;
  /** Words for people; never part of the answer. */
  say(text: string): void;
  warn(text: string): void;
  progress(label: string): Progress;
}

export interface Progress {
  /** @param share 0–1, or undefined when nobody can tell */
  update(share: number | undefined, note?: string): void;
  done(note?: string): void;
}

interface Streams {
  output: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  messages: { write(text: string): unknown; isTTY?: boolean };
  hasColour: boolean;
  json: boolean;
}

export function openTerminal({ output, messages, hasColour, json }: Streams): Terminal {
  const paint = (code: number, text: string) => (hasColour && messages.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);
  const say = (text: string) => void messages.write(`${text}\n`);
  const isTable = Boolean(output.isTTY) && !json;
  return {
    isTable,
    print: (lines) => output.write(isTable ? table(lines, output.columns ?? 120) : ndjson(lines)),
    write: (text) => void output.write(text),
    say,
    warn: (text) => say(`${paint(33, 'warning:')} ${text}`),
    progress: (label) => (messages.isTTY ? bar(label) : steps(label, say))
  };
}

const ndjson = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line, safely)}\n`).join('');
const safely = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** Columns as wide as their widest cell, numbers to the right, cut with an ellipsis only where the terminal is narrower. */
export function table(lines: readonly Line[], columns: number): string {
  if (lines.length === 0) return '(none)\n';
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const cells = lines.map((line) => names.map((name) => shown(line[name])));
  const widths = names.map((name, index) => Math.max(name.length, ...cells.map((row) => row[index]!.length)));
  const spare = Math.max(0, widths.reduce((sum, width) => sum + width + 2, 0) - columns);
  const widest = widths.indexOf(Math.max(...widths));
  widths[widest] = Math.max(12, widths[widest]! - spare);
  const isNumber = names.map((name) => lines.every((line) => line[name] == null || typeof line[name] === 'number'));
  const row = (texts: string[]) =>
    texts
      .map((text, index) => fit(text, widths[index]!, isNumber[index]!))
      .join('  ')
      .trimEnd();
  return [row(names), row(widths.map((width) => '─'.repeat(width))), ...cells.map(row)].join('\n') + '\n';
}

function fit(text: string, width: number, toRight: boolean): string {
  const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return toRight ? cut.padStart(width) : cut.padEnd(width);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Number(value.toPrecision(6)));
  const text = typeof value === 'object' ? JSON.stringify(value, safely) : String(value);
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}

function bar(label: string): Progress {
  const bars = new MultiBar(
    { format: `${label} {bar} {percentage} % {note}`, hideCursor: true, clearOnComplete: false },
    Presets.shades_classic
  );
  const own = bars.create(100, 0, { note: '' });
  return {
    update: (share, note = '') => own.update(Math.round((share ?? 0) * 100), { note }),
    done: (note = '') => (own.update(100, { note }), bars.stop())
  };
}

/** Without a terminal each new note is one line, so that a log shows how far it came. */
function steps(label: string, say: (text: string) => void): Progress {
  let last = '';
  const tell = (note: string) => {
    if (note && note !== last) say(`${label}: ${note}`);
    last = note || last;
  };
  return { update: (_share, note = '') => tell(note), done: (note = '') => tell(note) };
}
