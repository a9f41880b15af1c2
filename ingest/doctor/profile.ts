import type { Connection } from '#warehouse/connection.ts';
import { booleanReader } from '../cells/boolean.ts';
import { firstOf, isAnyOf } from '../cells/cell.ts';
import { instantReader } from '../cells/instant.ts';
import { integerReader, numberReader } from '../cells/number.ts';
import { formatsOf, isNumericDate, shapesOf, type Shape } from './shapes.ts';
import type { Table } from './table.ts';
import { instantSentinels, nothingWords } from './words/values.ts';

export type Kind = 'instant' | 'boolean' | 'integer' | 'number' | 'text' | 'empty';

/** What the cells of one column are, counted over the whole file. */
export interface ColumnProfile {
  header: string;
  position: number;
  /** Cells that say something, and how many different ones. */
  filled: number;
  distinct: number;
  least: string | null;
  greatest: string | null;
  kind: Kind;
  /** Words that stand for "nothing", with how often. */
  nothings: { word: string; count: number }[];
  /** Most frequent values; all of them when there are no more than forty. */
  top: { value: string; count: number }[];
  dates?: DateProfile;
}

/** How instants are written. Shares are of the cells that say something. */
export interface DateProfile {
  yearFirst: number;
  dayFirst: number;
  monthFirst: number;
  /** Set when one order alone reads some value. */
  order?: 'day_first' | 'month_first';
  proof?: { value: string; line?: number };
  formats: string[];
  example: string;
}

const mostValues = 40;
const sampledValues = 500;

export async function profileColumns(table: Table, onProgress: (share: number) => void = () => undefined): Promise<ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (const [position, header] of table.dialect.header.entries()) {
    profiles.push(await profileColumn(table, header, position));
    onProgress((position + 1) / table.dialect.header.length);
  }
  return profiles;
}

