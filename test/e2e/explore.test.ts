import Papa from 'papaparse';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { sharedProduct, type SharedProduct } from './shared.ts';
import { overhang, settle, violations } from './visit.ts';

let product: SharedProduct;
let browser: Browser;
let context: BrowserContext;
let faults: string[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([sharedProduct(), launchBrowser()]);
  context = await contextOf('light');
}, 300_000);

afterAll(() => browser?.close(), 60_000);

/** A browser of one person, with a clipboard. */
const contextOf = async (colorScheme: 'light' | 'dark', width = 1440, javaScriptEnabled = true): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled,
    permissions: ['clipboard-read', 'clipboard-write']
  });

async function visit(path: string, where = context, hasScripts = true): Promise<Page> {
  faults = [];
  const page = await where.newPage();
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  await open(page, path, hasScripts);
  return page;
}

/** Goes there and waits until keys and buttons do something, where there are scripts. */
async function open(page: Page, path: string, hasScripts = true): Promise<void> {
  await page.goto(new URL(path, product.address).href);
  if (hasScripts) await settle(page);
}

const numberIn = (text: string | null): number => Number((text ?? '').replaceAll(/[^\d]/g, ''));
const three = 'period=last-3-months';

describe('Explore', () => {
  it('goes from a KPI over members and a pivot to exactly its records', async () => {
    const page = await visit(`/explore?${three}`);
    await page.locator('summary', { hasText: 'KPIs' }).click();
    await page.getByRole('searchbox', { name: 'Find a KPI' }).fill('reopened');
    await page.getByRole('checkbox', { name: 'Reopened', exact: true }).first().check();
    await page.waitForURL(/measures=.*reopened/);
    await page.keyboard.press('Escape');
    await page.locator('.kpi h2 a', { hasText: /^\s*Opened\s*$/ }).click();
    await page.waitForURL((url) => !url.search.includes('focus='));
    await settle(page);

    const row = page.locator('#by-priority tbody tr').nth(1);
    const member = (await row.locator('th a span').first().textContent())!.trim();
    const value = numberIn(await row.locator('td a').first().textContent());
    await row.locator('th a').first().click();
    await page.waitForURL(/filter=priority:in:\d/);
    await settle(page);
    expect(numberIn(await page.locator('.kpi', { hasText: 'Opened' }).first().locator('.value').textContent())).toBe(value);
    expect(await page.locator('#by-priority tr.chosen').textContent()).toContain(member);
    expect(numberIn(await page.locator('#records h2').textContent())).toBe(value);

    await page.locator('#pivot select[name=columns]').selectOption('team');
    await page.waitForURL(/columns=team/);
    await settle(page);
    const cells = (await page.locator('#pivot tbody tr').first().locator('td').allTextContents()).map(numberIn);
    expect(cells.length).toBeGreaterThan(3);
    expect(numberIn(await page.locator('#pivot tfoot td').last().textContent())).toBeGreaterThanOrEqual(0);

    await page.locator('.kpi .value').first().click();
    await page.waitForURL(/\/records\?/);
    expect(await page.textContent('main')).toContain(value.toLocaleString('en-GB'));
    expect(faults).toEqual([]);
    await page.close();
  }, 90_000);

  it('excludes with Shift, takes back a filter, and shows the same after a reload', async () => {
    const page = await visit(`/explore?${three}&measures=incident.opened&by=team,service`);
    const first = page.locator('#by-team tbody tr').first();
    const before = numberIn(await page.locator('.kpi .value').textContent());
    const value = numberIn(await first.locator('td a').first().textContent());
    await first
      .locator('th a')
      .first()
      .click({ modifiers: ['Shift'] });
    await page.waitForURL(/filter=team:not_in:/);
    await settle(page);
    const after = numberIn(await page.locator('.kpi .value').textContent());
    expect(after).toBe(before - value);
    await page.reload();
    await settle(page);
    expect(numberIn(await page.locator('.kpi .value').textContent())).toBe(after);
    await page.getByRole('link', { name: /^Take away: Team is not/ }).click();
    await page.waitForURL((url) => !url.search.includes('filter'));
    await settle(page);
    expect(numberIn(await page.locator('.kpi .value').textContent())).toBe(before);
    expect(faults).toEqual([]);
    await page.close();
  }, 60_000);

  it('takes a filter by keyboard alone', async () => {
    const page = await visit(`/explore?${three}&measures=incident.opened`);
    await page.keyboard.press('f');
    await page.locator('.sheet select[name=add]:focus').selectOption('service');
    await page.keyboard.press('Tab');
    await page.locator('select[name=op]:focus').selectOption('contains');
    await page.keyboard.press('Tab');
    await page.keyboard.type('vpn');
    await page.keyboard.press('Enter');
    await page.waitForURL(/filter=service:contains:vpn/);
    await settle(page);
    expect(await page.locator('#by-service tbody tr').first().textContent()).toMatch(/VPN/);
    expect(faults).toEqual([]);
    await page.close();
  }, 60_000);

  it('sorts and pages records on the server, with any column, and exports them all', async () => {
    const page = await visit(
      `/explore?${three}&measures=incident.opened&filter=priority:in:2&order=opened_at&show=record_id,opened_at,location`
    );
    expect(await page.locator('#records thead th').count()).toBe(3);
    const total = numberIn(await page.locator('#records h2').textContent());
    const firstId = await page.locator('#records tbody a').first().textContent();
    await page.getByRole('link', { name: 'Next →' }).click();
    await page.waitForURL(/page=2/);
    await settle(page);
    expect(await page.locator('#records tbody a').first().textContent()).not.toBe(firstId);
    const all = `/api/records?measures=incident.opened&${three}&filter=priority:in:2&format=csv`;
    const csv = await (await page.request.get(product.address + all)).text();
    expect(Papa.parse(csv.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data).toHaveLength(total);
    await page.close();
  }, 60_000);

  it('says what an old address asks for in vain, and what a KPI cannot be sliced by', async () => {
    const page = await visit('/explore?measures=incident.opend,incident.backlog&by=team,caller&filter=caller:in:x');
    expect(await page.locator('.notes').textContent()).toContain('no measure called incident.opend');
    expect(await page.textContent('main')).toMatch(/Not by caller: “Backlog” does not know it/);
    expect(faults).toEqual([]);
    await page.close();
  }, 60_000);

  it('can be read and filtered without scripts', async () => {
    const plain = await contextOf('light', 1440, false);
    const page = await visit(`/explore?${three}&measures=incident.opened`, plain, false);
    expect(numberIn(await page.locator('.kpi .value').textContent())).toBeGreaterThan(100);
    expect(await page.locator('#by-team tbody tr').count()).toBeGreaterThan(3);
    expect(await page.locator('form[aria-label="KPIs"] input[type="checkbox"]').count()).toBeGreaterThan(300);
    expect(await page.locator('form[aria-label="KPIs"] button').textContent()).toBe('Show');
    await page.goto(`${product.address}/explore?${three}&measures=incident.opened&add=priority&op=between&value=1&value=2`);
    expect(page.url()).toContain('filter=priority:between:1,2');
    await plain.close();
  }, 60_000);
});

describe('what the charts in view show', () => {
  it.each(['/', '/service-desk', '/explore'])('is named with the page and asked for once: %s', async (path) => {
    const { headers } = await fetch(product.address + path);
    const named = [...headers.get('link')!.matchAll(/<(\/api\/[^>]*)>; rel=preload/g)].map(([, address]) => address);
    const page = await (await contextOf('light')).newPage();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url().replace(product.address, '')));
    await open(page, path);
    expect(named.length).toBeGreaterThan(1);
    for (const address of named) expect(asked.filter((one) => one === address)).toEqual([address]);
    await page.context().close();
  });
});

