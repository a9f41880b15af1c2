import { json, type RequestHandler } from '@sveltejs/kit';
import { paletteItems } from '#dashboard/lib/server/palette.ts';
import { personOf } from '#dashboard/lib/server/person.ts';
import { readViews } from '#dashboard/lib/server/views.ts';

/** What fits `q`, best first. A closed connection stops the search. */
export const GET: RequestHandler = async ({ locals, url, request, cookies }) => {
  const views = readViews(locals.reader, personOf(cookies));
  try {
    const items = await paletteItems(locals.reader, views, url.searchParams.get('q') ?? '', { signal: request.signal, timeout: 3000 });
    return json(items, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    throw error;
  }
};
