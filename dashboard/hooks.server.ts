import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { Ahead } from '#dashboard/lib/server/ahead.ts';
import { boardPages } from '#dashboard/lib/server/board-pages.ts';
import { isTooMuch, sentence } from '#dashboard/lib/server/ask.ts';
import { refusal, securityHeaders } from '#dashboard/lib/server/guard.ts';
import { currentReader } from '#dashboard/lib/server/warehouse.ts';
import { log } from '#dashboard/lib/server/log.ts';
import { readTheme, themeCookie } from '#dashboard/lib/theme.ts';

const ahead = new Ahead(boardPages);
const betweenLooks = 3000;

/** Looks now and then whether something new was published, and asks ahead what the boards will ask. */
export const init: ServerInit = () => {
  const look = async (): Promise<void> => {
    const reader = await currentReader();
    const page = reader && (await ahead.look(reader));
    if (page) log.debug({ board: page.name }, 'asked ahead');
  };
  setInterval(() => void look().catch((error: unknown) => log.warn({ err: error }, 'asking ahead failed')), betweenLooks).unref();
};

/** Every request: who asks is checked, the published warehouse is handed in, the answer gets its headers. */
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.requestId =
    event.request.headers
      .get('x-request-id')
      ?.slice(0, 40)
      .replaceAll(/[^\w-]/g, '') || crypto.randomUUID().slice(0, 8);
  const refused = refusal(event.request.headers, event.platform?.req?.socket.localPort, event.url.pathname);
  if (refused) {
    log.warn({ requestId: event.locals.requestId, path: event.url.pathname, status: refused.status }, refused.message);
    return withHeaders(
      new Response(`${refused.message}\n`, { status: refused.status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
    );
  }
  event.locals.theme = readTheme(event.cookies.get(themeCookie));
  const reader = needsNoData(event.url.pathname) ? undefined : await currentReader();
  event.locals.reader = reader?.for(event.request.signal);
  const started = performance.now();
  const response = await ahead.while(() =>
    resolve(event, { transformPageChunk: ({ html }) => html.replace('%plimsoll.theme%', event.locals.theme) })
  );
  const milliseconds = Math.round(performance.now() - started);
  const line = { requestId: event.locals.requestId, path: event.url.pathname, status: response.status, milliseconds };
  if (milliseconds > 1000) log.warn(line, 'slow answer');
  else log.debug(line, 'answered');
  for (const address of event.locals.soon ?? []) response.headers.append('link', `<${address}>; rel=preload; as=fetch; crossorigin`);
  return withHeaders(response);
};

/** A fault is logged whole and shown as its id; what a closed connection stopped is none. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  const id = event.locals.requestId;
  if (event.request.signal.aborted) log.debug({ requestId: id, path: event.url.pathname }, 'the client is gone');
  else if (status >= 500) log.error({ requestId: id, path: event.url.pathname, status, err: error }, message);
  if (isTooMuch(error)) return { message: sentence(error.message), id };
  return { message: status === 404 ? `There is no page at ${event.url.pathname}.` : 'Something went wrong on our side.', id };
};

const needsNoData = (path: string): boolean => path === '/livez' || path === '/theme';

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}
