import { error } from '@sveltejs/kit';
import { recordPage } from '#dashboard/lib/server/record-page.ts';
import { recordTypes } from '#warehouse/contract.ts';
import { recordClocks } from '#warehouse/query/clocks/read.ts';
import { lineage } from '#warehouse/query/lineage.ts';
import { recordDetail } from '#warehouse/query/record-detail.ts';
import { available, table } from '#warehouse/query/tables.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const type = recordTypes.find((one) => one === params.type);
  if (!locals.reader || !type) error(404, `There is no record ${params.id}.`);
  const detail = await recordDetail(locals.reader, type, params.id);
  if (!detail) error(404, `No ${type.replaceAll('_', ' ')} with the number ${params.id} is known.`);
  const { zone, asOf } = locals.reader.build;
  const at = { zone, asOf: asOf.toISOString() };
  const hasEnded = type === 'problem' && available(locals.reader.build).includes('recurrences');
  const [clocks, chain, recurrences] = await Promise.all([
    recordClocks(locals.reader, type, params.id),
    lineage(locals.reader, type, params.id),
    hasEnded ? table(locals.reader, 'recurrences', { where: { problem_id: params.id }, limit: 100 }) : undefined
  ]);
  return { record: recordPage(detail, { clocks, chain, ...(recurrences ? { recurrences: recurrences.rows } : {}) }, at), ...at };
};
