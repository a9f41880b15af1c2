import { mkdirSync } from 'node:fs';
import type { Row } from '#warehouse/connection.ts';
import { compileMapping, type CompiledMapping } from '../compile-mapping.ts';
import { parseMapping, type Mapping } from '../mapping.ts';
import { MappingError } from '../mapping-error.ts';
import { listPresets } from '../presets-list.ts';
import { delimiters } from '../readers/dialect.ts';
import { draftMapping, type DraftOptions } from './draft.ts';
import { gatherEvidence } from './evidence.ts';
import { findingsOf } from './findings.ts';
import { matchColumns } from './match.ts';
import { profileColumns, type ColumnProfile } from './profile.ts';
import { likely, recognise, type Recognition } from './recognise.ts';
import { withTables, type Table } from './table.ts';

/** What a file is, with the evidence. Plain data. */
export interface Diagnosis {
  file: string;
  encoding: string;
  separator: string;
  lineEnd: string;
  records: number;
  columns: ColumnProfile[];
  /** Presets that could read it, best first. */
  recognised: Recognition[];
  /** A preset where one fits, else the draft. `text` is YAML, present for a draft. */
  mapping: { name: string; isPreset: boolean; type: Mapping['type']; grain: Mapping['grain']; text?: string };
  /** What the mapping makes of the file; absent when something has to be decided first, which the warnings say. */
  result?: {
    accepted: number;
    rejected: number;
    reasons: { column: string; value: string | null; reason: string; count: number }[];
    preview: Row[];
  };
  unmapped: string[];
  /** Things to know or to decide before loading it. */
  warnings: string[];
}

export interface DiagnoseOptions extends DraftOptions {
  /** Folder for unpacked copies. */
  scratch: string;
  /** Draft a mapping even where a preset fits. */
  isDraftWanted?: boolean;
  /** Judge this mapping instead of suggesting one. */
  mapping?: Mapping;
  onProgress?: (share: number) => void;
}

const sampledRows = 500;

/**
 * Looks at a delivered file as a whole: dialect, encoding, what each column is, which preset fits or a drafted mapping, five mapped rows,
 * and what to beware of. Loads nothing.
 * @returns one diagnosis per table of the file
 * @throws Refusal when the file is no table
 */
export async function diagnose(path: string, options: DiagnoseOptions): Promise<Diagnosis[]> {
  mkdirSync(options.scratch, { recursive: true });
  return withTables(path, options.scratch, (table) => diagnoseTable(table, options));
}

async function diagnoseTable(table: Table, options: DiagnoseOptions): Promise<Diagnosis> {
  const { file, encoding, records, dialect, connection } = table;
  const columns = await profileColumns(table, options.onProgress);
  const sample = await connection.all<Record<string, string | null>>(
    `SELECT * EXCLUDE (record) FROM delivery ORDER BY record LIMIT ${sampledRows}`
  );
  const recognised = recognise(
    dialect.header,
    sample.map((row) => Object.values(row))
  );
  const separator = delimiters[dialect.delimiter] ?? dialect.delimiter;
  const changing = await changingInstants(table, columns);
  const { mapping, text } = suggest(recognised, { file, encoding, separator, records, columns, changing }, options);
  const bound = await bind(table, mapping);
  const result = 'compiled' in bound ? await tryMapping(table, bound.compiled) : undefined;
  return {
    file,
    encoding,
    separator,
    lineEnd: dialect.newline.toUpperCase(),
    records,
    columns,
    recognised,
    mapping: { name: mapping.name, isPreset: text === undefined, type: mapping.type, grain: mapping.grain, text },
    result,
    unmapped: 'compiled' in bound ? bound.compiled.unmapped : [],
    warnings: [...table.warnings, ...('compiled' in bound ? await findingsOf(connection, mapping, bound.compiled) : bound.problems)]
  };
}

/** Instants that differ between the rows of one record; none where ids do not repeat. */
async function changingInstants({ connection, records }: Table, columns: readonly ColumnProfile[]): Promise<string[]> {
  const id = matchColumns('incident', columns, records).get('record_id')?.profile;
  const instants = columns.filter(({ kind }) => kind === 'instant');
  if (!id || instants.length === 0 || id.distinct >= records * 0.98) return [];
  const varies = instants.map(({ position }) => `count_if(k${position} > 1) > 0.5 * count_if(n > 1) AS v${position}`);
  const kinds = instants.map(({ position }) => `count(DISTINCT c${position}) AS k${position}`);
  const row = await connection.one<Record<string, boolean>>(
    `SELECT ${varies.join(', ')} FROM (SELECT count(*) AS n, ${kinds.join(', ')} FROM delivery GROUP BY c${id.position})`
  );
  return instants.filter(({ position }) => row![`v${position}`]).map(({ header }) => header);
}

function suggest(
  recognised: readonly Recognition[],
  source: Parameters<typeof draftMapping>[0],
  options: DiagnoseOptions
): { mapping: Mapping; text?: string } {
  if (options.mapping) return { mapping: options.mapping };
  const [best] = recognised;
  const preset =
    best && best.score >= likely && !options.isDraftWanted ? listPresets().find(({ name }) => name === best.preset) : undefined;
  if (preset) return { mapping: preset };
  const text = draftMapping(source, options);
  return { mapping: parseMapping(text, `draft for ${source.file}`), text };
}

async function bind({ connection, dialect }: Table, mapping: Mapping): Promise<{ compiled: CompiledMapping } | { problems: string[] }> {
  try {
    return { compiled: compileMapping(mapping, dialect.header, await gatherEvidence(connection, mapping, dialect.header)) };
  } catch (error) {
    if (error instanceof MappingError) return { problems: error.problems.map(({ path, message }) => `${path}: ${message}`) };
    throw error;
  }
}

async function tryMapping({ connection, records }: Table, compiled: CompiledMapping): Promise<Diagnosis['result']> {
  const select = `SELECT record, ${compiled.columns.map(({ name, expression }) => `${expression} AS ${name}`).join(', ')}, ${compiled.rejection} AS rejection FROM ${compiled.source}`;
  const reasons = await connection.all<{ column: string; value: string | null; reason: string; count: number }>(
    `SELECT rejection.column_name AS "column", rejection.reason AS reason, min(rejection.value) AS value, count(*) AS count
     FROM (${select}) WHERE rejection IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, 1, 2`
  );
  const rejected = reasons.reduce((sum, { count }) => sum + count, 0);
  const preview = await connection.all(
    `SELECT * EXCLUDE (record, rejection) FROM (${select}) WHERE rejection IS NULL ORDER BY record LIMIT 5`
  );
  const { mapped } = (await connection.one<{ mapped: number }>(`SELECT count(*) AS mapped FROM ${compiled.source}`))!;
  const accepted = mapped - rejected;
  return { accepted, rejected: records - accepted, reasons: reasons.slice(0, 10), preview };
}
