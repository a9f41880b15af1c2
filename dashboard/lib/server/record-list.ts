import { periodWords } from '#dashboard/boards/scope.ts';
import { bucket, count, inUnit, instant, memberWords, word } from '#dashboard/format.ts';
import type { RecordList } from '#dashboard/lib/record-page.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { sources } from '#warehouse/metrics/source.ts';
import { QueryError } from '#warehouse/query/error.ts';
import type { Filter, Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { recordCount, records, type CellPlace, type RecordsRequest } from '#warehouse/query/records.ts';
import { recordsRequest } from '#warehouse/query/respond.ts';

const pageSize = 100;

/** The page of records behind a figure: its receipt, and the list a page at a time. */
export async function recordList(reader: Reader, url: URL): Promise<RecordList> {
  const request = recordsRequest(url.searchParams);
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1);
  const [list, counted] = await Promise.all([
    records(reader, { ...request, limit: pageSize, offset: (page - 1) * pageSize }),
    recordCount(reader, request)
  ]);
  const entry = catalogue.measures.get(request.measure);
  if (!entry) throw new QueryError('measure', request.measure, `there is no measure called ${request.measure}`);
  const type = entry.aggregate.kind === 'derived' ? undefined : sources[entry.aggregate.source].recordType;
  const { zone, asOf, buildId } = reader.build;
  return {
    receipt: {
      measure: entry.name,
      label: entry.label,
      value: inUnit(typeof counted.value === 'number' ? counted.value : null, entry.unit),
      meaning: entry.meaning,
      formula: entry.formula,
      denominator: entry.denominator,
      version: entry.version,
      period:
        entry.aggregate.kind !== 'derived' && entry.aggregate.date === 'as_of'
          ? 'at the data instant'
          : periodWords(request.query.period ?? { all: true }),
      conditions: conditionsOf(request.query, request.cell ?? {}),
      asOf: instant(asOf.toISOString(), zone),
      build: buildId
    },
    grain: list.grain,
    note: entry.unit === 'share' ? sideNote(request, counted.total, list.total) : undefined,
    sides:
      entry.unit === 'share'
        ? {
            denominator: changed(url, { side: 'denominator', page: null }),
            numerator: changed(url, { side: null, page: null }),
            chosen: request.side ?? 'numerator'
          }
        : undefined,
    columns: list.columns.map((column) => columnOf(column, zone)),
    rows: list.rows.map((row) => (type ? { record_type: type, ...row } : row)),
    total: list.total,
    csv: `/api/records${changed(url, { page: null, format: 'csv' })}`,
    pages: pagesOf(url, page, list.total),
    drops: dropsOf(url, request.query)
  };
}

const sideNote = (request: RecordsRequest, numerator: number, shown: number): string =>
  request.side === 'denominator' ? `All that the share is over` : `Those in the numerator: ${count(shown || numerator)}`;

/** A column of a list of records as a table shows it. */
export function columnOf({ name, unit }: { name: string; unit: string }, zone: string): TableColumn {
  const shown = name.endsWith('_seconds') ? 'seconds' : unit;
  return { name, label: labelOf(name), unit: shown, ...(shown === 'instant' ? { zone } : {}) };
}

/** `opened_at` → `Opened`, `configuration_item` → `Configuration item`. */
export function labelOf(name: string): string {
  const text = word(name.replace(/_(at|seconds|id|date)$/, '').replace(/^is_/, ''));
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

function conditionsOf(query: Query, cell: CellPlace): string[] {
  const members = Object.entries(cell.dimensions ?? {}).map(
    ([name, value]) => `${labelIn(name)}: ${value === null ? 'none' : memberWords(name, String(value))}`
  );
  const period = cell.period ? [`${query.grain ?? ''}: ${bucket(cell.period, query.grain ?? 'day')}`] : [];
  return [...period, ...members, ...(query.filters ?? []).map(filterWords)];
}

const labelIn = (dimension: string): string => catalogue.dimensions.get(dimension)?.label ?? dimension;

const filterVerbs: Readonly<Record<Filter['op'], string>> = {
  in: ':',
  not_in: ' is not',
  contains: ' contains',
  not_contains: ' does not contain',
  starts_with: ' starts with',
  not_starts_with: ' does not start with',
  between: ':',
  not_between: ' is not',
  at_least: ' is at least',
  at_most: ' is at most',
  null: ' is empty',
  not_null: ' is given'
};

function filterWords(filter: Filter): string {
  const values =
    'values' in filter
      ? filter.values
          .map((value) => memberWords(filter.field, String(value)))
          .join(filter.op === 'between' || filter.op === 'not_between' ? ' to ' : ' or ')
      : '';
  return `${labelIn(filter.field)}${filterVerbs[filter.op]} ${values}`.trim();
}

function pagesOf(url: URL, page: number, total: number): RecordList['pages'] {
  const first = (page - 1) * pageSize + 1;
  return {
    ...(page > 1 ? { before: changed(url, { page: page === 2 ? null : String(page - 1) }) } : {}),
    ...(page * pageSize < total ? { after: changed(url, { page: String(page + 1) }) } : {}),
    words: `${count(first)}–${count(Math.min(page * pageSize, total))} of ${count(total)}`
  };
}

/** The same address with one filter less each. */
function dropsOf(url: URL, query: Query): RecordList['drops'] {
  return (query.filters ?? []).map((filter, at) => {
    const params = new URLSearchParams(url.search);
    const written = params.getAll('filter');
    params.delete('filter');
    written.filter((_, index) => index !== at).forEach((text) => params.append('filter', text));
    return { label: filterWords(filter), href: `?${params}` };
  });
}

/** The address with parameters set, or left out where null. */
function changed(url: URL, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return `?${params}`;
}
