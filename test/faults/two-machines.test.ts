import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { definitionFiles, proposalFiles } from '#ingest/sample/definitions.ts';
import { openDatabase } from '#warehouse/connection.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { landDeliveries, temporaryHome } from '#test/warehouse/landed.ts';
import { randomDays } from '#test/warehouse/random-course.ts';

/** SHA-256 of every table in its canonical form: all rows as CSV, ordered by all columns. */
async function canonical(file: string): Promise<Record<string, string>> {
  const database = await openDatabase(file, { readOnly: true });
  try {
    return await database.with(async (connection) => {
      const tables = await connection.all<{ name: string }>(
        `SELECT schema_name || '.' || table_name AS name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY 1`
      );
      const sums: Record<string, string> = {};
      for (const { name } of tables) {
        const hash = createHash('sha256');
        const { chunks, columns } = await connection.stream(`SELECT t::VARCHAR AS row FROM (SELECT * FROM ${name} ORDER BY ALL) t`);
        hash.update(columns.map(({ name: column }) => column).join());
        for await (const chunk of chunks) for (const row of chunk.getRows()) hash.update(`${String(row[0])}\n`);
        sums[name] = hash.digest('hex');
      }
      return sums;
    });
  } finally {
    database.close();
  }
}

/** Copies file by file in an order of its own, so that the folder may list them otherwise. */
function copyIn(order: (names: string[]) => string[], from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of order(readdirSync(from).sort())) cpSync(join(from, name), join(to, name), { recursive: true });
}

const apart = join(import.meta.dirname, '..', 'warehouse', 'build-apart.ts');
async function onMachine(home: Home, threads: number, environment: Record<string, string>) {
  const { stdout } = await promisify(execFile)(process.execPath, [apart, home.root, String(threads), 'summer-holidays'], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    maxBuffer: 64 << 20
  });
  const build = currentBuild(home)!;
  return { told: JSON.parse(stdout) as { answer: { targets: unknown[] } }, buildId: build.buildId, tables: await canonical(build.path) };
}

test(
  'the same landing and definitions give the same bytes on two machines, and the same changes of verdicts',
  { timeout: 240_000 },
  async () => {
    const one = temporaryHome();
    for (const [name, text] of Object.entries(definitionFiles)) writeFileSync(join(one.definitions, name), text);
    for (const [name, text] of Object.entries(proposalFiles)) {
      mkdirSync(join(one.definitions, 'proposals', 'summer-holidays'), { recursive: true });
      writeFileSync(join(one.definitions, 'proposals', name), text);
    }
    for (const { deliveries } of randomDays(5, 4, 25)) await landDeliveries(one, deliveries);
    const other = homeAt(join(mkdtempSync(join(tmpdir(), 'plimsoll elsewhere ')), 'a much longer path', 'home'));
    copyIn((names) => names.toReversed(), one.root, other.root);
    copyIn((names) => names.toReversed(), one.landing, other.landing);

    const here = await onMachine(one, 1, { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' });
    const there = await onMachine(other, 4, { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' });
    expect(Object.keys(here.tables).length).toBeGreaterThan(20);
    expect(here.tables['fact.clock']).toBeDefined();
    expect(there.buildId).toBe(here.buildId);
    expect(there.tables).toEqual(here.tables);
    expect(there.told).toEqual(here.told);
    expect(here.told.answer.targets.length).toBeGreaterThan(2);
    expect(readFileSync(join(other.definitions, 'agreements.yaml'), 'utf8')).toBe(definitionFiles['agreements.yaml']);
  }
);
