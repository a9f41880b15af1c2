import type { RequestHandler } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { respondRecords } from '#warehouse/query/respond.ts';

/** The records behind a cell: all of them as CSV, or a page of them as JSON. */
export const GET: RequestHandler = ({ locals, url, request }) =>
  carry(locals, (reader) => respondRecords(reader, url, request.headers.get('accept'), request.signal));
