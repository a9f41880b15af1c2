import type { Connection } from '#warehouse/connection.ts';
import type { DateOrder, FormatEvidence } from './formats.ts';

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

const number = (nth: number): string => `TRY_CAST(regexp_extract(value, '^\\D*${'(?:\\d+\\D+)'.repeat(nth)}(\\d+)', 1) AS BIGINT)`;

/** Shapes of a column, most frequent first. @param from FROM item that has it */
export async function shapesOf(connection: Connection, column: string, from: string, nulls: readonly string[]): Promise<Shape[]> {
  return connection.all<Shape & Record<string, never>>(
    `WITH cell AS (
       SELECT trim(${column}) AS value FROM ${from} WHERE ${column} IS NOT NULL AND NOT list_contains($1, lower(trim(${column}))) AND trim(${column}) <> ''
     ), part AS (
       SELECT value, regexp_replace(regexp_replace(value, '[0-9]+', '9', 'g'), '[^\\W\\d_]+', 'a', 'g') AS shape,
              ${number(0)} AS first, ${number(1)} AS second,
              strlen(regexp_extract(value, '^\\D*(\\d+)', 1)) AS first_digits, strlen(regexp_extract(value, '^\\D*\\d+\\D+\\d+\\D+(\\d+)', 1)) AS third_digits,
              TRY_CAST(value AS TIMESTAMPTZ) IS NOT NULL AND regexp_matches(value, '^\\d{4}-') AS is_iso
       FROM cell
     )
     SELECT shape, CAST(count(*) AS INTEGER) AS count, min(value) AS example, max(first_digits) AS "firstDigits", max(third_digits) AS "thirdDigits",
            max(first) AS first, max(second) AS second, arg_max(value, first) AS "firstExample", arg_max(value, second) AS "secondExample", bool_and(is_iso) AS "isIso"
     FROM part GROUP BY shape, is_iso, first_digits > 2 ORDER BY count(*) DESC, shape, is_iso`,
    [nulls.length > 0 ? nulls.map((value) => value.trim().toLowerCase()) : ['']]
  );
}

const isNumericDate = (shape: Shape): boolean => /^9([/.-])9(?:\1)9/.test(shape.shape) && shape.firstDigits <= 2;
const provesDayFirst = (shape: Shape): boolean => isNumericDate(shape) && (shape.first ?? 0) > 12;
const provesMonthFirst = (shape: Shape): boolean => isNumericDate(shape) && (shape.second ?? 0) > 12;

/** The order of day and month that some value proves; undefined when none does or they contradict each other. */
export function orderOf(shapes: readonly Shape[]): DateOrder | undefined {
  const isDayFirst = shapes.some(provesDayFirst);
  const isMonthFirst = shapes.some(provesMonthFirst);
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? 'day_first' : 'month_first';
}

/** Concrete formats of a column by its shapes. @param order what siblings or the mapping say, for a column that proves nothing */
export function proveFormats(shapes: readonly Shape[], order: DateOrder | undefined): FormatEvidence {
  const dayFirst = shapes.find(provesDayFirst);
  const monthFirst = shapes.find(provesMonthFirst);
  if (dayFirst && monthFirst) {
    const doubt = `"${dayFirst.firstExample}" can only be day first and "${monthFirst.secondExample}" only month first; split the file, or name the formats`;
    return { formats: [], because: doubt, doubt };
  }
  const own = dayFirst ? 'day_first' : monthFirst ? 'month_first' : undefined;
  const isNumeric = shapes.some(isNumericDate);
  if (isNumeric && !own && !order) {
    const doubt = `no value says whether ${shapes.find(isNumericDate)?.example} is day first or month first; set date_order: day_first or month_first`;
    return { formats: [], because: doubt, doubt };
  }
  const formats = [...new Set(shapes.flatMap((shape) => formatsOf(shape, own ?? order ?? 'day_first')))];
  const proof = dayFirst?.firstExample ?? monthFirst?.secondExample;
  const because = proof
    ? `"${proof}" can only be ${own === 'day_first' ? 'day' : 'month'} first`
    : isNumeric
      ? `${order === 'day_first' ? 'day' : 'month'} first, as other columns or the mapping say`
      : `written like "${shapes[0]?.example ?? ''}"`;
  return { formats: formats.length > 0 ? formats : ['iso'], because };
}

const timeOf = (rest: string): string[] => {
  const clock = rest.replace(/^[ T,]+/, '');
  if (clock === '') return [''];
  const base = { '9:9': '%H:%M', '9:9:9': '%H:%M:%S', '9:9:9.9': '%H:%M:%S.%g', '9:9 a': '%I:%M %p', '9:9:9 a': '%I:%M:%S %p' }[clock];
  const separator = /^,/.test(rest) ? ', ' : rest.startsWith('T') ? 'T' : ' ';
  return base ? [`${separator}${base}`] : [];
};

function formatsOf(shape: Shape, order: DateOrder): string[] {
  if (shape.isIso) return ['iso'];
  if (shape.shape === '9') return [shape.example.length >= 12 ? 'epoch_milliseconds' : 'epoch_seconds'];
  const year = shape.thirdDigits > 2 ? '%Y' : '%y';
  const numeric = /^9([/.-])9(?:\1)9(.*)$/.exec(shape.shape);
  if (numeric && shape.firstDigits > 2) return timeOf(numeric[2]!).map((time) => ['%Y', '%m', '%d'].join(numeric[1]) + time);
  if (numeric) {
    const parts = order === 'day_first' ? ['%d', '%m', year] : ['%m', '%d', year];
    return timeOf(numeric[2]!).map((time) => parts.join(numeric[1]) + time);
  }
  return namedMonth(shape);
}

/** `25/Feb/26 10:17 PM`, `25-Feb-2026`, `Feb 25, 2026 10:17:00 PM`, with short or long names of months. */
function namedMonth(shape: Shape): string[] {
  const secondDigits = /^\D*\d+\D+(\d+)/.exec(shape.example)?.[1]?.length ?? 0;
  const name = /[A-Za-z]{4,}/.test(shape.example.replace(/\b[AP]M\b/i, '')) ? '%B' : '%b';
  const dayFirst = /^9([/. -])a(?:\1)9(.*)$/.exec(shape.shape);
  if (dayFirst) return timeOf(dayFirst[2]!).map((time) => ['%d', name, secondDigits > 2 ? '%Y' : '%y'].join(dayFirst[1]) + time);
  const monthFirst = /^a 9, 9(.*)$/.exec(shape.shape);
  return monthFirst ? timeOf(monthFirst[1]!).map((time) => `${name} %d, ${secondDigits > 2 ? '%Y' : '%y'}${time}`) : [];
}
