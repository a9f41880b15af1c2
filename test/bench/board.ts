import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Home } from '#warehouse/home.ts';
import { percentile, WrongAnswer, type Figure } from './figure.ts';
import { questions } from './questions.ts';
import { startServer } from './server.ts';
import { newHome, type Setting } from './setting.ts';

const clients = 8;

interface Asked {
  milliseconds: number;
  isFirst: boolean;
  status: number;
  path: string;
}

/** Eight clients that ask what the boards ask, one question after another without a pause, first alone, then while files load. */
export async function measureBoards(setting: Setting, home: Home): Promise<Figure[]> {
  const server = await startServer(home);
  try {
    const members = await readMembers(server.address);
    const length = setting.isQuick ? 12_000 : 30_000;
    setting.say('boards, nothing else running');
    const alone = await askFor(server.address, members, length, 1);
    setting.say('boards, while files are loaded');
    const loading = await startLoading(setting);
    const busy = await askFor(server.address, members, length, 2);
    const loads = await loading.stop();
    refuseFailures('boards', [...alone, ...busy]);
    if (loads.failure) throw new WrongAnswer(`boards: the load beside them failed: ${loads.failure}`);
    return [
      latency('p95 of a query, 8 clients, while loading', busy, 0.95, { atMost: 150 }),
      latency('p50 of a query, 8 clients, while loading', busy, 0.5),
      latency(
        'p95 of a query asked for the first time',
        busy.filter((asked) => asked.isFirst),
        0.95
      ),
      latency('p95 of a query, 8 clients, nothing else running', alone, 0.95)
    ];
  } finally {
    await server.stop();
  }
}

/**
 * What a measure cannot be narrowed by is refused with its reason (400), which the board shows: an answer too.
 * @throws WrongAnswer when anything else than an answer came back
 */
export function refuseFailures(part: string, asked: readonly Asked[]): void {
  const failed = asked.filter(({ status }) => status !== 200 && status !== 400);
  if (failed.length > 0) throw new WrongAnswer(`${part}: ${failed.length} reads failed, first ${failed[0]!.status} for ${failed[0]!.path}`);
}

/** Of questions that were answered; those that a chosen member cannot be asked of are turned away at once and only counted. */
export function latency(what: string, asked: readonly Asked[], share: number, goal?: Figure['goal']): Figure {
  const answered = asked.filter(({ status }) => status === 200);
  const first = answered.filter(({ isFirst }) => isFirst).length;
  const value = percentile(
    answered.map(({ milliseconds }) => milliseconds),
    share
  );
  const away = asked.length - answered.length;
  const from = `${answered.length} queries, ${first} of them asked for the first time${away > 0 ? `; ${away} turned away` : ''}`;
  return { part: 'boards', what, value, unit: 'ms', goal, from };
}

export async function readMembers(address: string): Promise<Record<string, string[]>> {
  const response = await fetch(`${address}/api/table/members?limit=2000`);
  const { rows } = (await response.json()) as { rows: { dimension: string; member: string | null }[] };
  const members: Record<string, string[]> = {};
  for (const { dimension, member } of rows) if (member) (members[dimension] ??= []).push(member);
  return members;
}

/** Every client reads page after page; the queries of a page are asked one after another. */
export async function askFor(
  address: string,
  members: Record<string, string[]>,
  milliseconds: number,
  seed: number,
  shown?: readonly string[]
): Promise<Asked[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const asked: Asked[] = [];
  const seen = new Set<string>();
  const until = performance.now() + milliseconds;
  const client = async (index: number): Promise<void> => {
    for (const { paths } of questions(seed * 100 + index, members, shown))
      for (const path of paths) {
        if (performance.now() > until) return;
        const isFirst = !seen.has(path);
        seen.add(path);
        const began = performance.now();
        const status = await ask(agent, address + path);
        asked.push({ milliseconds: performance.now() - began, isFirst, status, path });
      }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  agent.destroy();
  return asked;
}

const ask = (agent: Agent, url: string): Promise<number> =>
  new Promise((resolve) => {
    get(url, { agent, timeout: 60_000 }, (response) => {
      response.on('data', () => undefined);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', () => resolve(0));
    }).on('error', () => resolve(0));
  });

/** Loads the incident list again and again in a process of lower priority, as the product's own writer has. */
async function startLoading(setting: Setting): Promise<{ stop(): Promise<{ failure: string | undefined }> }> {
  const home = await newHome(setting, 'loading');
  const options = { home: home.root, file: setting.incidentFile, mapping: 'servicenow/incident', feed: 'incident' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'work.ts'), 'reload', JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' }
  });
  setPriority(child.pid!, 10);
  let words = '';
  child.stderr.on('data', (part: Buffer) => (words += part));
  return {
    async stop() {
      const hasEnded = child.exitCode !== null;
      if (!hasEnded) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      rmSync(home.root, { recursive: true, force: true });
      return { failure: hasEnded ? words : undefined };
    }
  };
}
