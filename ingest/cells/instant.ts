import { literal } from '#warehouse/connection.ts';
import { firstOf, type Reader } from './cell.ts';

/** Instants outside are misread cells (a two-digit year, an epoch in the wrong unit), not service records. */
export const leastInstant = "TIMESTAMPTZ '1900-01-01 00:00:00+00'";
export const greatestInstant = "TIMESTAMPTZ '2200-01-01 00:00:00+00'";

/**
 * Reads instants in the formats given, tried in order.
 * TRICKY: the engine's cast of text to TIMESTAMP silently drops an offset, so zoneless text is recognised by being readable once `Z`
 * is appended; its cast to TIMESTAMPTZ asks the calendar library for every zoneless value, which takes twice as long; and a cast that
 * fails costs more than one that does not, so the last letters decide which to try.
 * Local times that a clock change repeats are read as the second pass, those that it skips are moved on by the gap.
 * @param formats `iso`, `epoch_seconds`, `epoch_milliseconds`, or strptime patterns; at least one
 * @param zone IANA zone of values that name none
 */
export function instantReader(formats: readonly string[], zone: string): Reader {
  const readers = formats.map((format) => oneFormat(format, zone));
  const walls = readers.flatMap((reader) => reader.wall ?? []);
  return {
    as: `an instant (${formats.map(describe).join(' or ')})`,
    sql: (cell) => firstOf(readers.map((reader) => reader.sql(cell))),
    wall: walls.length > 0 ? (cell) => firstOf(walls.map((wall) => wall(cell))) : undefined
  };
}

const describe = (format: string): string => (format === 'iso' ? 'like 2026-03-31 23:59:59' : format);
const isUtc = (zone: string): boolean => ['UTC', 'Etc/UTC', 'Z', 'GMT', 'Etc/GMT'].includes(zone);

function oneFormat(format: string, zone: string): Reader {
  if (format === 'iso') return isoReader(zone);
  if (format === 'epoch_seconds') return epochReader(6);
  if (format === 'epoch_milliseconds') return epochReader(3);
  return patternReader(format, zone);
}

/** What `Z` cannot be appended to: a date alone, hours of one digit. */
const zonelessText = String.raw`' *\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T]+\d{1,2}:\d{1,2}(:\d{1,2}([.]\d*)?)?)? *'`;

function isoReader(zone: string): Reader {
  const as = describe('iso');
  const zoneless = (cell: string) => `TRY_CAST(${cell} || 'Z' AS TIMESTAMPTZ)`;
  const tidy = (cell: string) => `TRY_CAST(regexp_replace(replace(${cell}, ',', '.'), ' +([+-][0-9])', '\\1') AS TIMESTAMPTZ)`;
  const offset = (cell: string) => firstOf([`TRY_CAST(${cell} AS TIMESTAMPTZ)`, tidy(cell)]);
  const anyOffset = (cell: string) => `CASE WHEN regexp_matches(${cell}, '^ *[0-9]') THEN ${offset(cell)} END`;
  const wall = (cell: string) =>
    `CASE WHEN ${zoneless(cell)} IS NOT NULL OR regexp_full_match(${cell}, ${zonelessText}) THEN TRY_CAST(${cell} AS TIMESTAMP) END`;
  const local = (cell: string) => (isUtc(zone) ? zoneless(cell) : `timezone(${literal(zone)}, ${wall(cell)})`);
  const sql = (cell: string) =>
    `CASE WHEN suffix(${cell}, 'Z') OR contains(${cell}, '+') THEN ${offset(cell)} ELSE ${firstOf([local(cell), anyOffset(cell)])} END`;
  return { as, sql, wall: isUtc(zone) ? undefined : wall };
}

/**
 * Seconds up to the year 2200, milliseconds from 1973: the two never claim the same number.
 * @param digits decimal digits between the unit and a microsecond
 */
function epochReader(digits: 3 | 6): Reader {
  const number = (cell: string) => `TRY_CAST(${cell} AS DECIMAL(36, ${digits}))`;
  const [least, most] = digits === 6 ? [1, 7_258_118_400] : [100_000_000_000, 7_258_118_400_000];
  return {
    as: digits === 6 ? 'epoch seconds' : 'epoch milliseconds',
    sql: (cell) =>
      `make_timestamptz(CASE WHEN ${number(cell)} BETWEEN ${least} AND ${most} THEN CAST(${number(cell)} * ${10 ** digits} AS BIGINT) END)`
  };
}

function patternReader(pattern: string, zone: string): Reader {
  const parsed = (cell: string) => `TRY_STRPTIME(${cell}, ${literal(pattern)})`;
  if (/%[zZ]/.test(pattern)) return { as: pattern, sql: parsed };
  if (isUtc(zone)) return { as: pattern, sql: (cell) => `make_timestamptz(epoch_us(${parsed(cell)}))` };
  return { as: pattern, wall: parsed, sql: (cell) => `timezone(${literal(zone)}, ${parsed(cell)})` };
}
