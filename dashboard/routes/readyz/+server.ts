import type { RequestHandler } from '@sveltejs/kit';

/** A published warehouse can be read. */
export const GET: RequestHandler = ({ locals }) =>
  new Response(locals.reader ? 'ready\n' : 'no warehouse has been published yet\n', {
    status: locals.reader ? 200 : 503,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' }
  });
