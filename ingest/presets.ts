import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = join(dirname(fileURLToPath(import.meta.url)), 'sources');

export const presetPath = (name: string): string => join(sources, ...`${name}.yaml`.split('/'));

/** Names of all mappings that Plimsoll brings along, sorted: `servicenow/incident`. */
export function presetNames(): string[] {
  return readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) =>
      relative(sources, join(entry.parentPath, entry.name))
        .split(sep)
        .join('/')
        .replace(/\.yaml$/, '')
    )
    .sort();
}
