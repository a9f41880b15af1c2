import { literal } from '#warehouse/connection.ts';
import { columnTypes, type Column } from '#warehouse/contract.ts';
import type { ColumnRule, Scalar } from '../mapping.ts';
import { booleanReader } from './boolean.ts';
import { isAnyOf, saysSomething, typed, type Reader } from './cell.ts';
import { greatestInstant, instantReader, leastInstant } from './instant.ts';
import { durationReader, integerReader, leadingInteger, numberReader } from './number.ts';
import { choiceReader, idReader, textReader } from './text.ts';
import { translation } from './translate.ts';

/** One thing that may be wrong with a cell. */
export interface Fault {
  /** SQL boolean, exact. */
  condition: string;
  /** Cheap SQL boolean that holds wherever `condition` does, and on few other rows. */
  guard: string;
  value: string;
  reason: string;
}

/** A canonical column as SQL, with what may be wrong with its cell, in the order in which to tell it. */
export interface CellReading {
  /** The cell read, over the delivery's columns. */
  sql: string;
  /** The column's value, over the name of the column, which holds what `sql` read. */
  value: string;
  /** Over the name of the column and the delivery's columns. */
  faults: Fault[];
  notices: { message: string; condition: string }[];
}

type RuledColumn = Column & { rule: ColumnRule };

/**
 * @param column canonical column with its rule
 * @param cell SQL of type VARCHAR
 * @param formats concrete formats, `auto` resolved
 */
export function readCell(column: RuledColumn, cell: string, formats: readonly string[]): CellReading {
  const { rule, type } = column;
  if (rule.constant !== undefined) return { sql: typed(rule.constant, type), value: column.name, faults: [], notices: [] };
  const wordsForNothing = [...(rule.translate ?? [])].filter(([, value]) => value === null).map(([word]) => word);
  const nullValues = [...new Set([...rule.nullValues, ...wordsForNothing])];
  const reader = readerOf(column, formats, nullValues);
  return {
    sql: parsedCell(column, cell, nullValues, reader),
    value: rule.default === undefined ? column.name : `coalesce(${column.name}, ${typed(rule.default, type)})`,
    faults: faultsOf(column, cell, nullValues, reader),
    notices: noticesOf(column, cell, reader)
  };
}

function readerOf({ name, type, values, rule }: RuledColumn, formats: readonly string[], nullValues: readonly string[]): Reader {
  const [format] = formats;
  if (type === 'instant') return instantReader(formats, rule.zone);
  if (type === 'boolean') return booleanReader;
  if (type === 'integer') return format === 'leading_integer' ? leadingInteger : integerReader(rule.decimal);
  if (type === 'number') return format === 'duration' ? durationReader : numberReader(rule.decimal, unitSeconds[format ?? '']);
  if (values) return choiceReader(values);
  return name === 'record_id' ? idReader(nullValues) : textReader(nullValues);
}

const unitSeconds: Record<string, number> = { milliseconds: 0.001, minutes: 60, hours: 3600 };

function parsedCell({ type, values, rule }: RuledColumn, cell: string, nullValues: readonly string[], reader: Reader): string {
  if (rule.translate) {
    const words = new Map<string, Scalar | null>([...rule.translate, ...nullValues.map((word) => [word, null] as const)]);
    return translation(cell, words, type, otherwiseOf(rule, cell, type, reader));
  }
  if (type === 'text' && !values) return reader.sql(cell);
  return `CASE WHEN ${isAnyOf(cell, nullValues)} THEN NULL ELSE ${reader.sql(cell)} END`;
}

function otherwiseOf(rule: ColumnRule, cell: string, type: Column['type'], reader: Reader): string {
  if (rule.otherwise === undefined || rule.otherwise === 'keep') return reader.sql(cell);
  if (rule.otherwise === 'reject' || rule.otherwise === null) return `CAST(NULL AS ${columnTypes[type]})`;
  return typed(rule.otherwise, type);
}

function faultsOf(column: RuledColumn, cell: string, nullValues: readonly string[], reader: Reader): Fault[] {
  const { name, rule, type, range, values } = column;
  const says = saysSomething(cell, nullValues);
  const faults: Fault[] = [];
  const add = (guard: string, more: string, reason: string) => faults.push({ guard, condition: guard + more, value: cell, reason });
  if (rule.required && rule.default === undefined)
    add(`${name} IS NULL`, ` AND coalesce(NOT (${says}), TRUE)`, `is empty: a row without ${name} cannot be counted`);
  const mayFail = (type !== 'text' || values !== undefined || rule.otherwise === 'reject') && rule.otherwise !== null;
  if (mayFail) add(`(${name} IS NULL AND NOT ${isAnyOf(cell, nullValues)})`, ` AND ${says}`, unreadable(column, reader));
  if (type === 'instant')
    add(
      `${name} NOT BETWEEN ${leastInstant} AND ${greatestInstant}`,
      '',
      `${unreadable(column, reader)}; as read it is not in 1900 to 2199`
    );
  if (range)
    add(
      `${name} NOT BETWEEN ${range[0]} AND ${range[1]}`,
      '',
      `is outside ${range[0]} to ${range[1]}: translate it (columns.${name}.translate)`
    );
  return faults;
}

function unreadable({ name, type, values, rule }: RuledColumn, reader: Reader): string {
  const place = `columns.${name}`;
  if (values || rule.otherwise === 'reject')
    return `has no translation (${reader.as}): add it to ${place}.translate, or say ${place}.otherwise`;
  const way = type === 'instant' || type === 'number' ? `${place}.format` : `${place}.translate`;
  return `cannot be read as ${reader.as}: correct the cell, add to ${way}, or list it in ${place}.null_values`;
}

function noticesOf({ name, rule }: RuledColumn, cell: string, reader: Reader): CellReading['notices'] {
  if (!reader.wall) return [];
  const wall = reader.wall(cell);
  const shown = (instant: string) => `timezone(${literal(rule.zone)}, ${instant})`;
  const earlier = ['1 HOUR', '30 MINUTE'].map((step) => shown(`${name} - INTERVAL ${step}`));
  return [
    { message: `local times that a clock change in ${rule.zone} skips, moved on by the gap`, condition: `${shown(name)} <> ${wall}` },
    {
      message: `local times that a clock change in ${rule.zone} repeats, read as the second pass`,
      condition: `${wall} IN (${earlier.join(', ')})`
    }
  ];
}
