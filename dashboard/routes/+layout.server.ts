import { readFreshness } from '#dashboard/lib/server/freshness.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const reading = locals.reader && (await readFreshness(locals.reader, new Date()));
  return {
    theme: locals.theme,
    freshness: reading,
    organisation: reading?.organisation ?? '',
    fiscalStart: locals.reader?.build.fiscalYearStart
  };
};
