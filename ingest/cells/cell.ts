import { literal } from '#warehouse/connection.ts';
import { columnTypes, type ColumnType } from '#warehouse/contract.ts';
import type { Scalar } from '../mapping.ts';

/** How a cell of one column is read, as SQL over `cell`, an expression of type VARCHAR. */
export interface Reader {
  /** NULL where the text cannot be read; never an error of the engine. */
  sql(cell: string): string;
  /** Ends the sentence "… cannot be read as". */
  as: string;
  /** What the local clock showed, as TIMESTAMP, where a zone had to be applied. */
  wall?(cell: string): string;
}

/** A constant of a contract type. */
export function typed(value: Scalar | null, type: ColumnType): string {
  const text = value === null ? 'NULL' : literal(String(value));
  return type === 'text' && value !== null ? text : `CAST(${text} AS ${columnTypes[type]})`;
}

/** First of several expressions that is not null; later ones run only on rows where the earlier fail. */
export const firstOf = (expressions: readonly string[]): string =>
  expressions.length === 1 ? expressions[0]! : `coalesce(${expressions.join(', ')})`;

/**
 * TRUE where an expression equals one of the words.
 * TRICKY: not as IN, which the engine's planner rewrites at a price that grows with the square of the statement (a second for a load of
 * one row), and with more than five words into a join.
 */
export const isAnyOf = (sql: string, words: Iterable<string>): string =>
  `(${[...new Set(words)].map((word) => `${sql} = ${literal(word)}`).join(' OR ')})`;

/** How cells compare with words of a mapping: without case and outer blanks. */
export const foldCell = (cell: string): string => cell.trim().toLowerCase();
export const folded = (cell: string): string => `lower(trim(${cell}))`;

/** TRUE where the cell says something: not null, not blank, no word for "nothing". */
export const saysSomething = (cell: string, nullValues: readonly string[]): string =>
  `${cell} IS NOT NULL AND NOT ${isAnyOf(folded(cell), nullValues.map(foldCell))}`;
