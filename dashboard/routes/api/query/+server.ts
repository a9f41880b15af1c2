import type { RequestHandler } from '@sveltejs/kit';
import { answering, csvDownload, noWarehouse } from '#dashboard/lib/server/download.ts';
import { formatOf } from '#dashboard/lib/server/format-of.ts';
import { answer } from '#warehouse/query/answer.ts';
import { answerArrow } from '#warehouse/query/arrow.ts';
import { answerCsv } from '#warehouse/query/csv.ts';
import { parseParams } from '#warehouse/query/params.ts';

/** One question, answered as Arrow, JSON or CSV. A closed connection stops it. */
export const GET: RequestHandler = ({ locals, url, request }) =>
  answering(locals.requestId, async () => {
    const { reader } = locals;
    if (!reader) return noWarehouse();
    const format = formatOf(url, request.headers.get('accept'));
    const query = parseParams(url.searchParams);
    const headers = { 'cache-control': 'no-store', vary: 'accept' };
    if (format === 'csv') {
      const name = `${query.measures[0] ?? 'answer'}-${reader.build.buildId}`;
      return csvDownload(answerCsv(reader, query, { bom: url.searchParams.has('bom'), signal: request.signal }), {
        name,
        requestId: locals.requestId
      });
    }
    if (format === 'json') return Response.json(await answer(reader, query, { signal: request.signal }), { headers });
    const bytes = await answerArrow(reader, query, { signal: request.signal });
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...headers, 'content-type': 'application/vnd.apache.arrow.stream' }
    });
  });
