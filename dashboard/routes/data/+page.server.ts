import { freshness } from '#warehouse/query/health.ts';
import { available, table, type TableName } from '#warehouse/query/tables.ts';
import type { PageServerLoad } from './$types';

const tables = ['loads', 'rejections', 'checks', 'models'] as const satisfies readonly TableName[];

export const load: PageServerLoad = async ({ locals }) => {
  const { reader } = locals;
  if (!reader) return {};
  const there = available(reader.build);
  const read = async (name: (typeof tables)[number]) =>
    there.includes(name) ? await table(reader, name, { limit: 200 }) : { rows: [], columns: [], total: 0, grain: name };
  const [fresh, loads, rejections, checks, models] = await Promise.all([freshness(reader, new Date()), ...tables.map(read)]);
  return { fresh, loads, rejections, checks, models, zone: reader.build.zone };
};
