import { BusyError } from './admission.ts';
import { answer } from './answer.ts';
import { answerArrow } from './arrow.ts';
import { QueryError, unknownName } from './error.ts';
import { answerSource } from './export/answer-source.ts';
import { recordsSource } from './export/records-source.ts';
import { goalCell } from './goal-cell.ts';
import { BuildingError } from './known.ts';
import { refuseTooMuch } from './limits.ts';
import { mediaTypes, negotiate } from './negotiate.ts';
import { parseParams, queryParams } from './params.ts';
import { TimeoutError } from './patience.ts';
import type { Query } from './query.ts';
import type { Reader } from './reader.ts';
import type { RecordsRequest } from './record-plan.ts';
import { sides, type Side } from './record-source.ts';
import { records } from './records.ts';
import type { Reply } from './reply.ts';
import { exportParams, exportReply, headersOf, isExport } from './respond-export.ts';
import { parseQuery } from './schema.ts';
import { table, tableName, tableSource } from './tables.ts';

/** A question as an address spells it, or as JSON in the parameter `query`. @throws QueryError */
export function queryOf(params: URLSearchParams): Query {
  const json = params.get('query');
  if (json === null) return refuseTooMuch(parseParams(params));
  try {
    return parseQuery(JSON.parse(json) as unknown);
  } catch (error) {
    throw error instanceof QueryError ? error : new QueryError('query', json, 'the parameter query is no JSON');
  }
}

/**
 * Answers `GET /api/query`: an answer as Arrow or JSON by `format` or `Accept`, or a download in any format. What was asked
 * wrongly comes back as a reply with the field, the message and a suggestion; other errors are thrown, and an error after the
 * first byte breaks the stream.
 */
export async function respondQuery(now: Reader, url: URL, accept: string | null, signal?: AbortSignal): Promise<Reply> {
  return replying(async () => {
    const { searchParams: params } = url;
    refuseUnknown(params, [...queryParams, ...exportParams, 'query', 'format']);
    const format = negotiate(params.get('format'), accept);
    const query = queryOf(params);
    const reader = await now.known(query.asKnownOn);
    if (isExport(params, format, ['json', 'arrow'])) return exportReply(reader, answerSource(reader, query), format, params, signal);
    const body =
      format === 'arrow' ? await answerArrow(reader, query, { signal }) : JSON.stringify(await answer(reader, query, { signal }));
    return { status: 200, headers: headersOf(reader, mediaTypes[format]), body };
  });
}

/** Parameters of a page of rows. */
const pageParams = ['limit', 'offset', 'format', ...exportParams] as const;

/**
 * The records behind a cell, as `/api/records`: the query's parameters, `measure`, `cell.<dimension>` (empty = none),
 * `cell.period`, `cell.compare=true`, `cell.other=true`, `cell.goal=true`, `side`, `order` (`-opened_at`), `limit`, `offset`, `format`. A page of them as
 * JSON, or a download of all, or of as many as `limit` says.
 */
export async function respondRecords(now: Reader, url: URL, accept: string | null, signal?: AbortSignal): Promise<Reply> {
  return replying(async () => {
    const { searchParams: params } = url;
    const known = [...queryParams, ...pageParams, 'query', 'measure', 'side', 'order'];
    refuseUnknown(params, [...known, ...[...params.keys()].filter((name) => name.startsWith('cell.'))]);
    const request = recordsRequest(params);
    const reader = await now.known(request.query.asKnownOn);
    const format = negotiate(params.get('format'), accept);
    if (isExport(params, format, ['json'])) return exportReply(reader, recordsSource(reader, request), format, params, signal);
    return { status: 200, headers: headersOf(reader, mediaTypes.json), body: JSON.stringify(await records(reader, request, { signal })) };
  });
}

