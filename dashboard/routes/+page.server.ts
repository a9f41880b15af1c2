import { redirect } from '@sveltejs/kit';
import { overview } from '#dashboard/boards/overview.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { serviceLevelSections } from '#dashboard/lib/server/service-levels.ts';
import { personOf } from '#dashboard/lib/server/person.ts';
import { startView } from '#dashboard/lib/server/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request, cookies }) => {
  if (!locals.reader) return {};
  const isTyped = request.headers.get('sec-fetch-site') === 'none' && url.search === '';
  const start = isTyped ? startView(locals.reader, personOf(cookies)) : undefined;
  if (start && new URL(start.href, url).pathname !== '/') redirect(303, start.href);
  const board = await loadBoard(locals.reader, overview, url);
  return { board, sections: await serviceLevelSections(locals.reader, board.scope, board.asOfDate) };
};
