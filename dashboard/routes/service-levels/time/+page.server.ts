import { timePage } from '#dashboard/lib/server/time-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => (locals.reader ? { view: await timePage(locals.reader, url) } : {});
