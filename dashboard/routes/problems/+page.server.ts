import { problemBoard } from '#dashboard/lib/server/board-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => (locals.reader ? problemBoard(locals.reader, url) : {});
