import * as v from 'valibot';
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';

export type Path = readonly (string | number)[];

/** Something wrong in a definitions file, with its place and a way out. */
export interface Issue {
  /** Relative to the home folder, with `/`. */
  file: string;
  line: number;
  column: number;
  /** What stands there, as text; empty when something is missing. */
  value: string;
  reason: string;
  suggestion: string;
}

/** A parsed YAML file that can tell where each of its values stands. */
export interface SourceFile<T> {
  content: T | undefined;
  issues: Issue[];
  issueAt: (path: Path, reason: string, suggestion: string) => Issue;
}

type Schema<T> = v.BaseSchema<unknown, T, v.BaseIssue<unknown>>;

/**
 * Parses YAML and checks its shape.
 * @param file name for messages
 * @param knownKeys words that a misspelt key may have meant
 * @returns the content, or all that is wrong with it
 */
export function parseSource<T>(file: string, text: string, schema: Schema<T>, knownKeys: readonly string[]): SourceFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placed = (offset: number, value: string, reason: string, suggestion: string): Issue => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), value, reason, suggestion };
  };
  const issueAt = (path: Path, reason: string, suggestion: string): Issue => {
    const { offset, value } = locate(document, path);
    return placed(offset, value, reason, suggestion);
  };
  if (document.errors.length > 0) {
    const issues = document.errors.map(({ pos, message }) =>
      placed(pos[0], '', `not valid YAML: ${message}`, 'Check indentation and quotes near this place.')
    );
    return { content: undefined, issues, issueAt };
  }
  const parsed = v.safeParse(schema, contentOf(document));
  if (parsed.success) return { content: parsed.output, issues: [], issueAt };
  const issues = parsed.issues.flatMap(leaves).map((leaf) => issueAt(leaf.path, leaf.reason, suggestionFor(leaf, knownKeys)));
  return { content: undefined, issues, issueAt };
}

/** Aliases that would grow beyond measure are refused by the parser while it expands them: such a file is no map. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return 'aliases that expand without end';
  }
}

interface Leaf {
  path: Path;
  reason: string;
  /** A key that the schema does not know. */
  key?: string;
  /** A word that is none of those allowed, and those. */
  word?: string;
  allowed?: readonly string[];
}

function leaves(issue: v.BaseIssue<unknown>): Leaf[] {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return [{ path, reason: `"${String(path.at(-1))}" is no key that is known here`, key: String(path.at(-1)) }];
  const deeper = deepest(issue.issues ?? []);
  if (deeper) return leaves(deeper).map((leaf) => ({ ...leaf, path: [...path, ...leaf.path] }));
  if (issue.received === 'undefined') return [{ path, reason: `"${String(path.at(-1))}" is missing` }];
  const allowed = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] as string);
  if (allowed.length > 0 && typeof issue.input === 'string')
    return [{ path, reason: `"${issue.input}" is not one of ${allowed.join(', ')}`, word: issue.input, allowed }];
  return [{ path, reason: issue.message.startsWith('Invalid') ? `expected ${issue.expected}, found ${issue.received}` : issue.message }];
}

/** Of the branches of a union, the one that fits furthest is what was meant. */
function deepest(issues: readonly v.BaseIssue<unknown>[]): v.BaseIssue<unknown> | undefined {
  const depth = (issue: v.BaseIssue<unknown>) => (issue.path?.length ?? 0) + (issue.kind === 'validation' ? 1 : 0);
  return [...issues].filter((issue) => depth(issue) > 0).sort((a, b) => depth(b) - depth(a))[0];
}

function suggestionFor({ reason, key, word, allowed }: Leaf, knownKeys: readonly string[]): string {
  if (key !== undefined) {
    const close = nearest(key, knownKeys);
    return close ? `Did you mean "${close}"?` : 'Remove it, or see the JSON Schema for the keys allowed here.';
  }
  const close = word === undefined ? undefined : nearest(word, allowed ?? []);
  if (close) return `Did you mean "${close}"?`;
  return reason.endsWith('is missing') ? 'Add it.' : 'Correct the value; the JSON Schema lists what is allowed.';
}

function locate(document: Document, path: Path): { offset: number; value: string } {
  const node = document.getIn(path, true) as Node | undefined;
  const key = path.at(-1);
  const parent = path.length > 0 ? (document.getIn(path.slice(0, -1), true) as Node | undefined) : undefined;
  const pair = isMap(parent) ? (parent.items as Pair[]).find((item) => isPair(item) && String(item.key) === String(key)) : undefined;
  if (node && isScalar(node) && node.range) return { offset: node.range[0], value: String(node.value) };
  if (pair && isScalar(pair.key) && pair.key.range) return { offset: pair.key.range[0], value: String(pair.key.value) };
  if (node?.range) return { offset: node.range[0], value: '' };
  return path.length > 0 ? { ...locate(document, path.slice(0, -1)), value: '' } : { offset: 0, value: '' };
}

/** The word that differs by at most a third of its letters; for "did you mean". */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }));
  const best = ranked.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.floor((best.candidate.length + 1) / 3) ? best.candidate : undefined;
}

/** Levenshtein distance: insertions, deletions and replacements between two words. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
