import { chainPage } from '#dashboard/lib/server/chain-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => (locals.reader ? { view: await chainPage(locals.reader, url) } : {});