describe('views and links', () => {
  it('keeps a view, opens it, and brings it back after it was deleted', async () => {
    const page = await visit(`/explore?${three}&filter=priority:in:1`);
    await page.getByRole('link', { name: 'Save view' }).click();
    await page.getByLabel('Name').fill('<b>P1</b> "of" the quarter');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByText('Saved “<b>P1</b> "of" the quarter”').waitFor();
    await open(page, '/views');
    await page.getByRole('button', { name: /^Delete/ }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: '<b>P1</b> "of" the quarter', exact: true }).click();
    await page.waitForURL(/filter=priority:in:1/);
    const stranger = await visit('/views', await contextOf('light'));
    expect(await stranger.textContent('main')).toContain('No view is saved yet');
    await stranger.context().close();
    expect(faults).toEqual([]);
    await page.close();
  }, 60_000);

  it('gives the same state the same short address, and leads back to it', async () => {
    const state = `/explore?${three}&filter=team:in:${Array.from({ length: 120 }, (_, at) => `Team+number+${at}`).join(',')}`;
    expect(state.length).toBeGreaterThan(1500);
    const page = await visit(state);
    const copied = async (): Promise<string> => {
      await page.getByRole('button', { name: 'Copy short link' }).click();
      await page.getByText(/^Copied http/).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const link = await copied();
    expect(link).toMatch(/\/s\/[1-9A-HJ-NP-Za-km-z]{12}$/);
    expect(await copied()).toBe(link);
    await page.goto(link);
    expect(new URL(page.url()).search).toBe(new URL(state, product.address).search);
    expect((await page.request.get(`${product.address}/s/1111111111`)).status()).toBe(404);
    await page.close();
  }, 60_000);
});

