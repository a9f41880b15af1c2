import { suppliers } from '#dashboard/boards/suppliers.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { suppliersPage } from '#dashboard/lib/server/parties.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return {};
  const [board, view] = await Promise.all([loadBoard(locals.reader, suppliers, url), suppliersPage(locals.reader, url)]);
  return { board, view };
};
