import type { RequestHandler } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { respondReceipt } from '#warehouse/query/receipt-reply.ts';

/** What stands behind one figure, as JSON. */
export const GET: RequestHandler = ({ locals, url, request }) => carry(locals, (reader) => respondReceipt(reader, url, request.signal));