describe('palette and keys', () => {
  it('finds pages, KPIs, records and members, by keyboard', async () => {
    const page = await visit('/incidents');
    const go = async (text: string, url: RegExp): Promise<void> => {
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: /^Search pages/ });
      await field.fill(text);
      await page.waitForResponse((reply) => reply.url().includes(`q=${text.split(' ')[0]}`));
      await page.locator('[role=option][aria-selected=true]', { hasText: text }).waitFor();
      expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(1);
      await page.keyboard.press('Enter');
      await page.waitForURL(url);
    };
    await go('INC1000540', /\/records\/incident\/INC1000540$/);
    await go('service desk', /\/(service-desk|explore\?filter=team)/);
    await go('Explore', /\/explore$/);
    await go('last 30 days', /period=last-30-days/);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  }, 90_000);

  it('work where they can, are not taken from who types, and can be turned off', async () => {
    const page = await visit('/incidents');
    await page.keyboard.press('w');
    await page.waitForURL(/grain=week/);
    await page.keyboard.press('m');
    await page.waitForURL((url) => !url.search.includes('grain'));
    await page.keyboard.press('c');
    await page.waitForURL(/compare=previous_period/);
    await page.keyboard.press('[');
    await page.waitForURL(/period=\d{4}-\d\d-01\.\.\d{4}-\d\d-01/);
    await page.keyboard.press(']');
    await page.waitForURL(/period=last-12-months/);
    await page.keyboard.press('t');
    await page.locator('figure table').first().waitFor();
    await page.keyboard.press('t');
    await page.keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    expect(await help.textContent()).toMatch(/By week.*Period before.*Charts as tables/s);
    await help.getByRole('checkbox', { name: 'Single keys are on' }).uncheck();
    await page.keyboard.press('Escape');
    const address = page.url();
    await page.keyboard.press('w');
    await page.waitForTimeout(200);
    expect(page.url()).toBe(address);
    await page.evaluate(() => localStorage.clear());
    await open(page, '/kpis');
    await page.keyboard.press('/');
    await page.keyboard.type('[wmt?');
    expect(await page.locator('#q').inputValue()).toBe('[wmt?');
    expect(faults).toEqual([]);
    await page.close();
  }, 90_000);
});

describe('for everybody', () => {
  it.each([
    ['light', 1440, `/explore?${three}&columns=priority&filter=priority:in:2,3`],
    ['dark', 360, `/explore?${three}&measures=incident.opened,incident.open&columns=period`],
    ['dark', 768, '/views?save=%2Fexplore']
  ] as const)(
    'has no violations and fits: %s, %d px, %s',
    async (scheme, width, path) => {
      const own = await contextOf(scheme, width);
      const page = await visit(path, own);
      await settle(page);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Control+k');
      await page.locator('[role=option]').first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await own.close();
    },
    90_000
  );
});
