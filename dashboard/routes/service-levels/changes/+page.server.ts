import { changesPage } from '#dashboard/lib/server/definition-changes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  if (!locals.reader) return {};
  setHeaders({ 'cache-control': 'no-store' });
  return { page: await changesPage(locals.reader, url.searchParams.get('proposal')), zone: locals.reader.build.zone };
};
