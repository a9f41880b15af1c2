import { json, type RequestHandler } from '@sveltejs/kit';
import { parseParams } from '#warehouse/query/params.ts';
import { answer } from '#warehouse/query/answer.ts';
export const GET: RequestHandler = async ({ locals, url }) => json(await answer(locals.reader!, parseParams(url.searchParams)));
