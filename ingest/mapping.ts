import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as v from 'valibot';
import { LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import { contract, type LandedType } from '#warehouse/contract.ts';
import type { Home } from '#warehouse/home.ts';
import { MappingError, type MappingProblem } from './mapping-error.ts';
import { findingsOf, meaningProblems, type Finding } from './mapping-check.ts';
import { placeOf } from './mapping-place.ts';
import { mappingSchema, ruleWritten, type MappingFile, type ColumnFile } from './mapping-schema.ts';
import { hint } from './nearest.ts';
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
  /** Headers of which the first that is there cancels the record where it says yes; of the column state. */
  cancelledBy: readonly string[];
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
  const problemAt = ({ path, message, isAboutKey = false }: Finding): MappingProblem => ({
    file,
    ...placeOf(document, lines, path, isAboutKey),
    path: path.join('.'),
    message
  });
  if (document.errors.length > 0) throw new MappingError(document.errors.map((error) => syntaxProblem(error, file)));
  const parsed = v.safeParse(mappingSchema, document.toJS());
  if (!parsed.success) throw new MappingError(findingsOf(parsed.issues).map(problemAt));
  const problems = meaningProblems(parsed.output).map(problemAt);
  if (problems.length > 0) throw new MappingError(problems);
  return normalise(parsed.output, createHash('sha256').update(text).digest('hex'), file);
}

function syntaxProblem({ message, linePos }: YAMLParseError, file: string): MappingProblem {
  const [start] = linePos ?? [];
  return {
    file,
    line: start?.line,
    column: start?.col,
    path: '',
    message: message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
  };
}

function normalise(file: MappingFile, sha256: string, name: string): Mapping {
  const columns = new Map(Object.entries(file.columns).map(([column, written]) => [column, ruleOf(file, column, written)]));
  const { version, type, grain, title, notes } = file;
  return { name: file.name, version, sha256, type, grain, title, notes, dateOrder: file.date_order, columns, file: name };
}

function ruleOf(file: MappingFile, column: string, written: string | string[] | ColumnFile): ColumnRule {
  const rule = ruleWritten(written);
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
    entered: rule.entered,
    cancelledBy: list(rule.cancelled_by ?? [])
  };
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);
