import { error } from '@sveltejs/kit';
import { recordTypes } from '#warehouse/contract.ts';
import { clocksCsv } from '#warehouse/query/clocks/csv.ts';
import { recordClocks } from '#warehouse/query/clocks/read.ts';
import type { RequestHandler } from './$types';

/** Every stretch of every clock of a record. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const type = recordTypes.find((one) => one === params.type);
  if (!locals.reader || !type) error(404, `There is no record ${params.id}.`);
  const all = await recordClocks(locals.reader, type, params.id);
  if (all.clocks.length === 0) error(404, `No ${type.replaceAll('_', ' ')} with the number ${params.id} has a clock.`);
  const name = `${type}-${params.id}-clocks`.replaceAll(/[^\w.-]+/g, '_');
  return new Response(`\uFEFF${clocksCsv(all)}`, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` }
  });
};
