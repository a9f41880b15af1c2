import type { RequestHandler } from '@sveltejs/kit';
import { openApi } from '#warehouse/query/openapi.ts';

/** What the API understands, as OpenAPI 3.1. */
export const GET: RequestHandler = () => Response.json(openApi(), { headers: { 'cache-control': 'no-cache' } });
