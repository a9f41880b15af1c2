import type { Connection } from './connection.ts';
import type { LandedType } from './contract.ts';
import type { Home } from './home.ts';

/** What every model of one build may rely on. */
export interface BuildFacts {
  /** Sixteen hexadecimal digits that stand for landing, definitions, code and data instant together. */
  buildId: string;
  /** Instant up to which deliveries count, ISO 8601 UTC: when the newest of them became known. Absent when nothing has landed. */
  knownAt: string | undefined;
  /** Data instant: open clocks, ages and the backlog are measured at it. Absent when no change is known. */
  asOf: string | undefined;
  /** IANA reporting zone. */
  zone: string;
  /** Month with which fiscal years begin, 1–12. */
  fiscalYearStart: number;
  organisation: string;
  definitionsSha256: string;
  codeVersion: string;
}

/**
 * The `connection` has the new warehouse as default catalogue (`fact.incident`), the scratch catalogues `staging` and `build`
 * (`staging.stretch`), and the macros `local_time(instant)`, `as_of()`, `known_at()`, `reporting_zone()`.
 */
export interface ModelContext {
  connection: Connection;
  home: Home;
  build: BuildFacts;
  /**
   * Present in an incremental build: the model's tables hold the previous build's rows, and only records named in this relation
   * (`record_type`, `record_id`) can differ: those told of by new deliveries, and all that were open, whose ages move with the
   * data instant. A model either deletes and writes anew the rows of these records, or ignores this and replaces its tables; one
   * that reads a landed table alone may leave its own as it is when `delivered` does not name it.
   */
  changed?: Changed;
  /** Share of this model done, 0–1, for models that run more than one statement. */
  onProgress: (share: number) => void;
}

export interface Changed {
  /** Table of (`record_type`, `record_id`). */
  relation: string;
  /** Landed tables of which something was delivered since. */
  delivered: ReadonlySet<LandedType>;
}

/** A model written as code, for what one SELECT cannot say. It creates its tables itself, also when there is nothing to put in. */
export interface CodeModel {
  /** `schema.table`. */
  name: string;
  grain: string;
  /** Tables it reads; they are built before it. */
  reads: readonly string[];
  /** Further tables that the same run writes. */
  also?: readonly { name: string; grain: string }[];
  run: (context: ModelContext) => Promise<void>;
}

/** A model written as one SELECT in `models/<schema>/<table>.sql`. */
export interface SqlModel {
  name: string;
  grain: string;
  reads: readonly string[];
  /** For messages: `fact/incident.sql`. */
  file: string;
  sql: string;
  /**
   * `record`: in an incremental build the SELECT yields only changed records (it reads them from staging) and replaces theirs.
   * `view`: nothing is stored (scratch catalogues only). `table`: replaced whole.
   */
  materialised: 'table' | 'record' | 'view';
}

export type Model = CodeModel | SqlModel;

export const isSqlModel = (model: Model): model is SqlModel => 'sql' in model;
export const tablesOf = (model: Model): { name: string; grain: string }[] => [
  { name: model.name, grain: model.grain },
  ...('also' in model ? (model.also ?? []) : [])
];

const referencePattern = /\b(staging|dim|fact|mart|meta)\s*\.\s*([a-z_][a-z0-9_]*)/g;

/**
 * Reads the head and the references of a SQL model. The head is the comment lines before the SELECT: `-- grain: …` first, then
 * optionally `-- materialised: table | record | view`.
 * @throws when the grain or the SELECT is missing, with the file
 */
export function parseSqlModel(file: string, text: string): SqlModel {
  const name = file.replace(/\.sql$/, '').replace('/', '.');
  const head = text.split('\n').filter((line) => line.startsWith('-- '));
  const grain = /^-- grain: (.+)$/.exec(text.split('\n')[0] ?? '')?.[1];
  if (!grain) throw new Error(`${file}:1: the first line must be "-- grain: one row per …"`);
  const materialised = head.map((line) => /^-- materialised: (.+)$/.exec(line)?.[1]).find(Boolean) ?? 'table';
  if (materialised !== 'table' && materialised !== 'record' && materialised !== 'view')
    throw new Error(`${file}: "materialised: ${materialised}" is not one of table, record, view`);
  const sql = text.trim().replace(/;$/, '');
  const bare = withoutWords(sql);
  if (!/^\s*(select|with)\b/i.test(bare)) throw new Error(`${file}: a model is one SELECT (or WITH … SELECT)`);
  if (bare.includes(';')) throw new Error(`${file}: a model is one statement; found ";"`);
  return { name, grain, reads: references(bare), file, sql, materialised };
}

function references(bare: string): string[] {
  return [...new Set([...bare.matchAll(referencePattern)].map((match) => `${match[1]}.${match[2]}`))].sort();
}

/** Blanks comments and quoted text, keeping every line where it is. */
function withoutWords(sql: string): string {
  return sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, (text) => text.replace(/[^\n]/g, ' '));
}

/**
 * Puts models in the order in which they can be built, alphabetical where free.
 * @throws naming file and line on a reference to an unknown table, two models of one table, or a cycle
 */
export function orderModels(models: readonly Model[]): Model[] {
  const owners = new Map<string, Model>();
  for (const model of models)
    for (const { name } of tablesOf(model)) {
      const other = owners.get(name);
      if (other) throw new Error(`${place(model)}: ${name} is already made by ${place(other)}`);
      owners.set(name, model);
    }
  const ordered: Model[] = [];
  const path: Model[] = [];
  const visit = (model: Model): void => {
    if (ordered.includes(model)) return;
    if (path.includes(model)) throw new Error(cycleMessage([...path.slice(path.indexOf(model)), model]));
    path.push(model);
    for (const name of [...model.reads].sort()) {
      const owner = owners.get(name);
      if (!owner) throw new Error(`${place(model, name)}: reads ${name}, which no model makes`);
      if (owner !== model) visit(owner);
      else if (model.name === name) throw new Error(`${place(model, name)}: ${name} reads itself`);
    }
    path.pop();
    ordered.push(model);
  };
  for (const model of [...models].sort((a, b) => (a.name < b.name ? -1 : 1))) visit(model);
  return ordered;
}

const cycleMessage = (cycle: Model[]): string =>
  cycle
    .slice(0, -1)
    .map((model, index) => `${place(model, cycle[index + 1]?.name)}: ${model.name} reads ${cycle[index + 1]?.name}`)
    .join('\n')
    .replace(/^/, 'models go round in a circle:\n');

function place(model: Model, reference?: string): string {
  if (!isSqlModel(model)) return `model ${model.name}`;
  const lines = withoutWords(model.sql).split('\n');
  const line = reference ? lines.findIndex((text) => references(text).includes(reference)) + 1 : 1;
  return `${model.file}:${Math.max(line, 1)}`;
}