/** Reads what `respondRecords` takes. @throws QueryError */
export function recordsRequest(params: URLSearchParams): RecordsRequest {
  const own = new URLSearchParams([...params].filter(([name]) => name !== 'limit'));
  const query = queryOf(own);
  const cells = [...params].filter(([name]) => name.startsWith('cell.')).map(([name, value]) => [name.slice(5), value] as const);
  const side = params.get('side');
  if (side !== null && !sides.includes(side as Side))
    throw new QueryError('side', side, `side is ${sides.join(' or ')}`, { possible: sides });
  const period = cells.find(([name]) => name === 'period')?.[1];
  const isMarked = (mark: string): boolean => cells.some(([name, value]) => name === mark && value === 'true');
  const request: RecordsRequest = {
    query,
    measure: params.get('measure') ?? query.measures[0] ?? '',
    ...(side ? { side: side as Side } : {}),
    cell: {
      ...(period ? { period } : {}),
      ...(isMarked('compare') ? { compare: true } : {}),
      ...(isMarked('other') ? { other: true } : {}),
      dimensions: Object.fromEntries(
        cells.filter(([name]) => !cellMarks.includes(name)).map(([name, value]) => [name, value === '' ? null : value])
      )
    },
    ...page(params)
  };
  return isMarked('goal') ? goalCell(request) : request;
}

/** What `cell.…` says beside the members of dimensions. */
const cellMarks = ['period', 'compare', 'other', 'goal'];

/** One of the readable tables, as `/api/table/<name>`: `where.<column>`, `search`, `order`, `limit`, `offset`, `format`. */
export async function respondTable(reader: Reader, name: string, url: URL, accept: string | null, signal?: AbortSignal): Promise<Reply> {
  return replying(async () => {
    const { searchParams: params } = url;
    const wheres = [...params].filter(([key]) => key.startsWith('where.'));
    refuseUnknown(params, [...pageParams, 'search', 'order', ...wheres.map(([key]) => key)]);
    const where = Object.fromEntries(wheres.map(([key, value]) => [key.slice(6), value === '' ? null : value]));
    const request = { where, search: params.get('search') ?? undefined, ...page(params) };
    const known = tableName(name);
    const format = negotiate(params.get('format'), accept);
    if (isExport(params, format, ['json'])) return exportReply(reader, tableSource(reader, known, request), format, params, signal);
    return {
      status: 200,
      headers: headersOf(reader, mediaTypes.json),
      body: JSON.stringify(await table(reader, known, request, { signal }))
    };
  });
}

function page(params: URLSearchParams): Pick<RecordsRequest, 'limit' | 'offset' | 'sort'> {
  const number = (name: string): number | undefined => (params.get(name) ? Number(params.get(name)) : undefined);
  const sort = params.getAll('order').map((text) => (text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text }));
  return { limit: number('limit'), offset: number('offset'), ...(sort.length ? { sort } : {}) };
}

/** What was asked wrongly as a reply that says so. */
export async function replying(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    const refused = refusal(error);
    if (refused) return refused;
    throw error;
  }
}

/** An error that the asker can do something about, as a reply; undefined for a fault of ours. */
export function refusal(error: unknown): Reply | undefined {
  const headers = { 'content-type': mediaTypes.json, 'cache-control': 'no-store' };
  if (error instanceof QueryError) {
    const { field, value, message, suggestion, possible } = error;
    return { status: 400, headers, body: JSON.stringify({ error: 'query', field, value, message, suggestion, possible }) };
  }
  if (error instanceof BuildingError) {
    return {
      status: 503,
      headers: { ...headers, 'retry-after': '30' },
      body: JSON.stringify({ error: 'building', message: error.message })
    };
  }
  if (error instanceof BusyError) {
    return { status: 503, headers: { ...headers, 'retry-after': '2' }, body: JSON.stringify({ error: 'busy', message: error.message }) };
  }
  if (error instanceof TimeoutError) return { status: 504, headers, body: JSON.stringify({ error: 'timeout', message: error.message }) };
  return undefined;
}

/** @throws QueryError naming the first parameter that is none of the known ones */
export function refuseUnknown(params: URLSearchParams, known: readonly string[]): void {
  for (const name of params.keys()) if (!known.includes(name)) throw unknownName(name, 'parameter', name, new Set(known));
}
