import type { RequestHandler } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { respondTable } from '#warehouse/query/respond.ts';

/** A table as it is (loads, rejections, candidates …): all rows as CSV, or a page of them as JSON. */
export const GET: RequestHandler = ({ locals, url, params, request }) =>
  carry(locals, (reader) => respondTable(reader, params.name ?? '', url, request.headers.get('accept'), request.signal));
