import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Download, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { overhang, useBrowser, violations } from './visit.ts';

const { visit } = useBrowser();

/** Opens the menu of a part of a page. */
async function opened(part: Locator): Promise<Locator> {
  await part.locator('[data-shortcut="export"]').click();
  const menu = part.locator('[role="dialog"]:popover-open');
  await menu.waitFor();
  return menu;
}

/** What a press makes the browser save. */
async function saved(page: Page, press: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

it('fits a dark and narrow window, has no violation, and Escape gives the focus back', async () => {
  const { page, faults } = await visit('/incidents', { scheme: 'dark', width: 360, height: 800 });
  const volume = page.locator('#volume');
  const menu = await opened(volume);
  await expect
    .poll(() =>
      menu
        .locator('a, button')
        .first()
        .evaluate((item) => item === document.activeElement)
    )
    .toBe(true);
  const box = (await menu.boundingBox())!;
  expect(Math.min(box.x, box.y, 360 - box.x - box.width, 800 - box.y - box.height)).toBeGreaterThanOrEqual(0);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Excel');
  await page.keyboard.press('Escape');
  expect(await menu.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-shortcut'))).toBe('export');
  expect(faults).toEqual([]);
  await page.close();
}, 120_000);

it('saves the chart as a picture under the policy of the page', async () => {
  const { page, faults } = await visit('/incidents');
  const volume = page.locator('#volume');
  await volume.locator('.plot svg').waitFor();
  const png = await saved(page, (await opened(volume)).getByRole('button', { name: 'PNG' }));
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(800);
  const svg = await saved(page, (await opened(volume)).getByRole('button', { name: 'SVG' }));
  expect(svg.bytes.toString('utf8')).toMatch(/^<svg/);
  expect(faults).toEqual([]);
  await page.close();
}, 120_000);

it('saves what is seen, in its order, and all rows', async () => {
  const { page, faults } = await visit('/incidents');
  const frame = page.locator('.frame', { hasText: /\b(\d+) of (?!\1 )[\d,]+ rows/ }).first();
  await frame.locator('thead button').nth(1).click();
  const cells = await frame.locator('tbody td:nth-child(2)').allTextContents();
  const figures = cells.map((text) => Number(text.replaceAll(/[^\d]/g, '')));
  const menu = await opened(frame);
  const seen = await saved(page, menu.locator('form').getByRole('button', { name: 'CSV', exact: true }));
  const rowsOf = ({ bytes }: { bytes: Buffer }): string[][] =>
    Papa.parse<string[]>(bytes.toString('utf8'), { skipEmptyLines: true }).data.slice(1);
  expect(rowsOf(seen).map((row) => Number(row[1]))).toEqual(figures);
  const all = await saved(page, menu.getByRole('link', { name: 'CSV', exact: true }));
  expect(rowsOf(all).length).toBeGreaterThan(figures.length);
  expect(faults).toEqual([]);
  await page.close();
}, 120_000);
