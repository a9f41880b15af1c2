import { serviceLevelBoard } from '#dashboard/lib/server/board-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => (locals.reader ? serviceLevelBoard(locals.reader, url) : {});
