import { knownErrors } from '#dashboard/boards/known-errors.ts';
import { readScope } from '#dashboard/boards/scope.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { knownErrorRows } from '#dashboard/lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return {};
  const [board, known] = await Promise.all([
    loadBoard(locals.reader, knownErrors, url),
    knownErrorRows(locals.reader, readScope(url.searchParams, knownErrors))
  ]);
  return { board, known };
};
