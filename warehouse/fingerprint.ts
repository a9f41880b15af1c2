import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Home } from './home.ts';

/** Areas of `warehouse/` whose code decides what a build holds. */
const buildingCode = ['models', 'checks', 'calendars', 'service-levels', 'trends'];
/** Definitions that act elsewhere (mappings at landing, reports on the way out), proposed ones, older ones that were replaced, and schemas for editors. */
const elsewhere = /^(mappings\/|proposals\/|reports\.yaml$|reports\/|\.history\/|[^/]*\.schema\.json$)/;

/** SHA-256 over the definitions that shape a warehouse, by name and content. */
export function definitionsSha256(home: Home, config: Config): string {
  const fiscal = config.fiscalYearStart === 1 ? [] : [config.fiscalYearStart];
  const hash = createHash('sha256').update(JSON.stringify([config.organisation, config.zone, ...fiscal]));
  for (const file of filesUnder(home.definitions).filter((name) => !elsewhere.test(name)))
    hash.update(`\n${file}\n`).update(readFileSync(join(home.definitions, file)));
  return hash.digest('hex');
}

let ownVersion: string | undefined;

/** Sixteen hexadecimal digits of the code that builds, as it was when this process first asked; every change makes another build. */
export function codeVersion(): string {
  ownVersion ??= hashCode(import.meta.dirname);
  return ownVersion;
}

function hashCode(warehouseFolder: string): string {
  const hash = createHash('sha256').update(JSON.stringify([process.versions['tz'], ...buildingPackages.map(packageVersion)]));
  const own = readdirSync(warehouseFolder).filter((name) => name.endsWith('.ts'));
  const areas = buildingCode.flatMap((area) => filesUnder(join(warehouseFolder, area)).map((name) => `${area}/${name}`));
  for (const file of [...own, ...areas].sort()) hash.update(`\n${file}\n`).update(readFileSync(join(warehouseFolder, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Packages and data that decide what a calendar holds; the time zone database comes with the runtime. */
const buildingPackages = ['date-holidays', 'date-holidays-parser', 'astronomia', 'ical.js'];

function packageVersion(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length);
  return `${name}@${(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version}`;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/')
    )
    .sort();
}
