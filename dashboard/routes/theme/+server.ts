import { redirect, type RequestHandler } from '@sveltejs/kit';
import { readTheme, themeCookie } from '#dashboard/lib/theme.ts';

/** Keeps the chosen colours, for browsers without scripts. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const chosen = readTheme(String((await request.formData()).get('theme') ?? ''));
  cookies.set(themeCookie, chosen, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: false, secure: false });
  const from = request.headers.get('referer');
  const back = from ? new URL(from) : url;
  redirect(303, back.host === url.host && back.pathname !== '/theme' ? back.pathname + back.search : '/');
};
