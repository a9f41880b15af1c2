import type { RequestHandler } from '@sveltejs/kit';
import { answering, csvDownload, noWarehouse } from '#dashboard/lib/server/download.ts';
import { formatOf } from '#dashboard/lib/server/format-of.ts';
import { QueryError } from '#warehouse/query/error.ts';
import { table, tableCsv, tableName, type TableRequest } from '#warehouse/query/tables.ts';

/** A table as it is (loads, rejections, candidates …): all rows as CSV, or a page of them as JSON. */
export const GET: RequestHandler = ({ locals, url, params, request }) =>
  answering(locals.requestId, async () => {
    const { reader } = locals;
    if (!reader) return noWarehouse();
    const name = tableName(params.name ?? '');
    const asked = requestIn(url.searchParams);
    const format = formatOf(url, request.headers.get('accept'));
    if (format === 'arrow') throw new QueryError('format', 'arrow', 'tables come as json or csv', { possible: ['json', 'csv'] });
    if (format === 'csv') {
      const options = { bom: url.searchParams.has('bom'), signal: request.signal };
      return csvDownload(tableCsv(reader, name, asked, options), { name: `${name}-${reader.build.buildId}`, requestId: locals.requestId });
    }
    return Response.json(await table(reader, name, asked, { signal: request.signal }), { headers: { 'cache-control': 'no-store' } });
  });

/** `where.<column>=value`, `q`, `order=-column`, `limit`, `offset`. */
function requestIn(params: URLSearchParams): TableRequest {
  const where = Object.fromEntries(
    [...params].filter(([name]) => name.startsWith('where.')).map(([name, value]) => [name.slice(6), value === '' ? null : value])
  );
  const order = params.get('order');
  const q = params.get('q');
  const whole = (name: string): number | undefined => (params.has(name) ? Number(params.get(name)) : undefined);
  return {
    where,
    ...(q ? { search: q } : {}),
    ...(order ? { sort: [{ by: order.replace(/^-/, ''), descending: order.startsWith('-') }] } : {}),
    limit: whole('limit'),
    offset: whole('offset')
  };
}
