import { whatIfCsv } from '#warehouse/query/what-if.ts';
import type { RequestHandler } from './$types';

/** All flips of a proposal as CSV, once its page has the answer. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const name = url.searchParams.get('proposal') ?? '';
  const body = locals.reader && (await whatIfCsv(locals.reader, name));
  if (!body)
    return Response.json({ message: 'There is no answer about a proposal of that name yet; open its page first.' }, { status: 404 });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="verdict-changes.csv"',
      'cache-control': 'no-store'
    }
  });
};
