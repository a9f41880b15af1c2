/**
 * Measures what the product promises about speed, each figure beside what it is compared with, in the same run.
 * Usage: npm run bench -- [--incidents 100000] [--quick] [--parts load,passes,build,boards,export,what-if,pages,growth] [--json] [--strict] [--folder DIR]
 * Ends with 1 for errors and wrong answers; with --strict for missed goals too.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#warehouse/connection.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { readManifests } from '#warehouse/manifest.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { measureBoards } from './board.ts';
import { loadAndBuild, measureBuild } from './build.ts';
import { measureExport } from './export.ts';
import { holds, tableOf, type Figure } from './figure.ts';
import { measureLoad } from './load.ts';
import { measurePages } from './pages.ts';
import { measureServiceLevels } from './pass.ts';
import { prepare, type Setting } from './setting.ts';
import { measureGrowth, measureWhatIf } from './what-if.ts';

const partNames = ['load', 'passes', 'build', 'boards', 'export', 'what-if', 'pages', 'growth'] as const;
type PartName = (typeof partNames)[number];
/** Asked for by name: they take long and make records of their own. */
const apart: readonly PartName[] = ['growth'];
const { values } = parseArgs({
  options: {
    incidents: { type: 'string', default: '100000' },
    quick: { type: 'boolean', default: false },
    parts: { type: 'string', default: partNames.filter((name) => !apart.includes(name)).join(',') },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    folder: { type: 'string' }
  }
});

async function machine(): Promise<Record<string, string | number>> {
  const database = await openDatabase(':memory:');
  const engine = await database.with((connection) => connection.one<{ version: string }>('SELECT version() AS version'));
  database.close();
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    engine: `DuckDB ${engine!.version}`
  };
}

/** The home that an earlier run in the same folder has left. */
function leftHome({ folder, incidents }: Setting): Home | undefined {
  const home = homeAt(join(folder, 'home'));
  const rows = readManifests(home.landing).find(({ type, grain }) => type === 'incident' && grain === 'record')?.rows.in;
  return rows === incidents && currentBuild(home) ? home : undefined;
}

async function measure(setting: Setting, parts: readonly PartName[], done: (figures: Figure[]) => void): Promise<void> {
  let home: Home | undefined;
  const built = async (): Promise<Home> => (home ??= leftHome(setting) ?? (await loadAndBuild(setting)).home);
  if (parts.includes('load')) done(await measureLoad(setting));
  if (parts.includes('passes')) done(await measureServiceLevels(setting));
  if (parts.includes('what-if')) done(await measureWhatIf(setting));
  if (parts.includes('pages')) done(await measurePages(setting));
  if (parts.includes('growth')) done(await measureGrowth(setting));
  if (parts.includes('build')) {
    const measured = await measureBuild(setting);
    home = measured.home;
    done(measured.figures);
  }
  if (parts.includes('boards')) done(await measureBoards(setting, await built()));
  if (parts.includes('export')) done(await measureExport(setting, await built()));
}

const say = (text: string): void => void process.stderr.write(`bench: ${text}\n`);
const parts = values.parts.split(',').map((name) => {
  const known = partNames.find((part) => part === name.trim());
  if (!known) throw new Error(`no part "${name}"; there are ${partNames.join(', ')}`);
  return known;
});
const folder = values.folder ? resolve(values.folder) : mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
mkdirSync(folder, { recursive: true });
const began = performance.now();
const figures: Figure[] = [];
try {
  const on = await machine();
  say(
    Object.entries(on)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · ')
  );
  const setting = await prepare(folder, Number(values.incidents), values.quick, say);
  await measure(setting, parts, (more) => {
    figures.push(...more);
    for (const figure of more) say(`${figure.what}: ${figure.value.toFixed(3)} ${figure.unit}`);
  });
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ machine: on, incidents: setting.incidents, isQuick: values.quick, figures: figures.map((figure) => ({ ...figure, holds: holds(figure) })) })}\n`
    );
  else
    process.stdout.write(
      `\n${setting.incidents.toLocaleString('en')} incidents with history; medians of runs in turn\n\n${tableOf(figures)}\n`
    );
} catch (error) {
  process.stdout.write(`${tableOf(figures)}\n`);
  say(`FAILED: ${(error as Error).stack ?? String(error)}`);
  process.exitCode = 1;
} finally {
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}
const missed = figures.filter((figure) => holds(figure) === false);
say(
  `${missed.length} of ${figures.filter(({ goal }) => goal).length} goals missed; ${((performance.now() - began) / 1000).toFixed(0)} s in all`
);
if (missed.length > 0 && values.strict) process.exitCode = 1;
