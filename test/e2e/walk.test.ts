import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { missing, pathsOf, routes } from './routes.ts';
import { overhang, settle, useBrowser, violations, type Visit } from './visit.ts';

const { product, visit } = useBrowser();

/** All pages open in one tab, as for a person who walks: what is compiled stays compiled. */
let tab: Visit;
beforeAll(async () => void (tab = await visit('/')));

interface Stand {
  name: string;
  scheme: 'light' | 'dark';
  width: number;
  height: number;
  /** Rules of axe to ask instead of all. */
  rules?: readonly string[];
}

/** What a width and a theme decide: colours, room for a finger, what scrolls, the names of what is shown only there. */
const ofLook = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'button-name', 'link-name'];

/**
 * The quick walk: each page once, light and wide, asked every rule, and once dark and narrow, asked what looks decide. Every rule in
 * every look is in `test/faults/pages.test.ts`.
 */
const stands: Stand[] = [
  { name: 'light, 1440', scheme: 'light', width: 1440, height: 900 },
  { name: 'dark, 360', scheme: 'dark', width: 360, height: 800, rules: ofLook }
];

const stand = async (page: Page, { scheme, width, height }: Stand): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height });
};

async function look(path: string): Promise<string[]> {
  const { page, faults } = tab;
  const say = (what: string, words: string): string => `${path}, ${what}: ${words}`;
  const found: string[] = [];
  faults.length = 0;
  await page.goto(product().address + path);
  for (const each of stands) {
    await stand(page, each);
    await settle(page);
    for (const fault of await violations(page, each.rules)) found.push(say(each.name, fault));
    const beyond = await overhang(page);
    if (beyond > 0) found.push(say(`${each.name} scrolls sideways`, `${beyond} px`));
  }
  // The next page opens as this one is left: to turn costs half as much as to open.
  stands.reverse();
  if (!(await page.title()).endsWith(' · Plimsoll')) found.push(say('title', await page.title()));
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(say('h1', String(headings)));
  for (const words of await page.locator('[data-state="error"]').allTextContents()) found.push(say('error', words));
  found.push(...faults.map((fault) => say('console', fault)));
  return found;
}

describe('every page, light and wide, dark and narrow', () => {
  it.each(routes)(
    '$pattern shows its panels, without an error, a violation or a scroll bar',
    async (route) => {
      for (const path of await pathsOf(route, product().address)) expect(await look(path)).toEqual([]);
    },
    240_000
  );

  it.each(missing)('%s says that there is no such page', async (path, status) => {
    expect((await fetch(product().address + path)).status).toBe(status);
    expect((await look(path)).filter((words) => !words.includes(`status of ${status}`))).toEqual([]);
  });
});
