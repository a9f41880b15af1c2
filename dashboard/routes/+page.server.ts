import { overview } from '#dashboard/boards/overview.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { serviceLevelSections } from '#dashboard/lib/server/service-levels.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return {};
  const board = await loadBoard(locals.reader, overview, url);
  return { board, sections: await serviceLevelSections(locals.reader, board.scope, board.asOfDate) };
};
