import { createHash } from 'node:crypto';
import { ownAddress } from './address.ts';
import { base58, isBase58 } from './base58.ts';
import type { Register } from './register.ts';

/** How many links a register holds; beyond it the long address has to do. */
export const mostLinks = 50_000;

/** No further link can be kept. */
export class LinksFullError extends Error {
  override name = 'LinksFullError';
}

/** The id of a state: of its content, so that the same state has the same id, on every machine. 12 digits are 70 bits. */
export const linkId = (address: string, length = 12): string => base58(createHash('sha256').update(address).digest(), length);

/**
 * Keeps an address under its id.
 * @throws AddressError when it is none of ours, LinksFullError
 */
export function keepLink(register: Register, text: string, now: Date): string {
  const address = ownAddress(text);
  return register.transaction(() => {
    for (let length = 12; length <= 43; length++) {
      const id = linkId(address, length);
      const known = readLink(register, id);
      if (known === address) return id;
      if (known !== undefined) continue;
      const { count } = register.database.prepare('SELECT count(*) AS count FROM short_link').get() as { count: number };
      if (count >= mostLinks) throw new LinksFullError(`this home holds ${mostLinks} short links already; use the long address`);
      register.database.prepare('INSERT INTO short_link VALUES (?, ?, ?)').run(id, address, now.toISOString());
      return id;
    }
    throw new Error('no free id');
  });
}

/** The address behind an id; undefined when there is none. */
export function readLink(register: Register, id: string): string | undefined {
  if (!isBase58(id)) return undefined;
  return register.database.prepare('SELECT address FROM short_link WHERE link_id = ?').get(id)?.address as string | undefined;
}
