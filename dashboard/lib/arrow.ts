import type { Answer } from '#warehouse/query/answer.ts';
import { decodeAnswer } from '#warehouse/query/decode.ts';
import type { Problem } from './panel-state.ts';

/** Fetches an answer as Arrow. @throws when the network fails or the signal stops it */
export async function fetchTable(address: string, signal: AbortSignal): Promise<{ table?: Answer; problem?: Problem }> {
  const response = await fetch(address, { signal });
  if (!response.ok) return { problem: await problemOf(response) };
  // TRICKY: the buffer first; tableFromIPC over an aborted response never settles.
  const buffer = await response.arrayBuffer();
  return { table: decodeAnswer(new Uint8Array(buffer)) };
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as { message?: string; id?: string };
  return { message: body.message ?? `The server answered ${response.status}.`, id: body.id, isRefusal: response.status === 400 };
}
