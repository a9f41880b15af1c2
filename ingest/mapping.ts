import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as v from 'valibot';
import { LineCounter, isScalar, parseDocument, type Document } from 'yaml';
import { contract, type LandedType } from '#warehouse/contract.ts';
import type { Home } from '#warehouse/home.ts';
import { foldCell } from './cells/cell.ts';
import { MappingError, type MappingProblem } from './mapping-error.ts';
import { columnKeys, mappingKeys, mappingSchema, type ColumnFile, type MappingFile } from './mapping-schema.ts';
import { fold, hint } from './nearest.ts';
import { presetNames, presetPath } from './presets.ts';

export type Scalar = string | number | boolean;

/** How one canonical column is made; every default of the mapping is filled in. */
export interface ColumnRule {
  /** Header names that may hold it, best first; empty when `combine` or `constant` makes it. */
  from: readonly string[];
  combine?: { headers: readonly string[]; with: string };
  constant?: Scalar;
  /** Tried in order. Empty for columns that are neither instants nor numbers and name none. */
  formats: readonly string[];
  zone: string;
  decimal: '.' | ',';
  /** Cells that mean "nothing", the empty one included. */
  nullValues: readonly string[];
  translate?: ReadonlyMap<string, Scalar | null>;
  otherwise?: Scalar | null;
  required: boolean;
  default?: Scalar;
  backfilled: boolean;
  isFirstOfRecord: boolean;
  entered?: readonly string[];
}

/** A mapping as code uses it: what a delivery's columns mean. */
export interface Mapping {
  name: string;
  version: number;
  /** Of the file's text, hex. */
  sha256: string;
  type: LandedType;
  grain: 'record' | 'update';
  title?: string;
  notes?: string;
  dateOrder?: 'day_first' | 'month_first';
  /** By canonical column name. */
  columns: ReadonlyMap<string, ColumnRule>;
  /** Name of the file it was read from, for messages. */
  file: string;
}

/**
 * Finds and reads a mapping: a path (it ends in .yaml or .yml), else `definitions/mappings/<name>.yaml` of the home, else a
 * preset. A home's own mapping goes before a preset of the same name.
 * @throws MappingError naming file, line, column, value and way out; every problem at once
 */
export function loadMapping(nameOrPath: string, home: Home): Mapping {
  const path = findMapping(nameOrPath, home);
  if (!path) {
    const known = presetNames();
    const message = `no mapping "${nameOrPath}"${hint(nameOrPath, known)}; known are ${known.join(', ')}, files in definitions/mappings, or a path that ends in .yaml`;
    throw new MappingError([{ file: nameOrPath, path: '', value: nameOrPath, message }]);
  }
  return parseMapping(readFileSync(path, 'utf8'), basename(path));
}

function findMapping(nameOrPath: string, home: Home): string | undefined {
  if (/\.ya?ml$/.test(nameOrPath)) {
    return [resolve(nameOrPath), join(home.root, nameOrPath), join(home.definitions, 'mappings', nameOrPath)].find((path) =>
      existsSync(path)
    );
  }
  if (!/^[\w-]+(\/[\w-]+)*$/.test(nameOrPath)) return undefined;
  return [join(home.definitions, 'mappings', `${nameOrPath}.yaml`), presetPath(nameOrPath)].find((path) => existsSync(path));
}

/**
 * Reads the text of a mapping file.
 * @param file name for messages
 * @throws MappingError
 */
export function parseMapping(text: string, file: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const problemAt = (path: readonly string[], message: string): MappingProblem => ({
    file,
    ...placeOf(document, lines, path),
    path: path.join('.'),
    message
  });
  if (document.errors.length > 0) {
    throw new MappingError(
      document.errors.map((error) => ({
        file,
        line: error.linePos?.[0].line,
        column: error.linePos?.[0].col,
        path: '',
        message: firstLine(error.message)
      }))
    );
  }
  const parsed = v.safeParse(mappingSchema, document.toJS());
  if (!parsed.success)
    throw new MappingError(parsed.issues.flatMap((issue) => deepest(issue)).map((place) => problemAt(place.path, wording(place))));
  const problems = meaningProblems(parsed.output).map(({ path, message }) => problemAt(path, message));
  if (problems.length > 0) throw new MappingError(problems);
  return normalise(parsed.output, createHash('sha256').update(text).digest('hex'), file);
}

type Issue = v.BaseIssue<unknown>;

interface Place {
  issue: Issue;
  path: string[];
}

/** A union fails with one issue per branch, whose paths begin at the union; the branch that came furthest is the one that was meant. */
function deepest(issue: Issue, above: readonly string[] = []): Place[] {
  const path = [...above, ...(issue.path ?? []).map((item) => String(item.key))];
  const inner = (issue.issues ?? []).flatMap((branch) => deepest(branch, path));
  const most = Math.max(0, ...inner.map((place) => place.path.length));
  return most > path.length ? inner.filter((place) => place.path.length === most) : [{ issue, path }];
}

