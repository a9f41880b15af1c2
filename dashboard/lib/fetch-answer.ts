import type { Answer } from '#warehouse/query/answer.ts';
import type { Problem } from './panel-state.ts';

/** Fetches an answer as JSON: for as many rows as a chart can draw that takes less time than Arrow and its reader. @throws when the network fails or the signal stops it */
export async function fetchAnswer(address: string, signal: AbortSignal): Promise<{ table?: Answer; problem?: Problem }> {
  const response = await fetch(address, { signal });
  return response.ok ? { table: (await response.json()) as Answer } : { problem: await problemOf(response) };
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as { message?: string; id?: string };
  return { message: body.message ?? `The server answered ${response.status}.`, id: body.id, isRefusal: response.status === 400 };
}
