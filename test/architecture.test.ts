import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const areas = ['ingest', 'warehouse', 'dashboard', 'reports'] as const;
type Area = (typeof areas)[number];

interface Source {
  path: string;
  text: string;
  /** Specifiers as written. */
  imports: string[];
  /** Files of the project that it imports at run time, relative to the root. */
  files: string[];
}

const skipped = /node_modules|^build|^\.|plimsoll-home|coverage/;

function listFiles(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (skipped.test(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(path, ending);
    return ending.test(path) ? [path] : [];
  });
}

function resolveImport(from: string, specifier: string): string | undefined {
  const hash = /^#(ingest|warehouse|dashboard|reports|test)\/(.+)$/.exec(specifier);
  if (hash) return `${hash[1]}/${hash[2]}`;
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(from), specifier));
  return undefined;
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const script = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text;
  const imports = ts.preProcessFile(script, true, true).importedFiles.map((file) => file.fileName);
  const typeOnly = new Set([...script.matchAll(/(?:import|export) type [^;]*? from '([^']+)'/g)].map((match) => match[1]));
  const files = imports
    .filter((specifier) => !typeOnly.has(specifier))
    .map((specifier) => resolveImport(path, specifier))
    .filter((file) => file !== undefined);
  return { path, text, imports, files };
}

const sources = listFiles('', /\.(ts|svelte)$/)
  .filter((path) => !path.endsWith('.d.ts'))
  .map(readSource);
const product = sources.filter((source) => areas.some((area) => source.path.startsWith(`${area}/`)));
/** Without its comments. */
const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
const areaOf = (path: string): Area | undefined => areas.find((area) => path.startsWith(`${area}/`));
const importersOf = (specifier: string | RegExp) =>
  sources
    .filter((source) => source.imports.some((name) => (typeof specifier === 'string' ? name === specifier : specifier.test(name))))
    .map((source) => source.path);

describe('direction of imports', () => {
  const allowed: Record<Area, readonly Area[]> = {
    warehouse: [],
    ingest: ['warehouse'],
    dashboard: ['warehouse'],
    reports: ['warehouse', 'dashboard']
  };
  it.each(areas)('%s imports only what it may', (area) => {
    const wrong = product
      .filter((source) => areaOf(source.path) === area)
      .flatMap((source) => source.imports.map((specifier) => ({ from: source.path, to: resolveImport(source.path, specifier) })))
      .filter(({ to }) => to !== undefined)
      .filter(({ to }) => {
        const target = areaOf(to!);
        return target !== undefined && target !== area && !allowed[area].includes(target);
      });
    expect(wrong).toEqual([]);
  });

  it('lets dashboard and reports read data only through the query door and the register', () => {
    const doors = /^warehouse\/(query|register|metrics)\/|^warehouse\/(home|environment|contract|manifest|log)\.ts$/;
    const wrong = product
      .filter((source) => ['dashboard', 'reports'].includes(areaOf(source.path)!))
      .flatMap((source) =>
        source.files.filter((file) => file.startsWith('warehouse/') && !doors.test(file)).map((file) => `${source.path} → ${file}`)
      );
    expect(wrong).toEqual([]);
  });

  it('lets reports use only the pure parts of dashboard', () => {
    const wrong = product
      .filter((source) => areaOf(source.path) === 'reports')
      .flatMap((source) =>
        source.files
          .filter((file) => file.startsWith('dashboard/') && !/^dashboard\/(charts|boards|format)/.test(file))
          .map((file) => `${source.path} → ${file}`)
      );
    expect(wrong).toEqual([]);
  });

  it('keeps charts and boards free of Svelte, the DOM and the database', () => {
    const wrong = product
      .filter((source) => /^dashboard\/(charts|boards)\//.test(source.path))
      .filter(
        (source) =>
          source.imports.some((name) => /^svelte|\$app|\.svelte$|connection\.ts$|duckdb/.test(name)) ||
          /\b(document|window)\./.test(source.text)
      )
      .map((source) => source.path);
    expect(wrong).toEqual([]);
  });
});

describe('single doors', () => {
  it('imports the DuckDB driver in one file', () => {
    expect(importersOf(/^@duckdb\//)).toEqual(['warehouse/connection.ts']);
  });
  it('reads the environment in one file', () => {
    const readers = product.filter((source) => /process\.env\b/.test(source.text)).map((source) => source.path);
    expect(readers).toEqual(['warehouse/environment.ts']);
  });
  it('keeps the schedule library in the schedules', () => {
    expect(importersOf('node-cron').filter((path) => !/schedule/.test(path) && !path.startsWith('test/'))).toEqual([]);
  });
  it('keeps the CSV parser in ingest', () => {
    expect(importersOf('papaparse').filter((path) => !path.startsWith('ingest/') && !path.startsWith('test/'))).toEqual([]);
  });
  it('counts all rows of an answer by a named result, which the engine survives', () => {
    const wrong = product.filter(({ path, text }) => path.startsWith('warehouse/query/') && /\bOVER \(\)/.test(code(text)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
  it('reads the clock only in composition roots', () => {
    const roots = /^dashboard\/hooks\.|\+server\.ts$|\+page\.server\.ts$|\+layout\.server\.ts$/;
    const wrong = product
      .filter((source) => !roots.test(source.path) && !source.path.endsWith('.svelte'))
      .filter((source) => /Date\.now\(\)|new Date\(\)|Temporal\.Now\b/.test(code(source.text)))
      .map((source) => source.path);
    expect(wrong).toEqual([]);
  });
});

describe('shape', () => {
  it('has no import cycles', () => {
    const graph = new Map(sources.map((source) => [source.path, source.files]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('keeps every product file under 300 lines', () => {
    const files = listFiles('', /\.(ts|svelte|js|mjs|sql|css)$/).filter((path) => !path.startsWith('test/'));
    const big = files
      .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 301);
    expect(big).toEqual([]);
  });

  it('has no any, no default exports in TypeScript and no vague names', () => {
    const code = product.filter((source) => source.path.endsWith('.ts'));
    expect(code.filter((source) => /: any\b|\bas any\b|<any>/.test(source.text)).map((source) => source.path)).toEqual([]);
    expect(code.filter((source) => /^export default/m.test(source.text)).map((source) => source.path)).toEqual([]);
    expect(
      product
        .filter((source) => /(^|\/)(utils?|helpers?|common|manager|data|info)\.(ts|svelte)$/.test(source.path))
        .map((source) => source.path)
    ).toEqual([]);
  });

  it('keeps SQL in the warehouse and the landing step', () => {
    const sql = /\b(SELECT\s[\s\S]{1,200}?\sFROM\s|INSERT INTO\s|CREATE (OR REPLACE )?(TEMP )?(TABLE|VIEW)\s)/;
    const wrong = product
      .filter((source) => ['dashboard', 'reports'].includes(areaOf(source.path)!))
      .filter((source) => sql.test(source.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
      .map((source) => source.path);
    expect(wrong).toEqual([]);
  });

  it('names no path of a machine and no registry', () => {
    const files = listFiles('', /\.(ts|svelte|js|mjs|json|md|yaml|yml|sql|css|html)$/);
    const wrong = files.filter(
      (path) =>
        path !== 'test/architecture.test.ts' && /\/work\/|\/root\/|\/tmp\/bash|registry\.npmjs/.test(readFileSync(join(root, path), 'utf8'))
    );
    expect(wrong).toEqual([]);
  });
});
