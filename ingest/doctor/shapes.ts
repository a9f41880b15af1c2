import { literal, type Connection } from '#warehouse/connection.ts';
import { saysSomething } from '../cells/cell.ts';
import type { DateOrder } from './formats.ts';

/** Values of a column that are written alike, every run of digits counting as one: `9/9/9 9:9`. */
export interface Shape {
  shape: string;
  count: number;
  example: string;
  /** Digits in the first and third number: tells `2026-3-4` from `4-3-2026` and two-digit years. */
  firstDigits: number;
  thirdDigits: number;
  /** Greatest first and second number, with values that show them. */
  first: number | null;
  second: number | null;
  firstExample: string;
  secondExample: string;
  isIso: boolean;
}

/** A column of the delivery to look at. */
export interface InstantColumn {
  /** `c9` */
  cell: string;
  nullValues: readonly string[];
}

const number = (nth: number): string => `TRY_CAST(regexp_extract(value, '^\\D*${'(?:\\d+\\D+)'.repeat(nth)}(\\d+)', 1) AS BIGINT)`;

/**
 * Shapes of a column, most frequent first. Slow for each value: for samples.
 * @param from FROM item that has the column
 */
export async function shapesOf(connection: Connection, { cell, nullValues }: InstantColumn, from: string): Promise<Shape[]> {
  return connection.all<Shape & Record<string, never>>(
    `WITH part AS (
       SELECT value, regexp_replace(regexp_replace(value, '[0-9]+', '9', 'g'), '[^\\W\\d_]+', 'a', 'g') AS shape,
              ${number(0)} AS first, ${number(1)} AS second,
              strlen(regexp_extract(value, '^\\D*(\\d+)', 1)) AS first_digits,
              strlen(regexp_extract(value, '^\\D*\\d+\\D+\\d+\\D+(\\d+)', 1)) AS third_digits,
              TRY_CAST(value AS TIMESTAMPTZ) IS NOT NULL AND regexp_matches(value, '^\\d{4}-') AS is_iso
       FROM (SELECT trim(${cell}) AS value FROM ${from} WHERE ${saysSomething(cell, nullValues)})
     )
     SELECT shape, CAST(count(*) AS INTEGER) AS count, min(value) AS example, max(first_digits) AS "firstDigits", max(third_digits) AS "thirdDigits",
            max(first) AS first, max(second) AS second, arg_max(value, first) AS "firstExample", arg_max(value, second) AS "secondExample",
            bool_and(is_iso) AS "isIso"
     FROM part GROUP BY shape, is_iso, CASE WHEN shape = '9' THEN first_digits ELSE least(first_digits, 3) END ORDER BY count(*) DESC, shape, is_iso`
  );
}

/** Whether day and month could be told apart by their size only. */
export const isNumericDate = (shape: Shape): boolean => /^9([/.-])9(?:\1)9/.test(shape.shape) && shape.firstDigits <= 2;
export const markOf = (shape: Shape): string => shape.shape[1]!;

/** Concrete formats of a shape. @param order of numeric dates; ignored by all others */
export function formatsOf(shape: Shape, order: DateOrder): string[] {
  if (shape.isIso) return ['iso'];
  if (shape.shape === '9') return digitsOnly[shape.firstDigits] ?? [];
  const year = shape.thirdDigits > 2 ? '%Y' : '%y';
  const numeric = /^9([/.-])9(?:\1)9(.*)$/.exec(shape.shape);
  if (!numeric) return namedMonth(shape);
  const parts = shape.firstDigits > 2 ? ['%Y', '%m', '%d'] : order === 'day_first' ? ['%d', '%m', year] : ['%m', '%d', year];
  return withTime(parts.join(numeric[1]), numeric[2]!);
}

/** Dates without any mark, by the number of their digits. */
const digitsOnly: Record<number, string[]> = {
  8: ['%Y%m%d'],
  10: ['epoch_seconds'],
  12: ['%Y%m%d%H%M'],
  13: ['epoch_milliseconds'],
  14: ['%Y%m%d%H%M%S']
};

