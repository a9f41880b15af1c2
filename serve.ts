import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Home } from '#warehouse/home.ts';

export interface ServeOptions {
  home: Home;
  host: string;
  /** Undefined: the first free one from 4600 on. */
  port?: number;
}

export interface Serving {
  address: string;
  /** Stops taking requests, lets those under way end, at most for `graceSeconds`. */
  close(graceSeconds?: number): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const firstPort = 4600;
const portsTried = 20;

/** @throws when the host is not loopback: there is no sign-in yet */
export function refuseForeignHost(host: string): void {
  if (loopback.has(host)) return;
  throw new Error(`host ${host}: without sign-in the dashboard is served on this machine only; use 127.0.0.1, ::1 or localhost`);
}

/**
 * Serves the built dashboard from this process.
 * @throws when the host is not loopback (there is no sign-in yet), nothing is built, or no port is free
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  refuseForeignHost(options.host);
  const handler = await loadHandler(options.home);
  const server = createServer((request, response) => {
    // Nobody but this process says what the protocol is: no proxy stands before a loopback server.
    request.headers['x-forwarded-proto'] = 'http';
    handler(request, response, () => response.writeHead(404).end());
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  const { port, address } = await listen(server, options);
  return { address: `http://${address.includes(':') ? `[${address}]` : address}:${port}`, close: (grace = 5) => close(server, grace) };
}

async function loadHandler(home: Home): Promise<Handler> {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'build', 'handler.js');
  if (!existsSync(file)) throw new Error('the dashboard is not built: run `npm run build`, or `npm start`, which does it');
  process.env.PLIMSOLL_HOME = home.root;
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  const bundle = (await import(pathToFileURL(file).href)) as { handler: Handler };
  return bundle.handler;
}

async function listen(server: Server, { host, port }: ServeOptions): Promise<AddressInfo> {
  const candidates = port === undefined ? [...Array.from({ length: portsTried }, (_, index) => firstPort + index), 0] : [port];
  for (const candidate of candidates) {
    try {
      return await listenOn(server, host, candidate);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port !== undefined) throw error;
    }
  }
  throw new Error(`no free port on ${host}`);
}

const listenOn = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });

const close = (server: Server, graceSeconds: number): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
