import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/e2e/browser.ts';
import { wrongFigures } from '#test/e2e/figures.ts';
import { startProduct, type Product } from '#test/e2e/product.ts';
import { missing, pathsOf, routes } from '#test/e2e/routes.ts';
import { again, shareOf } from './share.ts';
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

const light = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } as const;
const dark = { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' } as const;
const forced = { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' } as const;

/** Desktop, tablet, telephone, and a window of 1280 × 1024 pixels at 400 % zoom, each with the themes it is looked at in. */
const windows = [
  { name: '1440', width: 1440, height: 900, media: { light, dark, forced } },
  { name: '768', width: 768, height: 1024, media: { dark } },
  { name: '360', width: 360, height: 800, media: { light, dark } },
  { name: '400 %', width: 320, height: 256, media: { light } }
] as const;

async function lookAround(page: Page, path: string, isTable = false): Promise<string[]> {
  const found: string[] = [];
  const where = isTable ? `${path} as tables` : path;
  for (const { name: size, media, ...viewport } of windows) {
    if (isTable && viewport.width === 768) continue;
    await page.setViewportSize(viewport);
    for (const [name, options] of Object.entries(media)) {
      if (isTable && name !== 'light') continue;
      await page.emulateMedia(options);
      await settle(page);
      for (const fault of await violations(page)) found.push(`${where}, ${name}, ${size}: ${fault}`);
    }
    const beyond = await overhang(page);
    if (beyond > 0) found.push(`${where}, ${size}: scrolls sideways by ${beyond} px`);
  }
  return found;
}

/** A page as it opens, and with all its pictures turned into tables. */
async function walk(path: string): Promise<string[]> {
  const began = Date.now();
  const { page, faults } = await visitWith(browser, product.address + path);
  const found = await lookAround(page, path);
  await page.setViewportSize({ width: 1440, height: 900 });
  const toggles = page.locator('[data-shortcut="table"]');
  if ((await toggles.count()) > 0) {
    await toggles.evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
    found.push(...(await lookAround(page, path, true)));
  }
  found.push(...(await wrongFigures(page)).map((words) => `${path}, figure: ${words}`));
  await page.close();
  for (const words of found) process.stdout.write(`pages, fault: ${words}\n`);
  process.stdout.write(`pages (${again}): ${path} in ${Math.round((Date.now() - began) / 1000)} s\n`);
  return [...found, ...faults.map((fault) => `${path}, console: ${fault}`)];
}

it.each(['.card .value', '.card .recent a'])('a figure of %s that opens the receipt of another is found', async (figures) => {
  const { page } = await visitWith(browser, `${product.address}/incidents`);
  expect(await wrongFigures(page, 1000)).toEqual([]);
  await page.locator(figures).evaluateAll((links) => {
    const [one, other] = links as [HTMLAnchorElement, HTMLAnchorElement];
    [one.href, other.href] = [other.href, one.href];
  });
  expect(await wrongFigures(page, 1000)).toHaveLength(2);
  await page.close();
});

describe('every page in both themes, with forced colours, in four windows', () => {
  it.each(shareOf(routes))('$pattern', async (route) => {
    for (const path of await pathsOf(route, product.address)) expect(await walk(path)).toEqual([]);
  });

  it.each(shareOf(missing))('%s', async (path, status) => {
    expect((await walk(path)).filter((words) => !words.includes(`status of ${status}`))).toEqual([]);
  });
});
