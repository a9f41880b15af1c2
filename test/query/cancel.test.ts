import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { answer } from '#warehouse/query/answer.ts';
import { toParams } from '#warehouse/query/params.ts';
import type { Query } from '#warehouse/query/query.ts';
import { Reader } from '#warehouse/query/reader.ts';
import type { Reply } from '#warehouse/query/reply.ts';
import { respondQuery, respondRecords, respondTable } from '#warehouse/query/respond.ts';
import { openFixture } from './fixture.ts';

const { reader } = await openFixture((home) => Reader.open(home, { concurrency: 1, exports: 1, threads: 1, timeout: 120_000 }));
let server: Server;
let running = 0;

/** Answers as the dashboard's routes do, over SvelteKit's own bridge from Node: one question at a time. */
async function reply(url: URL, signal: AbortSignal): Promise<Reply> {
  const accept = null;
  if (url.pathname === '/api/records') return respondRecords(reader, url, accept, signal);
  if (url.pathname === '/api/table/history') return respondTable(reader, 'history', url, accept, signal);
  if (url.pathname !== '/page') return respondQuery(reader, url, accept, signal);
  await answer(reader.for(signal), slow);
  return { status: 200, headers: {}, body: '' };
}

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const base = `http://${incoming.headers.host}`;
    void getRequest({ request: incoming, base }).then(async (request) => {
      running++;
      try {
        const { status, headers, body } = await reply(new URL(request.url), request.signal);
        await setResponse(outgoing, new Response(body as BodyInit, { status, headers }));
      } catch (error) {
        outgoing.destroy(error as Error);
      } finally {
        running--;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

/** Takes the engine minutes: every hour of all years by two dimensions of many members. */
const slow: Query = {
  measures: [...catalogue.measures.keys()].filter((name) =>
    /^incident\.(opened|cancelled|acknowledge_seconds_p90|reopened|reassigned)$/.test(name)
  ),
  dimensions: ['caller', 'configuration_item'],
  grain: 'hour',
  sort: [{ by: 'incident.opened', descending: true }]
};

function open(path: string): Socket {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  socket.on('error', () => undefined);
  return socket;
}

async function until(holds: () => boolean, milliseconds: number): Promise<number> {
  const begun = performance.now();
  while (!holds()) {
    if (performance.now() - begun > milliseconds) throw new Error(`nothing happened within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - begun;
}

const params = toParams(slow).toString();
test.each([
  ['JSON', `/api/query?${params}&format=json`],
  ['Arrow', `/api/query?${params}&format=arrow`],
  ['CSV', `/api/query?${params}&format=csv`],
  ['a page', '/page']
])('a closed connection stops its question: %s', async (_, path) => {
  const socket = open(path);
  await until(() => running === 1, 5000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(running).toBe(1);
  socket.destroy();
  await until(() => running === 0, 2000);
  const begun = performance.now();
  const { rows } = await answer(reader, { measures: ['incident.opened'], limit: 1 });
  expect(rows).toHaveLength(1);
  expect(performance.now() - begun).toBeLessThan(2000);
});

test.each([
  ['records', '/api/records?measures=incident.opened&format=csv'],
  ['a table', '/api/table/history?format=csv']
])('a closed connection frees the place of its download: %s', async (_, path) => {
  const socket = open(path);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.destroy();
  const { port } = server.address() as AddressInfo;
  const next = await fetch(`http://127.0.0.1:${port}/api/query?measures=incident.opened&format=csv`);
  expect(await next.text()).toContain('incident.opened');
});
