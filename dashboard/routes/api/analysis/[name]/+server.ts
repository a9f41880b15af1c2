import type { RequestHandler } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { respondAnalysis } from '#warehouse/query/analysis/tables.ts';

/** An analysis of service levels (policy band, budgets, time, hand-offs, chains): all rows as JSON or as a download. */
export const GET: RequestHandler = ({ locals, url, params, request }) =>
  carry(locals, (reader) => respondAnalysis(reader, params.name ?? '', url.searchParams, request.signal));
