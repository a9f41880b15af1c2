import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { plimsoll } from './product.ts';
import { settle, useBrowser } from './visit.ts';

const { product, visit } = useBrowser();

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
    await page.getByRole('link', { name: 'Requests', exact: true }).first().click();
    await page.waitForURL('**/requests?period=last-3-months');
    await page.close();
  }, 60_000);

  async function csvOf(page: Page): Promise<Record<string, string>[]> {
    const href = await page.locator('a[href*="csv"]').first().getAttribute('href');
    const response = await page.request.get(new URL(href!, product().address).href);
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
    await page.reload();
    await settle(page);
    expect(await page.locator('article.card').first().textContent()).toBe(before);
    const { page: all } = await visit('/incidents?period=last-6-months');
    expect(await all.locator('article.card').first().textContent()).not.toBe(before);
    await Promise.all([page.close(), all.close()]);
  }, 60_000);

  it('hands the period on to the next page', async () => {
    const { page } = await visit('/service-levels?period=last-1-complete-quarters&team=Network');
    await page.getByRole('link', { name: 'By agreement' }).click();
    await page.waitForURL('**/service-levels/agreements?period=last-1-complete-quarters');
    expect(await page.locator('form[aria-label="Filters"] select[name="period"]').inputValue()).toBe('last-1-complete-quarters');
    const links = await page
      .locator('a', { hasText: /^(Open|Incidents|By customer)$/ })
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).search));
    expect([...new Set(links)]).toEqual(['?period=last-1-complete-quarters']);
    await page.close();
  }, 60_000);
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
    const csv = await (await page.request.get(`${product().address}${path.replace('/records/', '/api/record-clocks/')}`)).text();
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    const counted = Map.groupBy(data, (row) => `${row.agreement} ${row.target}`);
    const filed = [...counted.values()].map((rows) => rows.reduce((sum, row) => sum + Number(row.counted_seconds), 0));
    expect(shown.map(seconds)).toEqual(filed);
    const told = (await plimsoll(product().home, 'explain', 'INC1000540'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { clock?: { elapsed: number } });
    expect(told.flatMap(({ clock }) => clock?.elapsed ?? [])).toEqual(filed);
    await expect(plimsoll(product().home, 'explain', 'INC100054')).rejects.toThrow(
      /there is no record with the number INC100054; nearest: INC10/
    );
    await expect(plimsoll(product().home, 'explain', 'INC1000540', '--target', 'Nothing')).rejects.toThrow(
      /no clock of a target called Nothing; it has .*Supplier repair/
    );
    await page.close();
  }, 180_000);
});
