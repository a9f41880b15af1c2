import type { RequestHandler } from '@sveltejs/kit';
import { readExplore } from '#dashboard/boards/explore.ts';
import { exploreFacts, exploreRows } from '#dashboard/lib/server/explore.ts';
import { carry } from '#dashboard/lib/server/reply.ts';

/** The page of records that an address of Explore means. A closed connection stops the question. */
export const GET: RequestHandler = ({ locals, url, request }) =>
  carry(locals, async (reader) => {
    const facts = exploreFacts(reader);
    const { state } = readExplore(url.searchParams, facts);
    const rows = await exploreRows(reader, state, facts, { signal: request.signal });
    return { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(rows) };
  });
