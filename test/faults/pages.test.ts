import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/e2e/browser.ts';
import { startProduct, type Product } from '#test/e2e/product.ts';
import { missing, pathsOf, routes } from '#test/e2e/routes.ts';
import { overhang, settle, violations, visitWith } from '#test/e2e/visit.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct('--no-schedule'), launchBrowser()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  const code = await product?.stop();
  product?.discard();
  expect(code).toBe(0);
}, 120_000);

/** Desktop, tablet, telephone, and a window of 1280 × 1024 pixels at 400 % zoom. */
const windows = [
  { name: '1440', width: 1440, height: 900 },
  { name: '768', width: 768, height: 1024 },
  { name: '360', width: 360, height: 800 },
  { name: '400 %', width: 320, height: 256 }
];
const media = [
  { name: 'light', options: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } },
  { name: 'dark', options: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' } },
  { name: 'forced colours', options: { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' } }
] as const;

async function lookAround(page: Page, path: string, isTable = false): Promise<string[]> {
  const found: string[] = [];
  for (const { name: size, ...viewport } of windows) {
    await page.setViewportSize(viewport);
    for (const { name, options } of media) {
      if (options.forcedColors === 'active' && viewport.width !== 1440) continue;
      await page.emulateMedia(options);
      await settle(page);
      for (const fault of await violations(page)) found.push(`${path}${isTable ? ' as tables' : ''}, ${name}, ${size}: ${fault}`);
    }
    const beyond = await overhang(page);
    if (beyond > 0) found.push(`${path}${isTable ? ' as tables' : ''}, ${size}: scrolls sideways by ${beyond} px`);
  }
  return found;
}

/** The whole of it: each page in every window and theme, as pictures and as tables. */
async function walk(path: string): Promise<string[]> {
  const { page, faults } = await visitWith(browser, product.address + path);
  await settle(page);
  const found = await lookAround(page, path);
  await page.setViewportSize({ width: 1440, height: 900 });
  const toggles = page.locator('[data-shortcut="table"]');
  if ((await toggles.count()) > 0) {
    await toggles.evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
    found.push(...(await lookAround(page, path, true)));
  }
  await page.close();
  return [...found, ...faults.map((fault) => `${path}, console: ${fault}`)];
}

describe('every page in both themes, with forced colours, in four windows', () => {
  it.each(routes)('$pattern', async (route) => {
    for (const path of await pathsOf(route, product.address)) expect(await walk(path)).toEqual([]);
  });

  it.each(missing)('%s', async (path, status) => {
    expect((await walk(path)).filter((words) => !words.includes(`status of ${status}`))).toEqual([]);
  });
});
