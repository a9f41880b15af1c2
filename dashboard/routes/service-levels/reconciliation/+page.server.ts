import { reconciliation } from '#dashboard/lib/server/reconciliation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return { hasWarehouse: false };
  return { hasWarehouse: true, compared: await reconciliation(locals.reader, url.searchParams.get('cause')) };
};
