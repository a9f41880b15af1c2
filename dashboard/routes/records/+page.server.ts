import { recordList } from '#dashboard/lib/server/record-list.ts';
import { QueryError } from '#warehouse/query/error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.reader) return { hasWarehouse: false };
  if (!url.searchParams.has('measures')) return { hasWarehouse: true, refusal: '' };
  try {
    return { hasWarehouse: true, list: await recordList(locals.reader, url) };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const names = error.field === 'measure' ? (error.possible ?? []).slice(0, 4) : [];
    const withMeasure = (name: string): string => `?${new URLSearchParams([...url.searchParams, ['measure', name]])}`;
    return { hasWarehouse: true, refusal: `${error.message}.`, parts: names.map((name) => ({ name, href: withMeasure(name) })) };
  }
};