function wording({ issue, path }: Place): string {
  const key = path.at(-1) ?? '';
  const { expected, received } = issue;
  if (issue.type === 'strict_object' && expected === 'never') return `unknown key${hint(key, path.length > 1 ? columnKeys : mappingKeys)}`;
  if (received === 'undefined') return `"${key}" is missing`;
  if (issue.kind !== 'schema' || !expected) return `${received} ${issue.message}`;
  const words = expected.match(/"[^"]*"/g)?.map((word) => word.slice(1, -1)) ?? [];
  return `expects ${expected}, got ${received}${hint(received.replaceAll('"', ''), words)}`;
}

interface Meaning {
  path: string[];
  message: string;
}

/** What the schema cannot say: columns of the type, one source per column, values that the contract allows. */
function meaningProblems(file: MappingFile): Meaning[] {
  const known = contract[file.type];
  const problems: Meaning[] = [];
  for (const [name, written] of Object.entries(file.columns)) {
    const path = ['columns', name];
    const target = known.find((column) => column.name === name);
    if (!target) {
      problems.push({
        path,
        message: `no column of ${file.type}${hint(
          name,
          known.map((column) => column.name)
        )}`
      });
      continue;
    }
    const rule = typeof written === 'string' ? { from: written } : written;
    const sources = ['from', 'combine', 'constant'].filter((key) => key in rule);
    if (sources.length !== 1)
      problems.push({ path, message: `needs exactly one of from, combine, constant; it has ${sources.join(' and ') || 'none'}` });
    problems.push(...valueProblems(rule, target.values).map(({ path: rest, message }) => ({ path: [...path, ...rest], message })));
    if (rule.entered && !('state' in file.columns))
      problems.push({ path: [...path, 'entered'], message: 'needs a mapping of the column state' });
  }
  for (const column of known) {
    if (column.required && !(column.name in file.columns))
      problems.push({ path: ['columns'], message: `${column.name} is missing: ${column.meaning}` });
  }
  return problems;
}

function valueProblems(rule: ColumnFile, allowed: readonly string[] | undefined): Meaning[] {
  const folded = new Map<string, string>();
  const problems: Meaning[] = [];
  for (const [source, value] of Object.entries(rule.translate ?? {})) {
    const other = folded.get(fold(source));
    if (other !== undefined && String(rule.translate?.[other]) !== String(value) && foldCell(other) === foldCell(source))
      problems.push({
        path: ['translate', source],
        message: `says another thing than "${other}", from which only case or spaces tell it apart`
      });
    folded.set(fold(source), source);
    if (allowed && value !== null && !allowed.includes(String(value)))
      problems.push({
        path: ['translate', source],
        message: `"${value}" is not one of ${allowed.join(', ')}${hint(String(value), allowed)}`
      });
  }
  for (const key of ['otherwise', 'default', 'constant'] as const) {
    const value = rule[key];
    if (!allowed || value === undefined || value === null || (key === 'otherwise' && value === 'reject')) continue;
    if (!allowed.includes(String(value)))
      problems.push({ path: [key], message: `"${value}" is not one of ${allowed.join(', ')}${hint(String(value), allowed)}` });
  }
  return problems;
}

function normalise(file: MappingFile, sha256: string, name: string): Mapping {
  const columns = new Map(Object.entries(file.columns).map(([column, written]) => [column, ruleOf(file, column, written)]));
  const { version, type, grain, title, notes } = file;
  return { name: file.name, version, sha256, type, grain, title, notes, dateOrder: file.date_order, columns, file: name };
}

function ruleOf(file: MappingFile, column: string, written: string | ColumnFile): ColumnRule {
  const rule: ColumnFile = typeof written === 'string' ? { from: written } : written;
  const target = contract[file.type].find((candidate) => candidate.name === column);
  const formats = rule.format ?? (target?.type === 'instant' ? file.formats : []);
  return {
    from: list(rule.from ?? []),
    combine: rule.combine,
    constant: rule.constant,
    formats: list(formats),
    zone: rule.zone ?? file.zone,
    decimal: rule.decimal ?? file.decimal,
    nullValues: [...new Set(['', ...file.null_values, ...(rule.null_values ?? [])])],
    translate: rule.translate && new Map(Object.entries(rule.translate)),
    otherwise: rule.otherwise,
    required: (rule.required ?? false) || (target?.required ?? false),
    default: rule.default,
    backfilled: rule.backfilled ?? false,
    isFirstOfRecord: rule.over_record === 'first',
    entered: rule.entered
  };
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);
const firstLine = (text: string): string => text.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');

/** Line and column of a node, or of its nearest parent that exists. */
function placeOf(
  document: Document.Parsed,
  lines: LineCounter,
  path: readonly string[]
): { line?: number; column?: number; value?: string } {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : keyOrValue(document, path.slice(0, depth));
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (!range) continue;
    const { line, col } = lines.linePos(range[0]);
    return { line, column: col, value: isScalar(node) && depth === path.length ? String(node.value) : undefined };
  }
  return {};
}

const keyOrValue = (document: Document.Parsed, path: readonly string[]): unknown =>
  document.getIn(path, true) ??
  document.getIn(
    path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    true
  );
