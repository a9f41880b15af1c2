/** Why a request is turned away, in words for the person who sent it. */
export interface Refusal {
  status: 403 | 421;
  message: string;
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Set on every answer; the content security policy comes from svelte.config.js, with a nonce. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/**
 * Turns away what a page of another origin could send to a loopback server: a foreign Host (DNS rebinding), a foreign Origin,
 * and cross-site requests that are not a plain visit.
 * @param port the port that the connection came in on; unknown while developing
 */
export function refusal(headers: Headers, port: number | undefined, path = '/'): Refusal | undefined {
  const host = headers.get('host') ?? '';
  if (!isOwnHost(host, port)) {
    return { status: 421, message: `This server answers to localhost, 127.0.0.1 and [::1] only, not to "${printable(host)}".` };
  }
  const origin = headers.get('origin');
  if (origin !== null && origin !== `http://${host}`) {
    return { status: 403, message: `Requests from "${printable(origin)}" are not allowed; open http://${host} itself.` };
  }
  const isForeign = headers.get('sec-fetch-site') === 'cross-site' || headers.get('sec-fetch-site') === 'same-site';
  if (isForeign && (headers.get('sec-fetch-mode') !== 'navigate' || path.startsWith('/api/'))) {
    return { status: 403, message: `Requests from other sites are not allowed; open http://${host} itself.` };
  }
  return undefined;
}

function isOwnHost(host: string, port: number | undefined): boolean {
  const [, name = '', given] = /^(\[[0-9a-f:]+\]|[^:]+)(?::(\d+))?$/i.exec(host) ?? [];
  if (!loopbackNames.has(name.toLowerCase())) return false;
  return port === undefined || Number(given ?? 80) === port;
}

const printable = (text: string): string => text.slice(0, 100).replaceAll(/[^\x20-\x7e]/g, '?');
