import { redirect } from '@sveltejs/kit';
import { overviewBoard, whenPublished } from '#dashboard/lib/server/board-pages.ts';
import { personOf } from '#dashboard/lib/server/person.ts';
import { askedByBoard } from '#dashboard/lib/server/soon.ts';
import { startView } from '#dashboard/lib/server/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request, cookies }) => {
  const isTyped = request.headers.get('sec-fetch-site') === 'none' && url.search === '';
  const start = isTyped && locals.reader ? startView(locals.reader, personOf(cookies)) : undefined;
  if (start && new URL(start.href, url).pathname !== '/') redirect(303, start.href);
  const shown = await whenPublished(locals.reader, (reader) => overviewBoard(reader, url));
  locals.soon = shown.board && askedByBoard(shown.board);
  return shown;
};
