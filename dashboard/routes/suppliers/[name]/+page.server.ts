import { error } from '@sveltejs/kit';
import { supplierPage } from '#dashboard/lib/server/parties.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!locals.reader) return {};
  const view = await supplierPage(locals.reader, params.name, url);
  if (!view) error(404, `Nothing in this build names a supplier ${params.name}.`);
  return { view };
};
