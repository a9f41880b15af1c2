import { redirect } from '@sveltejs/kit';
import { overviewBoard } from '#dashboard/lib/server/board-pages.ts';
import { personOf } from '#dashboard/lib/server/person.ts';
import { startView } from '#dashboard/lib/server/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request, cookies }) => {
  if (!locals.reader) return {};
  const isTyped = request.headers.get('sec-fetch-site') === 'none' && url.search === '';
  const start = isTyped ? startView(locals.reader, personOf(cookies)) : undefined;
  if (start && new URL(start.href, url).pathname !== '/') redirect(303, start.href);
  return overviewBoard(locals.reader, url);
};
