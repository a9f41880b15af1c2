import { problems } from '#dashboard/boards/problems.ts';
import { readScope } from '#dashboard/boards/scope.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { problemSections, weights, type Weight } from '#dashboard/lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return {};
  const weight: Weight = weights.find((one) => one === url.searchParams.get('weight')) ?? 'count';
  const [board, sections] = await Promise.all([
    loadBoard(locals.reader, problems, url),
    problemSections(locals.reader, weight, readScope(url.searchParams, problems))
  ]);
  return { board, sections };
};
