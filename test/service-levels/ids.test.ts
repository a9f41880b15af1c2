import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const examples = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G8', 'G10', 'G12', 'G14', 'G15', 'G16', 'G18', 'G19', 'G21', 'G22', 'G23'];
const rules = Array.from({ length: 23 }, (_, index) => `R${index + 1}`);
const laws = Array.from({ length: 11 }, (_, index) => `law ${index + 1}`);

/** Titles of the tests in the folders about service levels and calendars. */
const titles = ['.', '../calendars', '../faults'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, folder, file), 'utf8').matchAll(/\btest(?:\.each\([^)]*\))?\(\s*['`]([^'`]+)/g)
    ])
    .map(([, title]) => title!)
);

test.each([...examples, ...rules, ...laws])('%s has a test of its own', (id) => {
  expect(titles.filter((title) => title.startsWith(`${id}:`))).not.toEqual([]);
});
