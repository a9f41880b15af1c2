import { describe, expect, it } from 'vitest';
import { missing, pathsOf, routes } from './routes.ts';
import { overhang, settle, useBrowser, violations } from './visit.ts';

const { product, visit } = useBrowser();

/** The quick walk: each page once, light and wide, then dark and narrow. All combinations are in `test/faults/pages.test.ts`. */
async function look(path: string): Promise<string[]> {
  const { page, faults } = await visit(path);
  const say = (what: string, words: string): string => `${path}, ${what}: ${words}`;
  const found: string[] = [];
  await settle(page);
  if (!(await page.title()).endsWith(' · Plimsoll')) found.push(say('title', await page.title()));
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(say('h1', String(headings)));
  for (const words of await page.locator('[data-state="error"]').allTextContents()) found.push(say('error', words));
  for (const fault of await violations(page)) found.push(say('light, 1440', fault));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 800 });
  await settle(page);
  for (const fault of await violations(page)) found.push(say('dark, 360', fault));
  const beyond = await overhang(page);
  if (beyond > 0) found.push(say('scrolls sideways', `${beyond} px`));
  found.push(...faults.map((fault) => say('console', fault)));
  await page.close();
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
