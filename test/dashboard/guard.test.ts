import { describe, expect, it } from 'vitest';
import { refusal } from '#dashboard/lib/server/guard.ts';

const ask = (headers: Record<string, string>, port: number | undefined = 4600, path = '/') =>
  refusal(new Headers(headers), port, path)?.status;

describe('who may ask', () => {
  it.each(['localhost:4600', '127.0.0.1:4600', '[::1]:4600', 'LOCALHOST:4600'])('%s is this server', (host) =>
    expect(ask({ host })).toBeUndefined()
  );
  it.each([
    'evil.example:4600',
    '127.0.0.1.evil.example:4600',
    'localhost',
    'localhost:4601',
    '192.168.1.5:4600',
    '[::2]:4600',
    '',
    'localhost:4600@evil'
  ])('%s is not', (host) => expect(ask({ host })).toBe(421));
  it('does not know the port while developing', () => expect(refusal(new Headers({ host: 'localhost:5173' }), undefined)).toBeUndefined());
});

describe('from where', () => {
  const host = 'localhost:4600';
  it.each(['http://evil.example', 'https://localhost:4600', 'http://127.0.0.1:4600', 'null'])('not from %s', (origin) =>
    expect(ask({ host, origin })).toBe(403)
  );
  it('from its own pages', () =>
    expect(ask({ host, origin: 'http://localhost:4600', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).toBeUndefined());
  it('by a link from elsewhere, but not into the interface for programs', () => {
    expect(ask({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBeUndefined();
    expect(ask({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 4600, '/api/query')).toBe(403);
    expect(ask({ host, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
  });
  it('says why without echoing control characters', () =>
    expect(refusal(new Headers({ host: 'evil\u00ff' }), 4600)?.message).toContain('evil?'));
});
