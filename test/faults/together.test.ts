import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Home } from '#warehouse/home.ts';
import { readManifests } from '#warehouse/manifest.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { Child, run } from './child.ts';
import { deliver, makeRounds, newHome, type Round } from './deliveries.ts';
import { leftovers, proveLanding, proveWarehouse } from './proof.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-together-'));
let rounds: Round[];
let home: Home;

beforeAll(async () => {
  rounds = await makeRounds(folder, 3);
  home = await newHome(join(folder, 'home'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loadArgs = (round: Round, position = 0): string[] => {
  const { name, mapping, feed } = round.files[position]!;
  return ['ingest', join(home.inbox, name), '--mapping', mapping, '--feed', feed, '--no-build'];
};

it('a file that grows while it is read is refused, and lands when it has come to its end', async () => {
  const [{ name, bytes } = { name: '', bytes: Buffer.alloc(0) }] = rounds[0]!.files;
  const path = join(home.inbox, name);
  const lines = bytes.toString().split('\n');
  writeFileSync(path, `${lines.slice(0, 100).join('\n')}\n`);
  let next = 100;
  const growing = setInterval(() => appendFileSync(path, `${lines[next++ % (lines.length - 1) || 1]}\n`), 2);
  const { code, words } = await new Child(home, loadArgs(rounds[0]!)).end();
  clearInterval(growing);
  expect(words).toMatch(/the file changed while it was read/);
  expect(code).toBe(1);
  expect(await proveLanding(home)).toEqual([]);
  expect(leftovers(home)).toEqual([]);
});

it('two processes that load and two that build leave one good result', async () => {
  deliver(home, rounds[0]!);
  const loads = await Promise.all(
    [loadArgs(rounds[0]!), loadArgs(rounds[0]!), loadArgs(rounds[0]!, 1)].map((args) => new Child(home, args).end())
  );
  const outcomes = loads.map(({ output, words }) =>
    output ? (JSON.parse(output) as { outcome: string }).outcome : /is being landed/.test(words) ? 'being landed' : words
  );
  expect(outcomes.filter((outcome) => outcome === 'landed')).toHaveLength(2);
  expect(['already landed', 'being landed']).toContain(outcomes.find((outcome) => outcome !== 'landed'));
  expect(await proveLanding(home)).toHaveLength(2);
  deliver(home, rounds[1]!);
  const children = [['build'], ['build'], ['ingest', '--no-build'], ['ingest', '--no-build']].map((args) => new Child(home, args));
  const ended = await Promise.all(children.map((child) => child.end()));
  for (const { code, words } of ended) if (code !== 0) expect(words).toMatch(/Another build is running|runs|running/);
  expect(ended.slice(0, 2).some(({ code }) => code === 0)).toBe(true);
  await run(home, 'ingest');
  await run(home, 'build');
  expect(await proveLanding(home)).toHaveLength(4);
  expect(currentBuild(home)?.loadIds).toHaveLength(4);
  await proveWarehouse(home, new Map());
  expect(leftovers(home)).toEqual([]);
});

it('a landing zone that was tampered with fails its check by name, and the old build stays', async () => {
  const before = currentBuild(home);
  deliver(home, rounds[2]!);
  await run(home, 'ingest', '--no-build');
  const { loadId } = readManifests(home.landing).at(-1)!;
  const path = join(home.landing, loadId, 'manifest.json');
  const manifest = readFileSync(path, 'utf8');
  const changed = JSON.parse(manifest) as { rows: { in: number } };
  changed.rows.in += 7;
  writeFileSync(path, JSON.stringify(changed));
  const { code, words } = await new Child(home, ['build']).end();
  expect(code).toBe(1);
  expect(words).toMatch(/Nothing was published, the last good warehouse stays/);
  expect(words).toMatch(/rows_add_up: 1 offending row/);
  expect(currentBuild(home)).toEqual(before);
  await proveWarehouse(home, new Map());
  expect(leftovers(home)).toEqual([]);
  writeFileSync(path, manifest);
});

it('a landed file that lost its end stops the build, and the old one stays', async () => {
  const before = currentBuild(home);
  const { loadId, files } = readManifests(home.landing).at(-1)!;
  const path = join(home.landing, loadId, files.rows!);
  const whole = readFileSync(path);
  truncateSync(path, whole.length - 1000);
  const { code } = await new Child(home, ['build']).end();
  expect(code).toBe(1);
  expect(currentBuild(home)).toEqual(before);
  expect(leftovers(home)).toEqual([]);
  writeFileSync(path, whole);
  await run(home, 'build');
  await proveLanding(home);
  await proveWarehouse(home, new Map());
  expect(currentBuild(home)?.loadIds).toHaveLength(6);
});
