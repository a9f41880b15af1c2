import { error } from '@sveltejs/kit';
import { boards } from '#dashboard/boards/index.ts';
import { loadBoard } from '#dashboard/lib/server/board.ts';
import { askedByBoard } from '#dashboard/lib/server/soon.ts';
import type { PageServerLoad } from './$types';

/** Any board that has no page of its own. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const board = boards[params.board];
  if (!board) error(404, `There is no page called ${params.board}.`);
  const shown = locals.reader && (await loadBoard(locals.reader, board, url));
  locals.soon = shown && askedByBoard(shown);
  return { title: board.title, board: shown };
};
