import { definitionsNow } from '#warehouse/query/definitions.ts';
import { definitionViews } from '#dashboard/lib/server/definitions.ts';
import { currentHome } from '#dashboard/lib/server/warehouse.ts';
import type { PageServerLoad } from './$types';

/** What is promised, on which hours, since when; what is wrong with it, and what it was before. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { reader } = locals;
  if (!reader) return {};
  const asked = Number(url.searchParams.get('year'));
  const year = Number.isInteger(asked) && asked > 1900 && asked < 2200 ? asked : (reader.build.asOf?.getUTCFullYear() ?? 2026);
  const target = (url.searchParams.get('target') ?? '').slice(0, 200);
  const { calendars, agreements: all, years } = await definitionViews(reader, year);
  const agreements = all.filter((agreement) => target === '' || agreement.targets.some(({ name }) => name === target));
  return { year, target, zone: reader.build.zone, calendars, years, agreements, now: definitionsNow(currentHome()) };
};
