import type { Flip } from '../service-levels/what-if/listing.ts';
import { formulaStarts, plainNumber } from './csv-sql.ts';

const columns = [
  'agreement',
  'target',
  'record_type',
  'record_id',
  'cycle',
  'priority',
  'from',
  'to',
  'elapsed_before',
  'elapsed_after',
  'goal_before',
  'goal_after',
  'left_after',
  'reason',
  'why'
] as const satisfies readonly (keyof Flip)[];

export const flipCsvHeader = `${columns.join(',')}\r\n`;

/** Flips as lines of CSV (RFC 4180); durations are seconds, and a text that a spreadsheet would run gets an apostrophe. */
export const flipCsv = (flips: readonly Flip[]): string =>
  flips.map((flip) => `${columns.map((name) => cell(flip[name])).join(',')}\r\n`).join('');

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const isFormula = formulaStarts.some((start) => value.startsWith(start)) && !plainNumber.test(value);
  const safe = isFormula ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