/** Looks at each different value of a column once, weighed by how often it stands there. */
async function profileColumn(table: Table, header: string, position: number): Promise<ColumnProfile> {
  const { connection } = table;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE seen AS SELECT trim(c${position}) AS value, count(*) AS n, min(record) AS record
     FROM delivery WHERE c${position} IS NOT NULL AND trim(c${position}) <> '' GROUP BY ALL`
  );
  await told([...nothingWords, ...instantSentinels], connection);
  const dates = await dateProfile(table);
  const isInstant = dates !== undefined && isInstantColumn(dates, header);
  const nothings = isInstant ? [...nothingWords, ...instantSentinels] : nothingWords;
  if (!isInstant) await told(nothingWords, connection);
  const said = (await connection.one<Counts>(`SELECT ${counts} FROM told`))!;
  const kind = isInstant ? 'instant' : kindOf(said);
  return {
    header,
    position,
    kind,
    ...(await spread(connection, kind, dates)),
    nothings: await connection.all(
      `SELECT value AS word, CAST(n AS INTEGER) AS count FROM seen WHERE ${isAnyOf('lower(value)', nothings)} ORDER BY n DESC, value`
    ),
    top: await connection.all(`SELECT value, CAST(n AS INTEGER) AS count FROM told ORDER BY n DESC, value LIMIT ${mostValues}`),
    dates: isInstant ? dates : undefined
  };
}

/** Keeps the values that say something in the table `told`. */
const told = (nothings: readonly string[], connection: Connection): Promise<void> =>
  connection.run(`CREATE OR REPLACE TEMP TABLE told AS SELECT * FROM seen WHERE NOT ${isAnyOf('lower(value)', nothings)}`);

/** Least and greatest in the order of the kind, as they are written. */
async function spread(connection: Connection, kind: Kind, dates: DateProfile | undefined) {
  const order =
    dates && kind === 'instant'
      ? instantReader(dates.formats, 'UTC')
      : kind === 'integer' || kind === 'number'
        ? numberReader('.')
        : undefined;
  const key = order?.sql('value') ?? 'value';
  return (await connection.one<Pick<ColumnProfile, 'filled' | 'distinct' | 'least' | 'greatest'>>(
    `SELECT CAST(coalesce(sum(n), 0) AS BIGINT) AS filled, count(*) AS distinct, arg_min(value, ${key}) AS least, arg_max(value, ${key}) AS greatest FROM told`
  ))!;
}

interface Counts {
  filled: number;
  integers: number;
  numbers: number;
  booleans: number;
}

const share = (reader: string): string => `CAST(coalesce(sum(n) FILTER ((${reader}) IS NOT NULL), 0) AS BIGINT)`;
const counts = `CAST(coalesce(sum(n), 0) AS BIGINT) AS filled, ${share(integerReader('.').sql('value'))} AS integers,
  ${share(firstOf([numberReader('.').sql('value'), numberReader(',').sql('value')]))} AS numbers, ${share(booleanReader.sql('value'))} AS booleans`;

const mostly = 0.9;

function kindOf({ filled, integers, numbers, booleans }: Counts): Kind {
  if (filled === 0) return 'empty';
  if (booleans >= filled * mostly && integers < filled) return 'boolean';
  if (integers >= filled * mostly) return 'integer';
  return numbers >= filled * mostly ? 'number' : 'text';
}

const timeWord = /\b(at|on|date|time|created|updated|opened|closed|resolved|solved|clock|timestamp|datum|fecha)\b|date|time|_at$/i;

/** Numbers are instants only where the header says so as well. */
function isInstantColumn({ dayFirst, monthFirst, formats }: DateProfile, header: string): boolean {
  const isNumber = formats.every((format) => !/[^\w%]|iso/.test(format));
  return Math.max(dayFirst, monthFirst) >= mostly && (!isNumber || timeWord.test(header.replaceAll('_', ' ')));
}

async function dateProfile({ connection, lineOf }: Table): Promise<DateProfile | undefined> {
  const { filled } = (await connection.one<{ filled: number }>('SELECT CAST(coalesce(sum(n), 0) AS BIGINT) AS filled FROM told'))!;
  const column = { cell: 'value', nullValues: [''] };
  const shapes = await shapesOf(connection, column, `(SELECT value FROM told ORDER BY n DESC, value LIMIT ${sampledValues})`);
  const readable = shapes.filter((shape) => formatsOf(shape, 'day_first').length > 0);
  if (filled === 0 || readable.length === 0) return undefined;
  const reader = (order: 'day_first' | 'month_first') =>
    instantReader([...new Set(readable.flatMap((shape) => formatsOf(shape, order)))], 'UTC').sql('value');
  const [day, month] = [`(${reader('day_first')})`, `(${reader('month_first')})`];
  const row = (await connection.one<Record<string, number> & { d: Proof | null; m: Proof | null }>(
    `SELECT ${share(day)} AS day, ${share(month)} AS month, CAST(coalesce(sum(n) FILTER (regexp_matches(value, '^[0-9]{4}[-/]')), 0) AS BIGINT) AS year,
       min({'record': record, 'value': value}) FILTER (${day} IS NOT NULL AND ${month} IS NULL) AS d,
       min({'record': record, 'value': value}) FILTER (${month} IS NOT NULL AND ${day} IS NULL) AS m
     FROM told`
  ))!;
  return { ...judged(readable, row, lineOf), yearFirst: row.year! / filled, dayFirst: row.day! / filled, monthFirst: row.month! / filled };
}

interface Proof {
  record: number;
  value: string;
}

function judged(
  shapes: readonly Shape[],
  { d, m }: { d: Proof | null; m: Proof | null },
  lineOf: Table['lineOf']
): Pick<DateProfile, 'order' | 'proof' | 'formats' | 'example'> {
  const order = d && !m ? 'day_first' : m && !d ? 'month_first' : undefined;
  const proof = order === 'day_first' ? d : order === 'month_first' ? m : null;
  return {
    order: shapes.some(isNumericDate) ? order : undefined,
    proof: proof ? { value: proof.value, line: lineOf(proof.record) } : undefined,
    formats: [...new Set(shapes.flatMap((shape) => formatsOf(shape, order ?? 'day_first')))],
    example: shapes[0]!.example
  };
}
