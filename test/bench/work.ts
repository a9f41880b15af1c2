/**
 * One piece of work in a process of its own; prints what it measured as one line of JSON.
 * Usage: node test/bench/work.ts TASK '{"option":"value"}'
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { landFile } from '#ingest/land.ts';
import { copy } from '#ingest/landing/stage.ts';
import { build, type BuildReport } from '#warehouse/build.ts';
import { literal, openDatabase } from '#warehouse/connection.ts';
import { homeAt } from '#warehouse/home.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { answer } from '#warehouse/query/answer.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { incidentTypes } from './typed-columns.ts';

type Options = Record<string, string>;

const tasks: Record<string, (options: Options) => Promise<object>> = {
  /** Our load of one file. */
  async land(options) {
    return timed(async () => ({ rows: await landOne(options) }));
  },
  /** The engine's own typed load of the incident list, written as we write. */
  async typed({ file = '', to = '' }) {
    return timed(async () => {
      const database = await openDatabase(':memory:', { memoryLimit: '1GB', temporaryFolder: `${to}.spill` });
      const columns = Object.entries(incidentTypes).map(([name, type]) => `'${name}': '${type}'`);
      const source = `read_csv(${literal(file)}, columns = {${columns.join(', ')}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n')`;
      const written = await database.with((connection) => connection.one<{ Count: number }>(copy(`SELECT * FROM ${source}`, to)));
      database.close();
      return { rows: written!.Count };
    });
  },
  /** The whole warehouse anew. */
  async build({ home = '' }) {
    const report = await timed(() => build({ home: homeAt(home), now: new Date(), incremental: false }));
    return { ...told(report), incidents: await countIncidents(home) };
  },
  /** A delivery to the screen: landed, built, and asked for by a reader that was open before. */
  async deliver({ home: root = '', incident = '', audit = '' }) {
    const home = homeAt(root);
    const before = await openReader(home);
    await answer(before, question);
    return timed(async () => {
      const began = performance.now();
      await landOne({ home: root, file: incident, mapping: 'servicenow/incident', feed: 'incident' });
      await landOne({ home: root, file: audit, mapping: 'servicenow/incident-audit-log', feed: 'audit' });
      const landed = (performance.now() - began) / 1000;
      const report = await build({ home, now: new Date() });
      const reader = await openReader(home);
      const { rows, build: shown } = await answer(reader, question);
      if (shown.id !== report.buildId) throw new Error(`the reader answers from ${shown.id}, published is ${report.buildId}`);
      return { ...told(report), incidents: Number(rows[0]?.['incident.opened']), landed, built: report.seconds };
    });
  },
  /** The engine's own COPY of all incident rows to CSV. */
  async copy({ home = '', to = '' }) {
    const database = await openDatabase(currentBuild(homeAt(home))!.path, { readOnly: true });
    return timed(async () => {
      const sql = `COPY (SELECT * FROM fact.incident) TO ${literal(to)} (FORMAT csv, HEADER)`;
      const written = await database.with((connection) => connection.one<{ Count: number }>(sql));
      return { rows: written!.Count };
    });
  },
  /** Loads a file into a home over and over until it is killed. */
  async reload(options) {
    for (;;) {
      const rows = await landOne(options);
      process.stdout.write(`${rows}\n`);
      rmSync(join(options.home!, 'landing'), { recursive: true, force: true });
    }
  }
};

const question = { measures: ['incident.opened'], period: { all: true as const } };

const told = ({ buildId, isIncremental, models, ...rest }: BuildReport) => ({
  ...rest,
  checks: undefined,
  buildId,
  isIncremental,
  models: models.map(({ name, seconds }) => ({ name, seconds }))
});

async function landOne({ home = '', file = '', mapping = '', feed = '' }: Options): Promise<number> {
  const { deliveries } = await landFile({ home: homeAt(home), path: file, mapping, feed, now: new Date() });
  const [{ outcome, refusal, rows }] = deliveries as [(typeof deliveries)[number]];
  if (outcome !== 'landed') throw new Error(refusal ?? `${file} is ${outcome}`);
  if (rows.rejected > 0) throw new Error(`${file}: ${rows.rejected} rows rejected`);
  return rows.loaded;
}

async function countIncidents(root: string): Promise<number> {
  const database = await openDatabase(currentBuild(homeAt(root))!.path, { readOnly: true });
  const counted = await database.with((connection) => connection.one<{ rows: number }>('SELECT count(*) AS rows FROM fact.incident'));
  database.close();
  return counted!.rows;
}

async function timed<T extends object>(task: () => Promise<T>): Promise<T & { seconds: number; processor: number }> {
  const began = performance.now();
  const busy = process.cpuUsage();
  const result = await task();
  const { user, system } = process.cpuUsage(busy);
  return { ...result, seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
}

const [task = '', options = '{}'] = process.argv.slice(2);
const measured = await tasks[task]!(JSON.parse(options) as Options);
process.stdout.write(`${JSON.stringify({ ...measured, peakBytes: process.resourceUsage().maxRSS * 1024 })}\n`);
process.exit(0);
