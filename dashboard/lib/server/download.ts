import { BusyError } from '#warehouse/query/admission.ts';
import { QueryError } from '#warehouse/query/error.ts';
import { TimeoutError } from '#warehouse/query/patience.ts';
import { log } from './log.ts';

export interface Download {
  /** File name without its ending. */
  name: string;
  requestId: string;
}

/**
 * Streams CSV as a download. The first piece is awaited, so that a refusal is still a clean answer; a fault after it breaks
 * the connection, so that a short file never looks like a whole one.
 */
export async function csvDownload(source: AsyncIterable<Uint8Array>, { name, requestId }: Download): Promise<Response> {
  const pieces = source[Symbol.asyncIterator]();
  let next: IteratorResult<Uint8Array> | undefined = await pieces.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const piece = next ?? (await pieces.next());
        next = undefined;
        if (piece.done) controller.close();
        else controller.enqueue(piece.value);
      } catch (error) {
        if (isGone(error)) log.info({ requestId }, 'export left by its client');
        else log.error({ requestId, err: error }, 'export broken off');
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return?.();
    }
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}.csv"`,
      'cache-control': 'no-store'
    }
  });
}

/** Answers of the interface for programs: a refusal says which field and what would do; a fault says only its id. */
export async function answering(requestId: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueryError) {
      const { message, field, suggestion, possible } = error;
      return Response.json({ message: sentence(message), field, suggestion, possible }, { status: 400 });
    }
    if (error instanceof BusyError)
      return Response.json({ message: error.message, id: requestId }, { status: 503, headers: { 'retry-after': '2' } });
    if (error instanceof TimeoutError) return Response.json({ message: error.message, id: requestId }, { status: 504 });
    if (isGone(error)) return new Response(null, { status: 499 });
    log.error({ requestId, err: error }, 'question failed');
    return Response.json({ message: 'Something went wrong on our side.', id: requestId }, { status: 500 });
  }
}

/** The client closed the connection: nothing is wrong. */
const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

export const noWarehouse = (): Response => Response.json({ message: 'No warehouse has been published yet.' }, { status: 503 });

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
