import type { RequestHandler } from '@sveltejs/kit';
import { answering, csvDownload, noWarehouse } from '#dashboard/lib/server/download.ts';
import { formatOf } from '#dashboard/lib/server/format-of.ts';
import { recordsRequest } from '#dashboard/lib/server/record-list.ts';
import { QueryError } from '#warehouse/query/error.ts';
import { records, recordsCsv } from '#warehouse/query/records.ts';

/** The records behind a cell: all of them as CSV, or a page of them as JSON (`limit`, `offset`). */
export const GET: RequestHandler = ({ locals, url, request }) =>
  answering(locals.requestId, async () => {
    const { reader } = locals;
    if (!reader) return noWarehouse();
    const asked = recordsRequest(url.searchParams);
    const format = formatOf(url, request.headers.get('accept'));
    if (format === 'arrow') throw new QueryError('format', 'arrow', 'records come as json or csv', { possible: ['json', 'csv'] });
    if (format === 'csv') {
      const name = `records-${asked.measure}-${reader.build.buildId}`;
      return csvDownload(recordsCsv(reader, asked, { bom: url.searchParams.has('bom'), signal: request.signal }), {
        name,
        requestId: locals.requestId
      });
    }
    const whole = (name: string, otherwise: number): number => Number(url.searchParams.get(name) ?? otherwise);
    return Response.json(
      await records(reader, { ...asked, limit: whole('limit', 100), offset: whole('offset', 0) }, { signal: request.signal }),
      {
        headers: { 'cache-control': 'no-store' }
      }
    );
  });
