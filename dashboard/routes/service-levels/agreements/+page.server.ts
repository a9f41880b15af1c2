import { agreementsPage } from '#dashboard/lib/server/agreements.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => (locals.reader ? { view: await agreementsPage(locals.reader, url) } : {});
