import type { BuildFacts } from '../build.ts';
import type { Datum } from '../answer.ts';
import { QueryError } from '../error.ts';
import type { Question } from './manifest.ts';
import type { ExportSource } from './source.ts';

export type FlatRow = Readonly<Record<string, Datum>>;

/** Rows that were computed beside the engine. They go back through it, so that every format is written by the one writer. */
export interface FlatRows {
  name: string;
  /** The first tells the columns. */
  rows: readonly FlatRow[];
  /** Columns of ISO 8601 text that are instants. */
  instants?: readonly string[];
  question: (build: BuildFacts) => Question;
}

/**
 * Computed rows as something that can be exported.
 * @throws QueryError when there is no row, and so no column
 */
export function flatSource({ name, rows, instants = [], question }: FlatRows): ExportSource {
  const [first] = rows;
  if (!first) throw new QueryError('analysis', '', 'there is no row in this period and with these filters');
  const names = Object.keys(first);
  const shape = Object.fromEntries(names.map((column) => [column, instants.includes(column) ? 'TIMESTAMPTZ' : typeOf(rows, column)]));
  const body = JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
  return {
    name,
    statement: () => ({
      sql: 'SELECT unnest(from_json(CAST($1 AS JSON), $2), max_depth := 2)',
      values: [body, JSON.stringify([shape])]
    }),
    question
  };
}

function typeOf(rows: readonly FlatRow[], column: string): string {
  const values = rows.map((row) => row[column] ?? null).filter((value) => value !== null);
  if (values.length > 0 && values.every((value) => typeof value === 'boolean')) return 'BOOLEAN';
  if (values.length === 0 || !values.every((value) => typeof value === 'number')) return 'VARCHAR';
  return values.every(Number.isSafeInteger) ? 'BIGINT' : 'DOUBLE';
}
