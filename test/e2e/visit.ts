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

/** Opens a page and waits until it can be read and used. */
export async function visitWith(browser: Browser, address: string, look: Look = {}): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.scheme ?? 'light',
    bypassCSP: false
  });
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  await page.goto(address, { timeout: patience });
  await settle(page);
  return { page, faults };
}

/** Milliseconds a page may take on a machine that does much else: a test says what is wrong, not what is slow. */
const patience = 120_000;

/** Waits until the page says that its keys and buttons do something, that nothing loads any more, and that all is drawn. */
export async function settle(page: Page): Promise<void> {
  const isDone = (): boolean => {
    const isUnderWay = '[data-state="loading"], .panel[data-state="stale"], .kpi[data-state="stale"], [aria-busy="true"]';
    const isUndrawn = '.panel:not([data-state="empty"], [data-state="error"]) .plot:not(:has(svg))';
    return document.querySelector('[data-awake]') !== null && !document.querySelector(`${isUnderWay}, ${isUndrawn}`);
  };
  await page.waitForFunction(isDone, undefined, { timeout: patience });
  // What another width or theme changes is drawn in the frame after the one that tells of it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** How many CSS pixels the page is wider than its window. */
export const overhang = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

interface Axe {
  run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/**
 * What axe objects to, of every rule it has: WCAG 2.2 A and AA and its best practices. One line for each kind.
 * @param rules the rules to ask, instead of all
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const asked = only ? { runOnly: { type: 'rule', values: only } } : { rules: { 'target-size': { enabled: true } } };
    const { violations: found } = await axe.run({ resultTypes: ['violations'], ...asked });
    return found.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 200))
          .join(' | ')}`
    );
  }, rules);
}
