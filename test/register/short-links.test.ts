import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeAt } from '#warehouse/home.ts';
import { AddressError, longestAddress, ownAddress } from '#warehouse/register/address.ts';
import { isBase58 } from '#warehouse/register/base58.ts';
import { openRegister, type Register } from '#warehouse/register/register.ts';
import { keepLink, linkId, readLink } from '#warehouse/register/short-links.ts';

const now = new Date('2026-03-31T12:00:00Z');
let folder: string;
let register: Register;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-links-'));
  register = openRegister(homeAt(folder));
});
afterAll(() => {
  register.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a short link', () => {
  it('is the same for the same state, another for another, and leads back', () => {
    const address = `/explore?filter=team:in:${'Network,'.repeat(300)}`;
    const id = keepLink(register, address, now);
    expect(id).toBe(linkId(address));
    expect(keepLink(register, address, now)).toBe(id);
    expect(keepLink(register, '/explore?measures=incident.opened', now)).not.toBe(id);
    expect(readLink(register, id)).toBe(address);
  });

  it('has ids of letters that are not mistaken for another', () => {
    fc.assert(fc.property(fc.string(), (text) => isBase58(linkId(text))));
    expect(new Set(Array.from({ length: 2000 }, (_, at) => linkId(`/explore?page=${at}`))).size).toBe(2000);
  });

  it('gets a longer id where its own is taken by another state', () => {
    register.database.prepare('INSERT INTO short_link VALUES (?, ?, ?)').run(linkId('/kpis'), '/data', now.toISOString());
    const id = keepLink(register, '/kpis', now);
    expect(id).toHaveLength(13);
    expect(readLink(register, id)).toBe('/kpis');
  });

  it.each(['', '1', "1' OR 1=1 --", '../../etc/passwd', 'O0Il'.repeat(4), 'a'.repeat(5000)])('is not looked up for %j', (id) =>
    expect(readLink(register, id)).toBeUndefined()
  );
});

describe('an address to keep', () => {
  it.each(['/', '/explore?measures=incident.opened&filter=team:in:N%C3%A4he', '/records/incident/INC%2F1', '/kpis#incident.opened'])(
    'is %s',
    (address) => expect(ownAddress(address)).toBe(address)
  );
  it.each([
    '',
    'explore',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%0d%0aset-cookie: x=1 ',
    '/a\r\nlocation: //evil.example',
    '/..//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
    '/api/query?measures=incident.opened',
    '/s/abcdefghij',
    '/explore/../api/query',
    '/ä',
    `/explore?${'x'.repeat(longestAddress)}`
  ])('is not %j', (address) => expect(() => ownAddress(address)).toThrow(AddressError));

  it('stays on this server whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '%', 'a', '\t', ' ', 'é') }), (text) => {
        let kept: string;
        try {
          kept = ownAddress(`/${text}`);
        } catch {
          return;
        }
        expect(new URL(kept, 'http://localhost:4600').origin).toBe('http://localhost:4600');
      }),
      { numRuns: 2000 }
    );
  });
});
