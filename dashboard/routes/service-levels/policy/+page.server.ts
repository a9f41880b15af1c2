import { policyPage } from '#dashboard/lib/server/policy-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => (locals.reader ? { view: await policyPage(locals.reader, url) } : {});
