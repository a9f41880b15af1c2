import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Home } from '#warehouse/home.ts';
import { withLock } from '#warehouse/lock.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { buildAt, rowsOf, tableSums } from './built.ts';
import { landDeliveries, temporaryHome } from './landed.ts';
import { randomDays, randomFrom } from './random-course.ts';

const days = randomDays(21, 4, 20);
const first = days.slice(0, 2).flatMap((day) => day.deliveries);
const later = days.slice(2).flatMap((day) => day.deliveries);
const child = join(import.meta.dirname, 'build-child.ts');

let built: Promise<Home> | undefined;
/** A home of one's own in which the first days are landed and built: a copy of one. */
async function builtHome(): Promise<Home> {
  built ??= (async () => {
    const home = temporaryHome();
    await landDeliveries(home, first);
    await buildAt(home);
    return home;
  })();
  const copy = temporaryHome();
  cpSync((await built).root, copy.root, { recursive: true });
  return copy;
}

describe('publishing', () => {
  it('opens with all tables when nothing has landed', async () => {
    const { file, asOf } = await buildAt(temporaryHome());
    expect(asOf).toBeUndefined();
    const tables = (await rowsOf<{ name: string }>(file, `SELECT schema_name || '.' || table_name AS name FROM duckdb_tables()`)).map(
      (row) => row.name
    );
    expect(tables).toEqual(
      expect.arrayContaining([
        'meta.build',
        'meta.load',
        'meta.rejection',
        'meta.check_result',
        'meta.model',
        'dim.member',
        'fact.incident',
        'fact.history',
        'mart.backlog_daily'
      ])
    );
    expect(tables.filter((name) => /^(staging|build)\./.test(name))).toEqual([]);
    expect(await rowsOf(file, 'SELECT count(*) AS n FROM fact.history')).toEqual([{ n: 0 }]);
  });

  it('gives equal tables from equal landings, whenever and wherever they are built', async () => {
    const other = temporaryHome();
    await landDeliveries(other, first);
    const { file } = await buildAt(other, { now: new Date('2031-06-01T00:00:00Z'), threads: 2 });
    expect(await tableSums(file)).toEqual(await tableSums(currentBuild(await builtHome())!.path));
  });

  it('keeps the old warehouse when a fatal check fails, and says which rows', async () => {
    const home = await builtHome();
    const before = currentBuild(home)!;
    await landDeliveries(home, later);
    const broken = readdirSync(home.landing).sort().at(-1) ?? '';
    const path = join(home.landing, broken, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, rows: { ...manifest.rows, in: 99 } }));
    await expect(buildAt(home)).rejects.toThrow(/Nothing was published.*\n {2}rows_add_up: 1 offending row.*\n {4}.*"rows_in":99/);
    expect(currentBuild(home)?.buildId).toBe(before.buildId);
    expect(readdirSync(home.warehouse).sort()).toEqual([`${before.buildId}.duckdb`, 'current.json'].sort());
  });

  it('refuses a second build at the same time and says so', async () => {
    const home = temporaryHome();
    await withLock(home, 'build', async () => {
      await expect(buildAt(home)).rejects.toThrow(/Another build is running/);
    });
    expect((await buildAt(home)).status).toBe('published');
  });

  it('keeps the build before for readers and removes older ones', async () => {
    const home = await builtHome();
    const files = [currentBuild(home)!.path];
    for (const { deliveries } of days.slice(2)) {
      await landDeliveries(home, deliveries);
      files.push((await buildAt(home)).file);
    }
    expect(files.map((file) => existsSync(file))).toEqual([false, true, true]);
  });

  it('leaves a readable warehouse when killed at any moment, and the next build goes through', async () => {
    const random = randomFrom(5);
    const home = await builtHome();
    const before = currentBuild(home)!;
    await landDeliveries(home, later);
    for (let run = 0; run < 3; run++) {
      const building = spawn(process.execPath, [child, home.root], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(building.stdout, 'data');
      await after(random() * 900);
      building.kill('SIGKILL');
      await once(building, 'exit');
      const current = currentBuild(home);
      expect(await rowsOf(current?.path ?? '', 'SELECT build_id FROM meta.build')).toEqual([{ build_id: current?.buildId }]);
      if (current?.buildId !== before.buildId) break;
    }
    const final = await buildAt(home);
    const full = await buildAt(home, { out: join(home.root, 'full.duckdb') });
    expect(await tableSums(final.file)).toEqual(await tableSums(full.file));
    expect(readdirSync(home.warehouse).filter((name) => name.startsWith('.building-'))).toEqual([]);
  });
});
