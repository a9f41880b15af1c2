import type { RequestHandler } from '@sveltejs/kit';
import { carry } from '#dashboard/lib/server/reply.ts';
import { respondSeen } from '#warehouse/query/respond-seen.ts';

/** Rows that stand on a page as a download: exactly what is seen, by the same writers as all rows. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const form = await request.formData().catch(() => new FormData());
  return carry(locals, (reader) => respondSeen(reader, form.get('seen'), form.get('format'), request.signal));
};
