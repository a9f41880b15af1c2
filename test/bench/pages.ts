import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { boards } from '#dashboard/boards/index.ts';
import { pages } from '#dashboard/boards/pages.ts';
import { createSampleHome } from '#ingest/sample/index.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { askFor, latency, readMembers, refuseFailures } from './board.ts';
import { median, WrongAnswer, type Figure } from './figure.ts';
import { startServer } from './server.ts';
import type { Setting } from './setting.ts';

interface Opened {
  path: string;
  /** Milliseconds until nothing on the page waits for an answer; the first time, and the median of those after it. */
  first: number;
  warm: number;
}

/**
 * Every page in a real browser over a home with all processes, and eight clients that ask the queries of all boards. A page is
 * interactive when it is complete and alive, and every panel in view (1440 × 1000) has its answer and its drawing.
 */
export async function measurePages(setting: Setting): Promise<Figure[]> {
  const home = await completeHome(setting);
  const server = await startServer(home);
  try {
    setting.say('pages, one reader in a browser');
    const opened = await openAll(server.address, setting.isQuick ? 3 : 5);
    setting.say('queries of all boards, 8 clients');
    const members = await readMembers(server.address);
    const asked = await askFor(server.address, members, setting.isQuick ? 12_000 : 30_000, 3, Object.keys(boards));
    refuseFailures('pages', asked);
    const { first = [], repeated = [] } = Object.groupBy(asked, ({ isFirst }) => (isFirst ? 'first' : 'repeated'));
    const slowest = opened.toSorted((a, b) => b.warm - a.warm);
    const told = slowest.map(({ path, warm, first }) => `${path} ${warm.toFixed(0)} (first ${first.toFixed(0)})`).join(', ');
    return [
      {
        part: 'pages',
        what: 'slowest page, warm, until interactive',
        value: slowest[0]!.warm,
        unit: 'ms',
        goal: { atMost: 1000 },
        from: told
      },
      {
        part: 'pages',
        what: 'median page, opened for the first time',
        value: median(opened.map(({ first }) => first)),
        unit: 'ms',
        from: `${opened.length} pages`
      },
      { ...latency('p95 of a query of any board, 8 clients', asked, 0.95, { atMost: 150 }), part: 'pages' },
      { ...latency('the same, asked before', repeated, 0.95, { atMost: 150 }), part: 'pages' },
      { ...latency('the same, for the first time', first, 0.95), part: 'pages' }
    ];
  } finally {
    await server.stop();
  }
}

async function openAll(address: string, rounds: number): Promise<Opened[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    const opened: Opened[] = [];
    for (const { path } of pages) {
      const first = await open(page, address + path);
      const again: number[] = [];
      for (let round = 0; round < rounds; round++) again.push(await open(page, address + path));
      opened.push({ path, first, warm: median(again) });
    }
    return opened;
  } finally {
    await browser.close();
  }
}

async function open(page: Page, url: string): Promise<number> {
  const began = performance.now();
  const response = await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  if (response?.status() !== 200) throw new WrongAnswer(`pages: ${url} answers ${response?.status()}`);
  await page.waitForFunction(isInteractive, undefined, { polling: 20, timeout: 120_000 });
  return performance.now() - began;
}

/** Runs in the page. What is out of view takes its turn later, and may. */
function isInteractive(): boolean {
  const inView = (selector: string): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  const isWaiting = inView('[data-state="loading"], [data-state="stale"]').length > 0;
  const isBlank = inView('[data-state="ready"] .plot, [data-state="partial"] .plot').some((plot) => !plot.querySelector('svg'));
  return document.readyState === 'complete' && !isWaiting && !isBlank;
}

/** A home with every feed of the sample, or the one that an earlier run in the same folder has left. */
async function completeHome({ folder, incidents, say }: Setting): Promise<Home> {
  const home = homeAt(join(folder, `complete-${incidents}`));
  if (currentBuild(home)) return home;
  say(`a home with every process beside ${incidents.toLocaleString('en')} incidents`);
  await createSampleHome({ home: home.root, incidents });
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'cli.ts'), 'ingest', '--home', home.root], {
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let words = '';
  child.stderr.on('data', (part: Buffer) => (words += part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`bench: plimsoll ingest ended with ${code}: ${words.slice(-2000)}`);
  return home;
}
