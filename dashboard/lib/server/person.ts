import { randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { base58, isBase58 } from '#warehouse/register/base58.ts';

const personCookie = 'plimsoll_person';

/** Who asks: an id that tells nothing of the person, undefined until something was saved. A signed-in user will take its place. */
export function personOf(cookies: Cookies): string | undefined {
  const id = cookies.get(personCookie);
  return id !== undefined && isBase58(id) ? id : undefined;
}

/** The same, given now where there is none yet. Called when something is saved, never for looking. */
export function knownPerson(cookies: Cookies): string {
  const id = personOf(cookies) ?? base58(randomBytes(24), 24);
  cookies.set(personCookie, id, { path: '/', maxAge: 34_560_000, httpOnly: true, sameSite: 'lax', secure: false });
  return id;
}
