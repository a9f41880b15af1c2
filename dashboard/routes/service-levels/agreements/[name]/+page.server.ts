import { error } from '@sveltejs/kit';
import { agreementPage } from '#dashboard/lib/server/agreement-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!locals.reader) return {};
  const view = await agreementPage(locals.reader, params.name, url);
  if (!view) error(404, `There is no agreement ${params.name} in this build. Agreements stand in definitions/agreements.yaml.`);
  return { view };
};
