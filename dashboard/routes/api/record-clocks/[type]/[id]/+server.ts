import { error, type RequestHandler } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { recordTypes } from '#warehouse/contract.ts';
import { recordClocks } from '#warehouse/query/clocks/read.ts';
import { stretchSource } from '#warehouse/query/clocks/stretch-rows.ts';
import { respondSource } from '#warehouse/query/respond-source.ts';

/** Every stretch of every clock of a record as a download. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
  const type = recordTypes.find((one) => one === params.type);
  const id = params.id ?? '';
  if (!type) error(404, `There is no record ${id}.`);
  const clocks = locals.reader && (await recordClocks(locals.reader, type, id));
  if (clocks?.clocks.length === 0) error(404, `No ${type.replaceAll('_', ' ')} with the number ${id} has a clock.`);
  return carry(locals, (reader) => respondSource(reader, stretchSource(clocks!), url.searchParams, request.signal));
};
