import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { get } from 'node:http';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '#dashboard/boards/pages.ts';
import { launchBrowser } from './browser.ts';
import { plimsoll, startProduct, type Product } from './product.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct('--no-schedule'), launchBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  expect(await product?.stop()).toBe(0);
  product?.discard();
}, 60_000);

interface Visit {
  page: Page;
  faults: string[];
}

async function visit(path: string, options: { scheme?: 'light' | 'dark'; width?: number } = {}): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.scheme ?? 'light',
    bypassCSP: false
  });
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  await page.goto(product.address + path, { waitUntil: 'networkidle' });
  return { page, faults };
}

/** Panels come into view before they load: scroll through the page once. */
async function settle(page: Page): Promise<void> {
  for (let y = 0; y < (await page.evaluate(() => document.body.scrollHeight)); y += 800) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await page.waitForTimeout(60);
  }
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('[data-state="loading"]'), undefined, { timeout: 20_000 });
}

interface Violation {
  id: string;
  impact: string;
  nodes: string[];
}

async function violations(page: Page): Promise<Violation[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.slice(0, 3).map((node) => node.html.slice(0, 160))
    }));
  });
}

describe('every page', () => {
  const analyses = ['agreements', 'customers', 'suppliers', 'policy', 'time', 'chain', 'reconciliation'].map(
    (name) => `/service-levels/${name}`
  );
  const paths = [...pages.map((page) => page.path), ...analyses];

  it.each(paths)(
    '%s shows its panels without an error, wide and narrow',
    async (path) => {
      for (const width of [1440, 390]) {
        const { page, faults } = await visit(path, { width });
        expect(await page.locator('h1').count()).toBe(1);
        await settle(page);
        expect(await page.locator('[data-state="error"]').allTextContents()).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
        await page.close();
      }
    },
    120_000
  );

  it.each(paths.flatMap((path) => [['light', path] as const, ['dark', path] as const]))(
    'has no serious accessibility fault in %s: %s',
    async (scheme, path) => {
      const { page } = await visit(path, { scheme });
      await settle(page);
      expect((await violations(page)).filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      await page.close();
    },
    120_000
  );
});

describe('a number opens', () => {
  it('leads from a card to exactly as many records, and to one record with its clocks', async () => {
    const { page } = await visit('/incidents?period=last-3-months');
    const link = page.locator('article.card a[href*="/records"]').first();
    const shown = Number((await link.textContent())!.replaceAll(/[^\d]/g, ''));
    await link.click();
    await page.waitForURL(/\/records/);
    const rows = await csvOf(page);
    expect(rows).toHaveLength(shown);
    await page.locator('a[href*="/records/incident/"]').first().click();
    await page.waitForURL(/\/records\/incident\//);
    expect(await page.locator('h1').textContent()).toMatch(/INC\d+/);
    expect(await page.textContent('main')).toMatch(/Resolution|Response/);
    await page.close();
  }, 60_000);

  async function csvOf(page: Page): Promise<Record<string, string>[]> {
    const href = await page.locator('a[href*="csv"]').first().getAttribute('href');
    const response = await page.request.get(new URL(href!, product.address).href);
    expect(response.headers()['content-disposition']).toMatch(/attachment/);
    const { data, errors } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    return data;
  }
});

describe('the address holds the state', () => {
  it('keeps a filter when the page is opened again and in its links', async () => {
    const { page } = await visit('/incidents?period=last-6-months&priority=1&priority=2');
    const before = await page.locator('article.card').first().textContent();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('article.card').first().textContent()).toBe(before);
    const { page: all } = await visit('/incidents?period=last-6-months');
    expect(await all.locator('article.card').first().textContent()).not.toBe(before);
    await Promise.all([page.close(), all.close()]);
  }, 60_000);
});

describe('the interface for programs', () => {
  const question = '/api/query?measures=incident.opened&grain=month&period=last-6-months';

  it('answers the same as JSON, CSV and Arrow', async () => {
    const { tableFromIPC } = await import('apache-arrow');
    const json = (await (await fetch(`${product.address}${question}&format=json`)).json()) as { rows: Record<string, unknown>[] };
    const csv = Papa.parse<Record<string, string>>(await (await fetch(`${product.address}${question}&format=csv`)).text(), {
      header: true,
      skipEmptyLines: true
    }).data;
    const arrow = tableFromIPC(await (await fetch(`${product.address}${question}&format=arrow`)).arrayBuffer());
    const counts = json.rows.map((row) => Number(row['incident.opened']));
    expect(counts).toHaveLength(6);
    expect(csv.map((row) => Number(Object.values(row).at(-1)))).toEqual(counts);
    expect([...arrow.getChild('incident.opened')!].map(Number)).toEqual(counts);
  });

  it('names the field and a suggestion when it cannot be asked', async () => {
    const response = await fetch(`${product.address}/api/query?measures=incident.openend`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('incident.opened');
  });
});

describe('who may ask', () => {
  const status = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) =>
      get(`${product.address}/`, { headers }, (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject)
    );

  it('turns away a foreign host and a foreign origin', async () => {
    expect(await status({ host: 'attacker.example' })).toBe(421);
    expect(await status({ origin: 'http://attacker.example' })).toBe(403);
    expect(await status({})).toBe(200);
  });

  it('sends a policy that lets nothing foreign in', async () => {
    const { headers } = await fetch(product.address);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves this machine only', async () => {
    await expect(startProduct('--host', '0.0.0.0', '--no-schedule')).rejects.toThrow('on this machine only');
  }, 120_000);
});

describe('the clocks of a record', () => {
  /** Of the story of the late supplier: an SLA and the contract behind it. */
  const path = '/records/incident/INC1000540';

  it('are drawn, told stretch by stretch with their rules, and walked through by keyboard', async () => {
    const { page, faults } = await visit(path);
    await page.locator('#timeline .chart').focus();
    const said = page.locator('#timeline output');
    await page.keyboard.press('ArrowRight');
    expect(await said.textContent()).toMatch(/^State, 1 of \d+: /);
    for (let lane = 0; lane < 2; lane++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await said.textContent()).toMatch(/SLA Resolution, 2 of \d+: running, .* [+]02:00: .*; adds .* in all/);
    const clock = page.locator('#clocks article').filter({ hasText: 'UC Northbridge contract' });
    expect(await clock.locator('tbody tr').count()).toBeGreaterThan(3);
    expect(await clock.locator('dl').textContent()).toContain('over the goal');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('add up in the table, in the file, and on the command line', async () => {
    const { page } = await visit(path);
    const shown = await page.locator('#clocks tfoot td:nth-of-type(2)').allTextContents();
    const seconds = (text: string): number => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    const csv = await (await page.request.get(`${product.address}${path.replace('/records/', '/api/record-clocks/')}`)).text();
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    const counted = Map.groupBy(data, (row) => `${row.agreement} ${row.target}`);
    const filed = [...counted.values()].map((rows) => rows.reduce((sum, row) => sum + Number(row.counted_seconds), 0));
    expect(shown.map(seconds)).toEqual(filed);
    const told = (await plimsoll(product.home, 'explain', 'INC1000540'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { clock?: { elapsed: number } });
    expect(told.flatMap(({ clock }) => clock?.elapsed ?? [])).toEqual(filed);
    await expect(plimsoll(product.home, 'explain', 'INC100054')).rejects.toThrow(
      /there is no record with the number INC100054; nearest: INC10/
    );
    await expect(plimsoll(product.home, 'explain', 'INC1000540', '--target', 'Nothing')).rejects.toThrow(
      /no clock of a target called Nothing; it has .*Supplier repair/
    );
    await page.close();
  });

  it.each([
    [1440, 'light'],
    [390, 'dark']
  ] as const)('are without violations and fit at %d px, %s', async (width, scheme) => {
    const { page, faults } = await visit(path, { width, scheme });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await page.close();
  });
});
