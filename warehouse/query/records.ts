import { identifier, type Value } from '../connection.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { joinedColumns, sources } from '../metrics/source.ts';
import { datum, type Datum } from './answer.ts';
import { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import { streamCsv, type CsvOptions, type SqlText } from './csv.ts';
import { QueryError, unknownName } from './error.ts';
import { equals, filterSql } from './filter.ts';
import { normalise, type CheckedQuery, type Part } from './normalise.ts';
import type { Patience } from './patience.ts';
import type { Query, Sort } from './query.ts';
import { aggregateSql } from './read.ts';
import type { Reader } from './reader.ts';
import { listColumns, listOrder } from './record-columns.ts';
import { cellTime, recordSource, type Side } from './record-source.ts';

/** Which cell of an answer: its bucket and its members. What is left out is not narrowed. */
export interface CellPlace {
  /** As it stands in the column `period`. */
  period?: string;
  dimensions?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface RecordsRequest {
  query: Query;
  /** One of the query's measures, or a part of a derived one. */
  measure: string;
  cell?: CellPlace;
  /** Which records of a share; default those in the numerator. */
  side?: Side;
  sort?: readonly Sort[];
  limit?: number;
  offset?: number;
}

export interface RecordList {
  columns: { name: string; unit: 'text' | 'number' | 'boolean' | 'date' | 'instant' }[];
  rows: Record<string, Datum>[];
  /** All of them, not only those on this page. */
  total: number;
  /** What one row is, in words. */
  grain: string;
}

/**
 * Exactly the records that a cell counts, a page at a time.
 * @throws QueryError when the cell is none of the query
 */
export async function records(reader: Reader, request: RecordsRequest, patience?: Patience): Promise<RecordList> {
  const { limit = 100, offset = 0 } = request;
  return reader.use(async (connection, build) => {
    const plan = planRecords(request, build);
    const from = `FROM ${plan.from}`;
    const rows = await connection.all(
      `SELECT ${plan.columns.map(identifier).join(', ')} ${from} ORDER BY ${plan.order} LIMIT ${whole(limit, 'limit')} OFFSET ${whole(offset, 'offset')}`,
      plan.values
    );
    const types = await connection.all<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT ${plan.columns.map(identifier).join(', ')} ${from}`,
      plan.values
    );
    const [count] = await connection.all<{ total: number }>(`SELECT count(*) AS total ${from}`, plan.values);
    const columns = types.map(({ column_name, column_type }) => ({ name: column_name, unit: unitOf(column_type) }));
    const plainRows = rows.map((row) =>
      Object.fromEntries(columns.map(({ name, unit }) => [name, datum(row[name] ?? null, unit === 'date' ? 10 : undefined)]))
    );
    return { columns, rows: plainRows, total: count!.total, grain: plan.grain };
  }, patience);
}

/** The same records as CSV with every column, uncapped. @throws QueryError before the first byte */
export function recordsCsv(reader: Reader, request: RecordsRequest, options?: CsvOptions): AsyncIterable<Uint8Array> {
  const isAsked = request.sort?.length;
  const statement = (build: BuildFacts): SqlText => {
    const { from, order, values } = planRecords(request, build);
    return { sql: `SELECT * FROM ${from}${isAsked ? ` ORDER BY ${order}` : ''}`, values };
  };
  statement(reader.build);
  return streamCsv(reader, statement, options);
}

/** How many records a cell counts, and the measure computed again from those very records: it must give the cell back. */
export async function recordCount(reader: Reader, request: RecordsRequest, patience?: Patience): Promise<{ total: number; value: Datum }> {
  const side = isRatio(request) ? 'denominator' : (request.side ?? 'numerator');
  const row = await reader.use((connection, build) => {
    const { part, from, values } = planRecords({ ...request, side }, build);
    const total = isRatio(request) && request.side !== 'denominator' ? `count(*) FILTER (WHERE ${numeratorOf(part)})` : 'count(*)';
    return connection.one(`SELECT ${total} AS total, ${againSql(part)} AS value FROM ${from}`, values);
  }, patience);
  return { total: Number(row!.total), value: datum(row!.value ?? null) };
}

/** A measure over its own records. Entries to the backlog count one each, departures too; the net has signs. */
function againSql({ aggregate }: Part): string {
  if (aggregate.source === 'backlog') return 'count(*)';
  if (aggregate.source !== 'flow') return aggregateSql(aggregate);
  return 'value' in aggregate && aggregate.value === 'net' ? 'CAST(sum(delta) AS BIGINT)' : 'count(*)';
}

const isRatio = ({ measure }: RecordsRequest): boolean => catalogue.measures.get(measure)?.aggregate.kind === 'ratio';
const numeratorOf = ({ aggregate }: Part): string => (aggregate.kind === 'ratio' ? aggregate.numerator : 'TRUE');

interface RecordsPlan {
  part: Part;
  /** A parenthesised relation of just these records. */
  from: string;
  columns: string[];
  order: string;
  values: Value[];
  grain: string;
}

function planRecords(request: RecordsRequest, build: BuildFacts): RecordsPlan {
  const { query, cell } = request;
  const checked = normalise(
    { ...query, sort: undefined, filters: [...(query.filters ?? []), ...cellFilters(query, cell)] },
    catalogue,
    build
  );
  const part = partOf(request, checked);
  const { source } = part.aggregate;
  const binder = new Binder();
  const time = cellTime(checked.period, query.grain, cell?.period, build.fiscalYearStart);
  const sliced = checked.filters.map(({ dimension }) => dimension.columns[source]!);
  const relation = recordSource(part, request.side ?? 'numerator', time, build, binder, sliced);
  const slices = checked.filters.map((entry) => filterSql(entry, identifier(entry.dimension.columns[source]!), binder));
  const where = [...relation.conditions, ...relation.own, ...slices].map((condition) => `(${condition})`).join(' AND ');
  const columns = listColumns[source].filter((column) => hasListColumn(source, column, build));
  const shown =
    'value' in part.aggregate && hasListColumn(source, part.aggregate.value, build)
      ? [...new Set([...columns, part.aggregate.value])]
      : columns;
  return {
    part,
    from: `(SELECT * FROM ${relation.from}${where ? ` WHERE ${where}` : ''})`,
    columns: shown,
    order: orderOf(request.sort ?? [], shown, listOrder[source]),
    values: binder.values,
    grain: source === 'backlog' ? 'open record' : source === 'flow' ? 'entry or departure' : sources[source].grain
  };
}

const cellFilters = (query: Query, cell: CellPlace | undefined) =>
  Object.entries(cell?.dimensions ?? {}).map(([field, value]) => {
    if (query.dimensions?.includes(field)) return equals(field, value);
    throw new QueryError('cell.dimensions', field, `the query is not sliced by ${field}`, { possible: query.dimensions ?? [] });
  });

function partOf({ measure, query }: RecordsRequest, checked: CheckedQuery): Part {
  const part = checked.parts.find(({ name }) => name === measure);
  if (part) return part;
  const known = catalogue.measures.get(measure);
  if (checked.unavailable[measure]) throw new QueryError('measure', measure, `${measure} is ${checked.unavailable[measure]}`);
  if (known?.aggregate.kind === 'derived' && query.measures.includes(measure)) {
    const possible = known.aggregate.from;
    throw new QueryError('measure', measure, `${measure} is computed from ${possible.join(' and ')}; ask for the records of one of them`, {
      possible
    });
  }
  throw unknownName(
    'measure',
    'measure in this query',
    measure,
    checked.parts.map(({ name }) => name)
  );
}

/** Relations that are made from the history have their columns whatever the build. */
const hasListColumn = (source: Part['aggregate']['source'], column: string, build: BuildFacts): boolean =>
  source === 'backlog' || source === 'flow'
    ? listColumns[source].includes(column)
    : Boolean(build.columns.get(sources[source].table)?.has(column) || joinedColumns[source]?.includes(column));

function orderOf(sort: readonly Sort[], columns: readonly string[], natural: string): string {
  const asked = sort.map(({ by, descending }) => {
    if (!columns.includes(by)) throw unknownName('sort', 'column of these records', by, columns);
    return `${identifier(by)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  return [...asked, natural].join(', ');
}

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
