import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { sharedProduct, type SharedProduct } from './shared.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visit {
  page: Page;
  /** Errors of the page and of its console so far. */
  faults: string[];
}

export interface Look {
  scheme?: 'light' | 'dark';
  /** CSS pixels. */
  width?: number;
  height?: number;
}

/** A browser and the shared product for the tests of one file. */
export function useBrowser(): { product: () => SharedProduct; visit: (path: string, look?: Look) => Promise<Visit> } {
  let product: SharedProduct;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([sharedProduct(), launchBrowser()]);
  }, 300_000);
  afterAll(() => browser?.close(), 60_000);
  return { product: () => product, visit: (path, look) => visitWith(browser, product.address + path, look) };
}

export async function visitWith(browser: Browser, address: string, look: Look = {}): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.scheme ?? 'light',
    bypassCSP: false
  });
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  await page.goto(address, { waitUntil: 'networkidle' });
  return { page, faults };
}

/** Waits until nothing loads any more. */
export async function settle(page: Page): Promise<void> {
  const isIdle = (): boolean => !document.querySelector('[data-state="loading"], .panel[data-state="stale"], [aria-busy="true"]');
  await page.waitForFunction(isIdle, undefined, { timeout: 30_000 });
  await page.waitForLoadState('networkidle');
}

/** How many CSS pixels the page is wider than its window. */
export const overhang = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

interface Axe {
  run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** What axe objects to, of every rule it has: WCAG 2.2 A and AA and its best practices. One line for each kind. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations: found } = await axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    return found.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 200))
          .join(' | ')}`
    );
  });
}
