/** An address that cannot be kept: says why, in words for whoever sent it. */
export class AddressError extends Error {
  override name = 'AddressError';
}

/** Longest address that is kept; a server must still be able to take it as a request. */
export const longestAddress = 8000;

/** Folders that are no pages: what programs ask, and what only leads elsewhere. */
const noPages = /^\/(api|s|theme|start|livez|readyz|_app)(\/|$)/;

/**
 * An address of a page of this server, as path and query; nothing that a browser could read as another server's.
 * @throws AddressError for a foreign, broken or overlong one
 */
export function ownAddress(text: string): string {
  if (text.length > longestAddress)
    throw new AddressError(`the address has ${text.length} characters; ${longestAddress} can be kept. Drop some filters`);
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text))
    throw new AddressError('only addresses of this server can be kept, from its first / on');
  const base = 'http://own.invalid';
  const url = URL.parse(text, base);
  if (!url || url.origin !== base || url.pathname.startsWith('//')) throw new AddressError('only addresses of this server can be kept');
  if (noPages.test(url.pathname)) throw new AddressError(`${url.pathname.slice(0, 40)} is no page`);
  return url.pathname + url.search + url.hash;
}
