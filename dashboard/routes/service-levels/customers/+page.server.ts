import { customersPage } from '#dashboard/lib/server/customers-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => (locals.reader ? { view: await customersPage(locals.reader, url) } : {});
