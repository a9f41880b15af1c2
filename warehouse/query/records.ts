import { identifier, type Connection } from '../connection.ts';
import { datum, type Datum } from './answer.ts';
import type { BuildFacts } from './build.ts';
import { QueryError } from './error.ts';
import { withoutLeaders } from './other.ts';
import type { Patience } from './patience.ts';
import type { Reader } from './reader.ts';
import { planRecords, type RecordsRequest } from './record-plan.ts';

export interface RecordList {
  columns: { name: string; unit: 'text' | 'number' | 'boolean' | 'date' | 'instant' }[];
  rows: Record<string, Datum>[];
  /** Every column that could be listed. */
  possible?: string[];
  /** All of them, not only those on this page. */
  total: number;
  /** What one row is, in words. */
  grain: string;
}

/**
 * Exactly the records that a cell counts, a page at a time; pages are kept by build and question.
 * @throws QueryError when the cell is none of the query
 */
export async function records(now: Reader, request: RecordsRequest, patience?: Patience): Promise<RecordList> {
  const reader = await now.known(request.query.asKnownOn);
  const keyOf = (build: BuildFacts): string => `${build.buildId} records ${JSON.stringify(request)}`;
  const known = reader.cache.get<RecordList>(keyOf(reader.build));
  if (known) return known;
  return reader.use(async (connection, build) => {
    const list = await recordsOn(connection, build, request);
    reader.cache.set(keyOf(build), list, list.rows.length * list.columns.length * 32 + 1000);
    return list;
  }, patience);
}

/** The same on a connection that is out already. @param counted how many there are, where that is known */
export async function recordsOn(connection: Connection, build: BuildFacts, request: RecordsRequest, counted?: number): Promise<RecordList> {
  const { limit = 100, offset = 0 } = request;
  const plan = planRecords(await withoutLeaders(connection, build, request), build);
  const from = `FROM ${plan.from}`;
  const select = `SELECT ${plan.columns.map(shown).join(', ')} ${from}`;
  const rows = await connection.all(
    `${select} ORDER BY ${plan.order} LIMIT ${whole(limit, 'limit')} OFFSET ${whole(offset, 'offset')}`,
    plan.values
  );
  const types = await connection.all<{ column_name: string; column_type: string }>(`DESCRIBE ${select}`, plan.values);
  const total = counted ?? (await connection.one<{ total: number }>(`SELECT count(*) AS total ${from}`, plan.values))!.total;
  const columns = types.map(({ column_name, column_type }) => ({ name: column_name, unit: unitOf(column_type) }));
  const plainRows = rows.map((row) =>
    Object.fromEntries(columns.map(({ name, unit }) => [name, datum(row[name] ?? null, unit === 'date' ? 10 : undefined)]))
  );
  return { columns, rows: plainRows, possible: plan.possible, total, grain: plan.grain };
}

/** Bounds of a page as SQL, where they were asked for. */
export const pageSql = ({ limit, offset }: { limit?: number; offset?: number }): string =>
  `${limit === undefined ? '' : ` LIMIT ${whole(limit, 'limit')}`}${offset === undefined ? '' : ` OFFSET ${whole(offset, 'offset')}`}`;

/** Numbers of clocks are of 64 bits, more than a number of JSON can carry. */
const shown = (column: string): string => (column === 'clock_id' ? 'CAST(clock_id AS VARCHAR) AS clock_id' : identifier(column));

/** A page's bounds, checked here since they become text. */
export function whole(value: number, field: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new QueryError(field, value, `${field} is a whole number of at least 0`);
}

/** How a column of the engine is shown. */
export function unitOf(type: string): RecordList['columns'][number]['unit'] {
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE') return 'date';
  if (type.startsWith('TIMESTAMP')) return 'instant';
  return /INT|DOUBLE|FLOAT|DECIMAL/.test(type) ? 'number' : 'text';
}
