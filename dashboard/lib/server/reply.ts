import type { Reply } from '#warehouse/query/reply.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { log } from './log.ts';

/**
 * Carries a reply of the query door. A fault is logged and shown as its id; a stream that breaks after its first byte breaks
 * the connection, so that a short file never looks like a whole one.
 */
export async function carry(locals: App.Locals, work: (reader: Reader) => Promise<Reply>): Promise<Response> {
  const { reader, requestId } = locals;
  if (!reader) return Response.json({ message: 'No warehouse has been published yet.' }, { status: 503 });
  try {
    const { status, headers, body } = await work(reader);
    return new Response(body as BodyInit, { status, headers });
  } catch (error) {
    if (isGone(error)) return new Response(null, { status: 499 });
    log.error({ requestId, err: error }, 'question failed');
    return Response.json({ message: 'Something went wrong on our side.', id: requestId }, { status: 500 });
  }
}

/** The client closed the connection: nothing is wrong. */
const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
