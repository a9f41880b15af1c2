import { serviceLevels } from '#dashboard/boards/service-levels.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { openClocks } from '#dashboard/lib/server/open-clocks.ts';
import { reconciliationLine } from '#dashboard/lib/server/reconciliation.ts';
import { serviceLevelSections } from '#dashboard/lib/server/service-levels.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return {};
  const board = await loadBoard(locals.reader, serviceLevels, url);
  const [sections, clocks, compared] = await Promise.all([
    serviceLevelSections(locals.reader, board.scope, board.asOfDate),
    openClocks(locals.reader, board.scope),
    Object.keys(board.scope.chosen).length === 0 ? reconciliationLine(locals.reader) : undefined
  ]);
  return { board, sections, clocks, compared };
};
