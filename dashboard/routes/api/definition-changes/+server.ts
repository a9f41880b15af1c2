import { error } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { respondSource } from '#warehouse/query/respond-source.ts';
import { whatIfSource } from '#warehouse/query/what-if.ts';
import type { RequestHandler } from './$types';

/** All flips of a proposal as a download, once its page has the answer. */
export const GET: RequestHandler = async ({ locals, url, request }) => {
  const source = locals.reader && whatIfSource(locals.reader, url.searchParams.get('proposal') ?? '');
  if (!source) error(404, 'There is no answer about a proposal of that name yet; open its page first.');
  return carry(locals, (reader) => respondSource(reader, source, url.searchParams, request.signal, ['proposal']));
};
