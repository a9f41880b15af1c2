import { json, type RequestHandler } from '@sveltejs/kit';
import { parseParams } from '#warehouse/query/params.ts';
import { answerArrow } from '#warehouse/query/arrow.ts';
export const GET: RequestHandler = async ({ locals, url }) => {
  try {
    return new Response((await answerArrow(locals.reader!, parseParams(url.searchParams))) as unknown as BodyInit);
  } catch (e) {
    return json({ message: (e as Error).message }, { status: 400 });
  }
};
