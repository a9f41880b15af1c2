import { receiptPage } from '#dashboard/lib/server/receipt-page.ts';
import { QueryError } from '#warehouse/query/error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return { hasWarehouse: false };
  if (!url.searchParams.has('measures')) return { hasWarehouse: true, refusal: '' };
  try {
    return { hasWarehouse: true, receipt: await receiptPage(locals.reader, url) };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return { hasWarehouse: true, refusal: `${error.message}.` };
  }
};
