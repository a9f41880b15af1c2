import { identifier, type Value } from '../connection.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { joinedColumns, sources } from '../metrics/source.ts';
import { Binder } from './binder.ts';
import type { BuildFacts } from './build.ts';
import { cellFilters, cellTime, type CellPlace, type CellTime } from './cell.ts';
import { QueryError, unknownName } from './error.ts';
import { filterSql } from './filter.ts';
import { normalise, type CheckedQuery, type Part } from './normalise.ts';
import type { Query, Sort } from './query.ts';
import { listColumns, listOrder } from './record-columns.ts';
import { failedFirst, recordSource, type Side } from './record-source.ts';

/** A cell of an answer: a measure of the query in one place. */
export interface CellRequest {
  query: Query;
  /** One of the query's measures, or a part of a derived one. */
  measure: string;
  cell?: CellPlace;
}

export interface RecordsRequest extends CellRequest {
  /** Which records of a share; default all that it is over. */
  side?: Side;
  /** Columns to list instead of the usual ones, of those that are `possible`. */
  columns?: readonly string[];
  sort?: readonly Sort[];
  limit?: number;
  offset?: number;
}

/**
 * What a row adds to its figure: whether it counts in the share, or the value that is summed, averaged, ranked or told apart; and of
 * a quotient, what it is over. Of a row that is left out, the condition that it fails first.
 */
export const verdictColumns = {
  share: 'counts_in_numerator',
  other: 'counted_value',
  over: 'counted_over',
  leftOut: 'left_out_by'
} as const;

/** The records behind a cell as SQL. */
export interface RecordsPlan {
  part: Part;
  time: CellTime;
  /** A parenthesised relation of just these records, with what each adds to the figure as its first columns. */
  from: string;
  /** All rows of the time and the slices with what each fails first as `left_out_by`; absent where every row counts. */
  failing?: string;
  /** Rows of the slices without the date that would put them into a period. */
  undated?: { from: string; values: Value[] };
  /** Columns that a list shows, what it adds after the number of the record. */
  columns: string[];
  /** All that could be listed, the usual ones first. */
  possible: string[];
  order: string;
  values: Value[];
  /** What one row is, in words. */
  grain: string;
  /** Whose days count. */
  zone: string;
}

/** @throws QueryError when the cell is none of the query */
export function planRecords(request: RecordsRequest, build: BuildFacts): RecordsPlan {
  const { query, cell } = request;
  const checked = normalise(
    { ...query, sort: undefined, totals: undefined, top: undefined, filters: [...(query.filters ?? []), ...cellFilters(query, cell)] },
    catalogue,
    build
  );
  const part = partOf(request, checked);
  const { source } = part.aggregate;
  const binder = new Binder();
  const time = cellTime(checked.period, query, cell, build.fiscalYearStart);
  const sliced = checked.filters.map(({ dimension }) => dimension.columns[source]!);
  const relation = recordSource(part, request.side ?? 'denominator', time, build, binder, sliced, checked.zone);
  const slices = checked.filters.map((entry) => filterSql(entry, identifier(entry.dimension.columns[source]!), binder));
  /** A bucket beside which the compared period has none. */
  const isNowhere = cell?.period !== undefined && time.from >= time.to;
  const failed = failedFirst(part.aggregate);
  const verdicts: Verdicts = request.side === 'left_out' ? [[verdictColumns.leftOut, failed ?? 'NULL']] : verdictsOf(part);
  const adding = verdicts.map(([name, sql]) => `${sql} AS ${name}`).join(', ');
  const relationOf = (conditions: readonly string[], select = `${adding}, *`): string => {
    const where = allOf([...(isNowhere ? ['FALSE'] : []), ...relation.conditions, ...conditions, ...slices]);
    return `(SELECT ${select} FROM ${relation.from}${where ? ` WHERE ${where}` : ''})`;
  };
  const listed = listColumns[source].filter((column) => hasListColumn(source, column, build));
  const names = verdicts.map(([name]) => name);
  const at = listed.indexOf('record_id') + 1;
  const usual = [...listed.slice(0, at), ...names, ...listed.slice(at)];
  const possible = [...new Set([...usual, ...tableColumns(source, build)])];
  const columns = request.columns?.map((column) => knownColumn('columns', column, possible)) ?? usual;
  return {
    part,
    time,
    from: relationOf(relation.own),
    ...(failed ? { failing: relationOf([], `${failed} AS ${verdictColumns.leftOut}${source === 'clock' ? ', stage' : ''}`) } : {}),
    ...(isDated(part) ? { undated: undatedOf(part, relation.from, checked) } : {}),
    columns,
    possible,
    order: orderOf(request.sort ?? [], possible, listOrder[source]),
    values: binder.values,
    zone: checked.zone,
    grain: source === 'backlog' ? 'open record' : source === 'flow' ? 'entry or departure' : sources[source].grain
  };
}

/** Dated by a column of its rows, not by the days of a history. */
const isDated = ({ aggregate: { date, source } }: Part): boolean => date !== 'as_of' && source !== 'backlog' && source !== 'flow';

function undatedOf({ aggregate: { date, source } }: Part, from: string, { filters }: CheckedQuery): RecordsPlan['undated'] {
  const binder = new Binder();
  const slices = filters.map((entry) => filterSql(entry, identifier(entry.dimension.columns[source]!), binder));
  return { from: `${from} WHERE ${allOf([`${date} IS NULL`, ...slices])}`, values: binder.values };
}

const allOf = (conditions: readonly string[]): string => conditions.map((condition) => `(${condition})`).join(' AND ');

type Verdicts = [name: string, sql: string][];

/** What one row adds, by column. Entries to the backlog count one each, departures too; the net has signs. */
function verdictsOf({ aggregate }: Part): Verdicts {
  const { share, other, over } = verdictColumns;
  if (aggregate.kind === 'ratio') return [[share, `coalesce(${aggregate.numerator}, FALSE)`]];
  if (aggregate.kind === 'count' || aggregate.source === 'backlog') return [[other, '1']];
  if (aggregate.source === 'flow') return [[other, aggregate.value === 'net' ? 'delta' : '1']];
  if (aggregate.kind !== 'quotient') return [[other, aggregate.value]];
  return [
    [other, aggregate.value],
    [over, aggregate.over]
  ];
}

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

/** Columns of the table behind a source, by name. */
const tableColumns = (source: Part['aggregate']['source'], build: BuildFacts): string[] =>
  source === 'backlog' || source === 'flow' ? [] : [...(build.columns.get(sources[source].table) ?? [])].sort();

function knownColumn(field: string, column: string, columns: readonly string[]): string {
  if (columns.includes(column)) return column;
  throw unknownName(field, 'column of these records', column, columns);
}

function orderOf(sort: readonly Sort[], columns: readonly string[], natural: string): string {
  const asked = sort.map(({ by, descending }) => {
    return `${identifier(knownColumn('sort', by, columns))} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  return [...asked, natural].join(', ');
}
