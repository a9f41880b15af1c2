import { commentsOn } from '#dashboard/lib/server/comments.ts';
import { readFreshness } from '#dashboard/lib/server/freshness.ts';
import { personOf } from '#dashboard/lib/server/person.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, cookies }) => {
  const reading = locals.reader && (await readFreshness(locals.reader, new Date()));
  return {
    theme: locals.theme,
    freshness: reading,
    organisation: reading?.organisation ?? '',
    fiscalStart: locals.reader?.build.fiscalYearStart,
    comments: commentsOn(locals.reader, url, personOf(cookies))
  };
};
