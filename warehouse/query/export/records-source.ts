import type { Connection } from '../../connection.ts';
import { catalogue } from '../../metrics/catalogue.ts';
import type { BuildFacts } from '../build.ts';
import { compile } from '../compile.ts';
import { withoutLeaders } from '../other.ts';
import { toParams } from '../params.ts';
import type { Reader } from '../reader.ts';
import { definitionOf } from '../receipt.ts';
import { labelsIn } from '../labels.ts';
import { planRecords, type RecordsRequest } from '../record-plan.ts';
import { pageSql } from '../records.ts';
import { dated } from './answer-source.ts';
import { recordsWords } from './question-words.ts';
import type { ExportSource, SqlText } from './source.ts';

/**
 * The records behind a cell with every column as something that can be exported: all of them, or as many as `limit` says in their
 * order. The first column says what each adds to the figure: `counts_in_numerator` of a share, else `counted_value`, which is 1 for a
 * count.
 * @throws QueryError when the cell is none of the query
 */
export function recordsSource(reader: Reader, request: RecordsRequest): ExportSource {
  const { query, measure, cell, side, sort, limit, offset } = request;
  const statement = async (build: BuildFacts, connection: Connection): Promise<SqlText> => {
    const { from, order, values } = planRecords(await withoutLeaders(connection, build, request), build);
    const isOrdered = Boolean(sort?.length) || limit !== undefined || offset !== undefined;
    return { sql: `SELECT * FROM ${from}${isOrdered ? ` ORDER BY ${order}` : ''}${pageSql(request)}`, values };
  };
  planRecords(request, reader.build);
  const paramsOn = (build: BuildFacts): URLSearchParams => {
    const { filters, period: asked, zone, asKnownOn } = query;
    const { period } = compile({ measures: [measure], filters, period: asked, zone, asKnownOn }, catalogue, build);
    return recordsParams({ ...request, query: dated(query, period) });
  };
  return {
    name: `${measure}-records`,
    asKnownOn: query.asKnownOn,
    statement,
    question: (build) => {
      const params = paramsOn(build);
      return {
        words: recordsWords(query, measure, cell, side, labelsIn(build, query.filters, cell)),
        address: `/api/records?${params}`,
        page: `/records?${params}`,
        definitions: [definitionOf(measure)].filter((definition) => definition !== undefined),
        grain: planRecords(request, build).grain
      };
    }
  };
}

/** What `recordsRequest` reads, written. */
function recordsParams({ query, measure, cell, side, sort, limit, offset }: RecordsRequest): URLSearchParams {
  const params = toParams(query);
  params.set('measure', measure);
  if (cell?.period) params.set('cell.period', cell.period);
  if (cell?.compare) params.set('cell.compare', 'true');
  if (cell?.other) params.set('cell.other', 'true');
  for (const [name, value] of Object.entries(cell?.dimensions ?? {})) params.set(`cell.${name}`, value === null ? '' : String(value));
  if (side) params.set('side', side);
  for (const { by, descending } of sort ?? []) params.append('order', descending ? `-${by}` : by);
  if (limit !== undefined) params.set('limit', String(limit));
  if (offset !== undefined) params.set('offset', String(offset));
  return params;
}
