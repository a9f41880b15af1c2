import { error } from '@sveltejs/kit';
import { familyPage } from '#dashboard/lib/server/family.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.reader) return {};
  const family = await familyPage(locals.reader, params.family);
  if (!family) error(404, `There is no family ${params.family} in this build. Families are made anew from what has landed.`);
  return { family };
};
