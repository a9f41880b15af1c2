import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '#dashboard/boards/pages.ts';

const folder = join(import.meta.dirname, '..', '..', 'dashboard', 'routes');

/** A kind of page and where a link to one stands; pages of records are taken once for each type. */
export interface Route {
  pattern: string;
  /** Addresses to visit, or the pages whose links lead there. */
  paths: readonly string[];
  from: readonly string[];
}

const records = ['incident.opened', 'request.opened', 'problem.opened', 'change.opened', 'event.count'].map(
  (measure) => `/records?measures=${measure}&period=all`
);
const boards = pages.map(({ path }) => path);

const patterns = globSync('**/+page.svelte', { cwd: folder })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`)
  .filter((pattern) => pattern !== '/[board]');

/** Every page there is, found in the folder of routes and among the boards: a new one is walked without a word here. */
export const routes: readonly Route[] = [...new Set([...patterns, ...boards])].sort().map((pattern) => {
  if (pattern === '/records') return { pattern, paths: [pattern, records[0] ?? ''], from: [] };
  if (pattern === '/records/[type]/[id]') return { pattern, paths: [], from: records };
  return pattern.includes('[')
    ? { pattern, paths: [], from: [pattern.slice(0, pattern.lastIndexOf('/'))] }
    : { pattern, paths: [pattern], from: [] };
});

/** Addresses where the server has no page, and what it answers. */
export const missing: readonly [string, number][] = [
  ['/nothing-here', 404],
  ['/records/incident/NOTHING', 404],
  ['/service-levels/agreements/Nothing', 404]
];

/**
 * Addresses of a route: those it has, and the first link of each page that leads there.
 * @throws naming the page that has no such link
 */
export async function pathsOf({ pattern, paths, from }: Route, address: string): Promise<string[]> {
  const wanted = new RegExp(`href="(${pattern.replaceAll(/\[[^\]]+\]/g, '[^"/?#]+')})["?#]`);
  const found = await Promise.all(
    from.map(async (page) => {
      const html = await (await fetch(address + page)).text();
      const [, path] = wanted.exec(html) ?? [];
      if (!path) throw new Error(`${page} has no link to a page ${pattern}`);
      return path.replaceAll('&amp;', '&');
    })
  );
  return [...new Set([...paths, ...found])];
}
