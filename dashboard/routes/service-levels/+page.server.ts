import { serviceLevelBoard, whenPublished } from '#dashboard/lib/server/board-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => whenPublished(locals.reader, (reader) => serviceLevelBoard(reader, url));
