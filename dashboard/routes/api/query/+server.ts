import type { RequestHandler } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { respondQuery } from '#warehouse/query/respond.ts';

/** One question, answered as Arrow, JSON or CSV. A closed connection stops it. */
export const GET: RequestHandler = ({ locals, url, request }) =>
  carry(locals, (reader) => respondQuery(reader, url, request.headers.get('accept'), request.signal));