/** `25/Feb/26 10:17 PM`, `25-Feb-2026`, `Feb 25, 2026 10:17:00 PM`, with short or long names of months. */
function namedMonth(shape: Shape): string[] {
  const yearDigits = /^\D*\d+\D+(\d+)/.exec(shape.example)?.[1]?.length ?? 0;
  const year = yearDigits > 2 ? '%Y' : '%y';
  const name = /[A-Za-z]{4,}/.test(shape.example) ? '%B' : '%b';
  const dayFirst = /^9([/. -])a(?:\1)9(.*)$/.exec(shape.shape);
  if (dayFirst) return withTime(['%d', name, year].join(dayFirst[1]), dayFirst[2]!);
  const monthFirst = /^a 9(,?) 9(.*)$/.exec(shape.shape);
  return monthFirst ? withTime(`${name} %d${monthFirst[1]} ${year}`, monthFirst[2]!) : [];
}

function withTime(date: string, rest: string): string[] {
  if (rest === '') return [date];
  const time = /^(,? |T|,)9([:.])9(?:(\2)9(?:([.,])9)?)?( ?)(a)?( ?)([+-]9(?::9)?|Z)?$/.exec(rest);
  if (!time) return [];
  const [, gap, colon, seconds, fraction, space, noon, before, offset] = time;
  const clock = [noon ? '%I' : '%H', '%M', ...(seconds ? ['%S'] : [])].join(colon);
  return [
    `${date}${gap}${clock}${fraction ? `${fraction}%g` : ''}${noon ? `${space}%p` : ''}${offset ? `${noon ? before : space}%z` : ''}`
  ];
}

/**
 * Looks at every value of some columns: greatest first and second number of numeric dates, and how many values no format reads.
 * One pass over the delivery.
 */
export async function survey(
  connection: Connection,
  columns: ReadonlyMap<string, InstantColumn & { shapes: Shape[] }>
): Promise<Map<string, Shape[]>> {
  const looks = [...columns].flatMap(([name, { cell, shapes }]) =>
    marksOf(shapes).flatMap((mark) => [1, 2].map((nth) => look(name, cell, mark, nth)))
  );
  if (looks.length === 0) return new Map([...columns].map(([name, { shapes }]) => [name, shapes]));
  const row = (await connection.one<Record<string, { number: number; value: string } | null>>(
    `SELECT ${looks.map(({ sql }, index) => `${sql} AS l${index}`).join(',\n  ')} FROM delivery`
  ))!;
  const seen = new Map(looks.map(({ key }, index) => [key, row[`l${index}`] ?? undefined]));
  return new Map(
    [...columns].map(([name, { shapes }]) => [name, shapes.map((shape) => (isNumericDate(shape) ? widened(shape, name, seen) : shape))])
  );
}

const marksOf = (shapes: readonly Shape[]): string[] => [...new Set(shapes.filter(isNumericDate).map(markOf))];

function look(name: string, cell: string, mark: string, nth: number): { key: string; sql: string } {
  const part = `TRY_CAST(split_part(${cell}, ${literal(mark)}, ${nth}) AS USMALLINT)`;
  const isDate = `TRY_CAST(split_part(${cell}, ${literal(mark)}, 1) AS USMALLINT) <= 31 AND ${part} <= 31`;
  return { key: `${name}${mark}${nth}`, sql: `max({'number': ${part}, 'value': ${cell}}) FILTER (${isDate})` };
}

function widened(shape: Shape, name: string, seen: ReadonlyMap<string, { number: number; value: string } | undefined>): Shape {
  const first = seen.get(`${name}${markOf(shape)}1`);
  const second = seen.get(`${name}${markOf(shape)}2`);
  return {
    ...shape,
    first: first?.number ?? shape.first,
    firstExample: first?.value ?? shape.firstExample,
    second: second?.number ?? shape.second,
    secondExample: second?.value ?? shape.secondExample
  };
}

/** Shapes of values that none of the formats found so far reads, from all over the column; none when every value is read. */
export async function leftovers(connection: Connection, column: InstantColumn, readers: readonly string[], most: number): Promise<Shape[]> {
  const unread = [`${saysSomething(column.cell, column.nullValues)}`, ...readers.map((reader) => `(${reader}) IS NULL`)].join(' AND ');
  return shapesOf(connection, column, `(SELECT ${column.cell} FROM delivery WHERE ${unread} LIMIT ${most})`);
}
