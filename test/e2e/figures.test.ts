import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './visit.ts';

const { visit } = useBrowser();

describe('a chart without eyes', () => {
  it('says a sentence, turns into a table that sorts, and back', async () => {
    const { page, faults } = await visit('/incidents');
    const panel = page.locator('#services');
    expect(await panel.count()).toBe(1);
    const volume = page.locator('#volume');
    expect(await volume.locator('figcaption').textContent()).toMatch(/\d/);
    await volume.locator('[data-shortcut="table"]').click();
    const cells = async (): Promise<number[]> =>
      (await volume.locator('tbody td:nth-child(2)').allTextContents()).map((text) => Number(text.replaceAll(/\D/g, '')));
    const before = await cells();
    expect(before.length).toBeGreaterThan(5);
    await volume.locator('thead button').nth(1).click();
    expect(await cells()).toEqual(before.toSorted((a, b) => b - a));
    expect(await volume.locator('thead th').nth(1).getAttribute('aria-sort')).toBe('descending');
    await volume.locator('[data-shortcut="table"]').click();
    await volume.locator('svg path').first().waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  it('is read mark by mark with the arrow keys, and a mark opens its records with Enter', async () => {
    const { page, faults } = await visit('/incidents');
    const plot = page.locator('#volume .plot');
    await plot.locator('svg').waitFor();
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const said = page.locator('#volume figure > p[aria-live]');
    expect(await said.textContent()).toMatch(/Opened.*\d.*Enter opens Opened/i);
    await page.keyboard.press('ArrowDown');
    expect(await said.textContent()).toMatch(/Enter opens Resolved/i);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/records\?measures=incident\.resolved/);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('says nothing of the old choice while the new figures are on their way', async () => {
    const { page } = await visit('/incidents');
    const gates = [/__data\.json/, /\/api\/query/].map((address) => ({ address, ...Promise.withResolvers<void>() }));
    for (const { address, promise } of gates) await page.route(address, (route) => promise.then(() => route.continue()));
    const isBlank = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).color === 'rgba(0, 0, 0, 0)');
    const becomes = (selector: string, blank: boolean): Promise<void> =>
      expect.poll(() => isBlank(selector), { timeout: 30_000 }).toBe(blank);
    expect(await isBlank('.answer')).toBe(false);
    await page.locator('form[aria-label="Filters"] select[name="period"]').selectOption('last-1-complete-quarters');
    await becomes('.answer', true);
    gates[0]!.resolve();
    await becomes('#volume figcaption', true);
    await becomes('.answer', false);
    gates[1]!.resolve();
    await becomes('#volume figcaption', false);
    await page.close();
  });

  it('goes from cell to cell of a grid with one stop of the tabulator', async () => {
    const { page } = await visit('/service-levels');
    const grid = page.locator('#slam table');
    await grid.locator('[data-mark]').first().waitFor();
    expect(await grid.locator('[data-mark][tabindex="0"]').count()).toBe(1);
    await grid.locator('[data-mark][tabindex="0"]').focus();
    const place = (): Promise<string> =>
      page.evaluate(() => {
        const cell = document.activeElement?.closest('td');
        return `${(cell?.parentElement as HTMLTableRowElement | undefined)?.rowIndex}/${cell?.cellIndex}`;
      });
    expect(await place()).toBe('1/2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await place()).toBe('2/3');
    await page.keyboard.press('Home');
    expect(await place()).toBe('1/2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/records\?measures=service_level\.attainment/);
    await page.close();
  });

  it('the line of a card is read by keyboard and shown as a table', async () => {
    const { page } = await visit('/incidents');
    const card = page.locator('#card-opened');
    await card.locator('[role="group"]').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await card.locator('p[aria-live]').textContent()).toMatch(/^[A-Z][a-z]+ \d{4}: [\d,]+$/);
    await card.getByRole('button', { name: /as table/ }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('tbody tr').count()).toBeGreaterThan(5);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    await page.close();
  });
});

describe('what changes is told', () => {
  const told = (page: Page): Promise<string | null> => page.locator('form [role="status"]').textContent();

  it('names the filters and what is found, after a change and not before', async () => {
    const { page } = await visit('/incidents');
    expect(await told(page)).toBe('');
    await page.getByText('Priority', { exact: false }).locator('visible=true').first().click();
    await page.locator('input[name="priority"][value="2"]').check();
    await page.waitForURL(/priority=2/);
    await page.waitForFunction(() => document.querySelector('form [role="status"]')?.textContent);
    expect(await told(page)).toMatch(/Priority: P2; Opened: [\d,]+$/);
    await page.close();
  });
});

describe('a wide table', () => {
  it('says how many columns are out of sight and scrolls by button and by key, its first column in view', async () => {
    const { page } = await visit('/incidents', { width: 360 });
    const frame = page.locator('#services .frame').last();
    const more = frame.getByRole('button', { name: /more columns? to the right/ });
    expect(await more.textContent()).toMatch(/^\d more columns? to the right→$/);
    const first = frame.locator('tbody tr:first-child > :first-child');
    const left = async (): Promise<number> => Math.round((await first.boundingBox())!.x);
    const before = await left();
    await frame.locator('.scroll').focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => [...document.querySelectorAll('#services .scroll')].some((one) => one.scrollLeft > 20));
    expect(await left()).toBe(before);
    await page.close();
  });
  it('never covers its heading with them while it scrolls into view', async () => {
    const { page } = await visit('/incidents', { width: 360 });
    const frame = page.locator('#services .frame').last();
    await frame.locator('.hint').waitFor();
    for (const shown of [10, 40, 80]) {
      const gap = await frame.evaluate(async (element, pixels) => {
        const head = element.querySelector('thead')!;
        scrollBy(0, head.getBoundingClientRect().top - (innerHeight - pixels));
        await new Promise((done) => requestAnimationFrame(done));
        return element.querySelector('.hint')!.getBoundingClientRect().top - head.getBoundingClientRect().bottom;
      }, shown);
      expect(gap, `${shown} px of the table in view`).toBeGreaterThanOrEqual(-0.5);
    }
    await page.close();
  });
});
